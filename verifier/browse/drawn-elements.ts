/** A snapshot of one document, as the browser gives it, goes in; what is drawn of it, each with the element that draws it, comes out. */

/** What is read of a `DocumentSnapshot` of the DevTools protocol; texts are places in a list of them. */
export interface DocumentSnapshot {
  nodes: {
    parentIndex?: number[];
    nodeType?: number[];
    nodeName?: number[];
    nodeValue?: number[];
    backendNodeId?: number[];
    attributes?: number[][];
    textValue?: { index: number[]; value: number[] };
    inputValue?: { index: number[]; value: number[] };
    contentDocumentIndex?: { index: number[] };
    pseudoType?: { index: number[] };
  };
  layout: { nodeIndex: number[]; text: number[]; styles: number[][] };
}

/** `dom`: number of the element's DOM node. */
export interface Drawn {
  dom: number;
  text: string;
}

export interface DrawnElements {
  /** Text as it is drawn, in the order of the page: transformed, and with what style sheets add. */
  rendered: Drawn[];
  /** The same text as it is written. */
  written: Drawn[];
  /** What fields hold, and what attributes show. */
  values: Drawn[];
  /** What is drawn without a text behind it, and frames that another process draws. */
  opaque: Drawn[];
}

const TEXT_NODE = 3;
const OPAQUE = new Set(['CANVAS', 'VIDEO', 'EMBED', 'OBJECT']);
const FRAMES = new Set(['IFRAME', 'FRAME']);
const SHOWN_ATTRIBUTES = new Set(['value', 'placeholder', 'alt', 'label', 'src', 'srcset', 'href', 'xlink:href']);
/** An address is drawn only where it is that of a picture. */
const PICTURES = new Set(['IMG', 'IMAGE', 'INPUT', 'SOURCE', 'USE']);

/** The first computed style of the snapshot has to be `visibility`: what is hidden is not drawn. */
export function drawnIn(document: DocumentSnapshot, strings: readonly string[]): DrawnElements {
  const nodes = new Nodes(document, strings);
  const out: DrawnElements = { rendered: [], written: [], values: [], opaque: [] };
  const { nodeIndex, text, styles } = document.layout;
  const laidOut = new Set<number>();
  for (const [n, node] of nodeIndex.entries()) {
    if (strings[styles[n]?.[0] ?? -1] === 'hidden' || laidOut.has(node)) continue;
    const dom = nodes.elementOf(node);
    const said = strings[text[n] ?? -1] ?? '';
    if (said) out.rendered.push({ dom, text: said });
    if (nodes.isText(node)) out.written.push({ dom, text: nodes.valueOf(node) });
    if (nodes.isElement(node)) {
      laidOut.add(node);
      out.values.push(...nodes.valuesOf(node).map((one) => ({ dom, text: one })));
      if (nodes.isOpaque(node)) out.opaque.push({ dom, text: '' });
    }
  }
  return out;
}

class Nodes {
  readonly #values = new Map<number, string[]>();
  readonly #inPage: ReadonlySet<number>;
  readonly #pseudo: ReadonlySet<number>;

  constructor(
    private readonly document: DocumentSnapshot,
    private readonly strings: readonly string[],
  ) {
    const { nodes } = document;
    this.#inPage = new Set(nodes.contentDocumentIndex?.index);
    this.#pseudo = new Set(nodes.pseudoType?.index);
    for (const held of [nodes.inputValue, nodes.textValue])
      for (const [n, node] of (held?.index ?? []).entries()) this.#add(node, strings[held!.value[n]!]);
    // A list draws the text of its choice, which has no box of its own.
    for (const [node, type] of (nodes.nodeType ?? []).entries())
      if (type === TEXT_NODE) for (const list of this.#listsAround(node)) this.#add(list, this.valueOf(node));
  }

  isText(node: number): boolean {
    return this.document.nodes.nodeType?.[node] === TEXT_NODE;
  }

  isElement(node: number): boolean {
    return !this.isText(node) && !this.#pseudo.has(node);
  }

  valueOf(node: number): string {
    return this.strings[this.document.nodes.nodeValue?.[node] ?? -1] ?? '';
  }

  isOpaque(node: number): boolean {
    const name = this.#nameOf(node);
    return OPAQUE.has(name) || (FRAMES.has(name) && !this.#inPage.has(node));
  }

  valuesOf(node: number): string[] {
    const flat = this.document.nodes.attributes?.[node] ?? [];
    const isPicture = PICTURES.has(this.#nameOf(node));
    const shown = flat.flatMap((at, n) => {
      const name = n % 2 ? '' : (this.strings[at] ?? '');
      const isAddress = /src|href/.test(name);
      return SHOWN_ATTRIBUTES.has(name) && (!isAddress || isPicture) ? [this.strings[flat[n + 1]!] ?? ''] : [];
    });
    return [...shown, ...(this.#values.get(node) ?? [])];
  }

  /** The DOM number of the element that a text, or what a style sheet adds, belongs to. */
  elementOf(node: number): number {
    const { parentIndex = [], backendNodeId = [] } = this.document.nodes;
    let at = node;
    while (!this.isElement(at) && (parentIndex[at] ?? -1) >= 0) at = parentIndex[at]!;
    return backendNodeId[at] ?? 0;
  }

  *#listsAround(node: number): Generator<number> {
    const { parentIndex = [] } = this.document.nodes;
    for (let at = parentIndex[node] ?? -1; at >= 0; at = parentIndex[at] ?? -1)
      if (this.#nameOf(at) === 'SELECT') yield at;
  }

  #nameOf(node: number): string {
    return (this.strings[this.document.nodes.nodeName?.[node] ?? -1] ?? '').toUpperCase();
  }

  #add(node: number, text: string | undefined): void {
    if (text) this.#values.set(node, [...(this.#values.get(node) ?? []), text]);
  }
}
