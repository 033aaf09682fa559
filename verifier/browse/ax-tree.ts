/** An open page goes in; its accessibility tree, as the browser gives it to assistive technology, comes out. */
import type { CDPSession } from 'playwright-core';

export interface AxNode {
  role: string;
  /** Computed name, white space folded. */
  name: string;
  description: string;
  /** All that is read out below it, white space folded. */
  text: string;
  /** By `disabled` or `aria-disabled`, its own or of what it stands in. */
  disabled: boolean;
  modal: boolean;
  /** Not part of what is read out: `aria-hidden`, `inert`, not rendered, or only a box. */
  ignored: boolean;
  /** Number of the DOM node in this page. */
  dom?: number;
  parent?: AxNode;
}

interface Raw {
  nodeId: string;
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  description?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  parentId?: string;
  childIds?: string[];
  backendDOMNodeId?: number;
}

interface FrameTree {
  frame: { id: string };
  childFrames?: FrameTree[];
}

/** Names that Chromium has for roles of the ARIA specification. */
const ROLES: Readonly<Record<string, string>> = { image: 'img', LayoutTable: 'table', Iframe: 'iframe' };

/** Of all frames that the page's own process draws. Rejects when the page is gone. */
export async function axTree(cdp: CDPSession): Promise<AxNode[]> {
  const { frameTree } = (await cdp.send('Page.getFrameTree')) as { frameTree: FrameTree };
  const [own, ...frames] = framesIn(frameTree);
  const nodes = axNodes(await fullTree(cdp, own!));
  for (const frame of frames) nodes.push(...axNodes(await fullTree(cdp, frame).catch(() => [])));
  return nodes;
}

async function fullTree(cdp: CDPSession, frameId: string): Promise<Raw[]> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree', { frameId });
  return nodes as Raw[];
}

function framesIn({ frame, childFrames = [] }: FrameTree): string[] {
  return [frame.id, ...childFrames.flatMap(framesIn)];
}

function axNodes(raws: readonly Raw[]): AxNode[] {
  const byId = new Map(raws.map((raw) => [raw.nodeId, { raw, node: axNode(raw) }]));
  const pieces = new Map<string, string[]>();
  // Inline elements part a sentence into pieces that already hold their spaces; blocks do not.
  const piecesOf = (id: string): string[] => {
    const before = pieces.get(id);
    const one = byId.get(id);
    if (before || !one) return before ?? [];
    const { raw, node } = one;
    const own =
      node.role === 'StaticText' ? (node.ignored ? [] : [told(raw.name)]) : (raw.childIds ?? []).flatMap(piecesOf);
    pieces.set(id, own);
    return own;
  };
  for (const [id, { raw, node }] of byId) {
    const all = piecesOf(id);
    node.text = folded(all.join(BLOCKS.has(node.role) ? '' : ' '));
    const parent = raw.parentId === undefined ? undefined : byId.get(raw.parentId)?.node;
    if (parent) node.parent = parent;
  }
  return [...byId.values()].map(({ node }) => node);
}

/** What holds a sentence, and no further blocks. */
const BLOCKS = new Set([
  'paragraph',
  'heading',
  'link',
  'button',
  'StaticText',
  'generic',
  'cell',
  'listitem',
  'strong',
]);

function axNode(raw: Raw): AxNode {
  const role = String(raw.role?.value ?? '');
  const is = (name: string) => raw.properties?.some((one) => one.name === name && one.value.value === true) ?? false;
  return {
    role: ROLES[role] ?? role,
    name: folded(told(raw.name)),
    description: folded(told(raw.description)),
    text: '',
    disabled: is('disabled'),
    modal: is('modal'),
    ignored: raw.ignored,
    ...(raw.backendDOMNodeId !== undefined && { dom: raw.backendDOMNodeId }),
  };
}

function told(value: Raw['name']): string {
  return typeof value?.value === 'string' ? value.value : '';
}

export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
