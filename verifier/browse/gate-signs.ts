/** The accessibility tree of a page and the signs of its gate go in; what of them is there, and whether the gate is open, come out. */
import { type AxNode, folded } from './ax-tree.ts';
import type { Unseen } from './how-seen.ts';

/** How a gated page looks to those who may and to those who may not; what it is for nobody tells here. */
export interface PageSigns {
  shows: { role: string; name: string };
  /** What the whole of an element says where the page is locked, but for a point at its end. */
  locked: string;
  /** Where that is the name of a control: its role. The control of `shows` itself counts only while it is disabled. */
  lockedRole?: string;
  /** What stands somewhere on the page of an account whose state keeps nothing. */
  states: string[];
}

export interface SeenSigns {
  /** `covered` also where a modal dialog holds everything else back. */
  content: 'usable' | 'disabled' | Unseen | 'none';
  locked: 'says' | 'in_modal' | 'none';
}

export type GateJudgement = { is: 'open' } | { is: 'shut' } | { is: 'undecided'; reason: string };

export function judgeGate({ content, locked }: SeenSigns): GateJudgement {
  if (locked === 'in_modal') return { is: 'shut' };
  if (content === 'usable' && locked === 'none') return { is: 'open' };
  if (content !== 'usable' && locked !== 'none') return { is: 'shut' };
  return { is: 'undecided', reason: UNDECIDED[content] };
}

const UNDECIDED: Readonly<Record<SeenSigns['content'], string>> = {
  usable: 'shows both its content and that it is locked',
  disabled: 'shows its content disabled, and does not say that it is locked',
  covered: 'shows something else over its content, and does not say that it is locked',
  hidden: 'holds its content where nobody sees it, and does not say that it is locked',
  blurred: 'shows its content blurred, and does not say that it is locked',
  none: 'shows neither its content nor that it is locked',
};

export interface FoundSigns {
  content: AxNode[];
  locked: AxNode[];
}

/** By role and name alone, as exposed to assistive technology: what is hidden from there is not there. */
export function findSigns(tree: readonly AxNode[], signs: PageSigns): FoundSigns {
  const { shows, locked, lockedRole } = signs;
  const read = tree.filter((node) => !node.ignored);
  const named = (role: string, name: string) => (node: AxNode) => node.role === role && node.name === folded(name);
  const isContent = named(shows.role, shows.name);
  const says = wholly(locked);
  const asControl = lockedRole === undefined ? undefined : named(lockedRole, locked);
  const isLocked = (node: AxNode) =>
    asControl
      ? asControl(node) && (!isContent(node) || isDisabled(node))
      : (!isContent(node) || isDisabled(node)) && (says(node.text) || says(node.name) || says(node.description));
  const states = tree.filter((node) => signs.states.some((words) => holds(node.text, words)));
  return { content: read.filter(isContent), locked: [...read.filter(isLocked), ...smallest(states)] };
}

/** `unseen`: those of the content that nobody sees, and why. */
export function seenSigns(
  { content, locked }: FoundSigns,
  tree: readonly AxNode[],
  unseen: ReadonlyMap<AxNode, Unseen>,
): SeenSigns {
  const modals = tree.filter((node) => !node.ignored && node.modal);
  const reachable = (node: AxNode) => !modals.length || modals.some((modal) => within(node, modal));
  const free = content.filter((node) => reachable(node) && !unseen.has(node));
  return {
    content: free.some((node) => !isDisabled(node))
      ? 'usable'
      : free.length
        ? 'disabled'
        : content.length
          ? (unseen.get(content.find(reachable) ?? content[0]!) ?? 'covered')
          : 'none',
    locked: locked.some((node) => modals.some((modal) => within(node, modal)))
      ? 'in_modal'
      : locked.length
        ? 'says'
        : 'none',
  };
}

function within(node: AxNode, ancestor: AxNode): boolean {
  for (let at: AxNode | undefined = node; at; at = at.parent) if (at === ancestor) return true;
  return false;
}

function isDisabled(node: AxNode): boolean {
  for (let at: AxNode | undefined = node; at; at = at.parent) if (at.disabled) return true;
  return false;
}

function wholly(words: string): (text: string) => boolean {
  const wanted = folded(words);
  return (text) =>
    text === wanted || (text.length === wanted.length + 1 && text.startsWith(wanted) && /[.!]$/.test(text));
}

function holds(text: string, words: string): boolean {
  return text.toLowerCase().includes(folded(words).toLowerCase());
}

/** Every element around the words holds them too. */
function smallest(nodes: readonly AxNode[]): AxNode[] {
  const around = new Set(nodes.flatMap((node) => (node.parent ? [node.parent] : [])));
  return nodes.filter((node) => !around.has(node));
}
