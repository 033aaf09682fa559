/** A page's nodes go in; its blocks as a visitor sees or hears them, in reading order, come out. */
import type { Document, Element } from 'domhandler';
import { type Block, type Box, type Hiding, type Text, textsOf } from '../claims/text.ts';
import type { Containers } from './html-containers.ts';
import { BLOCKS, depthOf, hasEarsBeside, isForEyes, isHeading, isUnshown, kindOf } from './html-elements.ts';
import type { Hides } from './html-hidden.ts';
import type { Places } from './html-places.ts';
import { nameOf, pieceOf, spokenPieces } from './html-spoken.ts';
import { swapOf } from './html-swaps.ts';
import { definitionsIn } from './html-table.ts';
import { tableBlocks } from './html-table-blocks.ts';
import { type MarkedPiece, Marks, type Swap, versionsOf } from './html-versions.ts';
import { findElement, walkHtml } from './html-walk.ts';
import type { Piece } from './source-text.ts';

/** A heading speaks for the nearest of these, not for what follows it. */
const CONTAINERS = new Set([
  'article',
  'section',
  'li',
  'main',
  'aside',
  'body',
  'dialog',
  'fieldset',
  'td',
  'footer',
  'nav',
  'header',
  'details',
]);
/** In one of these, a footer or aside belongs to what it stands in, such as the price at the foot of a card. */
const OWNERS = new Set(['article', 'section', 'li', 'dialog', 'details', 'td', 'fieldset']);

interface Words {
  pieces: MarkedPiece[];
  element: Element;
}

/** Of those that a block stands in, the innermost. */
const MOST_BOXES = 8;

export class PageReader {
  #blocks: Block[] = [];
  readonly #again = new Set<Block>();
  /** Elements open around the words, outermost first, and those among them that words are told of. */
  #trail: Element[] = [];
  #around: Element[] = [];
  #within: readonly number[] = [];
  #boxes: readonly Box[] = [];
  #next = 1;
  #items = 0;
  #owners = 0;
  #apart: Element[] = [];
  /** Inline words since the last block began, and the element that they stand in. */
  #words: Words | undefined;
  /** Blocks that are hidden, outermost first, each with the words that it stands among. */
  readonly #concealed: { element: Element; hidden: Hiding; among: Words | undefined }[] = [];
  readonly #marks: Marks;
  readonly #swaps = new Map<Element, Swap>();

  constructor(
    private readonly places: Places,
    private readonly containers: Containers,
    private readonly hides: Hides,
  ) {
    this.#marks = new Marks(hides);
  }

  read(document: Document): { blocks: Block[]; again: ReadonlySet<Block> } {
    walkHtml(document.children, {
      enter: (element) => this.#enter(element),
      text: (data, node) => this.#say(pieceOf(data, node)),
      leave: (element) => this.#leave(element),
    });
    this.#flush();
    return { blocks: this.#blocks, again: this.#again };
  }

  #enter(element: Element): boolean {
    const kind = kindOf(element);
    this.#trail.push(element);
    const concealed = this.#conceals(element, kind);
    if (concealed) this.#open(element, kind);
    else if (!isTwin(element, kind) && !this.#marks.enter(element)) return false;
    if (this.hides.scripted) this.#noteSwap(element);
    if (kind === 'br') this.#say({ words: ' ', from: element.startIndex ?? 0, to: element.startIndex ?? 0 });
    const name = nameOf(element, this.places);
    for (const piece of name ?? []) this.#say(piece);
    if (name) return false;
    if (!BLOCKS.has(kind)) return true;
    if (!concealed) {
      this.#flush();
      this.#open(element, kind);
    }
    return this.#descends(element, kind);
  }

  /** A block that is hidden, or shown and not read aloud, parts no words around it. */
  #conceals(element: Element, kind: string): boolean {
    const isBlock = BLOCKS.has(kind) || element.name === 'template';
    if (!isBlock || this.#marks.now) return false;
    const own = this.hides.of(element) ?? (isForEyes(element) && !isTwin(element, kind) ? 'unsure' : undefined);
    if (own === undefined || own === 'never') return false;
    const hidden = this.#concealed.at(-1)?.hidden === 'unsure' ? 'unsure' : own;
    this.#concealed.push({ element, hidden, among: this.#words });
    this.#words = undefined;
    return true;
  }

  #noteSwap(element: Element): void {
    const swap = swapOf(element, this.places);
    if (swap) this.#swaps.set(element, swap);
  }

  #leave(element: Element): void {
    this.#trail.pop();
    this.#marks.leave(element);
    if (this.#around.at(-1) !== element) return;
    this.#flush();
    this.#around.pop();
    const kind = kindOf(element);
    if (kind === 'li') this.#items -= 1;
    if (OWNERS.has(kind) || this.containers.cards.has(element)) this.#owners -= 1;
    if (this.#apart.at(-1) === element) this.#apart.pop();
    if (this.#contains(element, kind)) this.#within = this.#within.slice(0, -1);
    if (this.containers.boxes.has(element)) this.#boxes = this.#boxes.slice(0, -1);
    if (this.#concealed.at(-1)?.element === element) this.#words = this.#concealed.pop()!.among;
  }

  #open(element: Element, kind: string): void {
    const apart = kind === 'nav' || ((kind === 'footer' || kind === 'aside') && this.#owners === 0);
    if (apart) this.#apart.push(element);
    this.#around.push(element);
    if (kind === 'li') this.#items += 1;
    if (OWNERS.has(kind) || this.containers.cards.has(element)) this.#owners += 1;
    if (this.#contains(element, kind)) this.#within = [...this.#within, this.#next++];
    const box = this.containers.boxes.get(element);
    if (box) this.#boxes = [...this.#boxes.slice(-MOST_BOXES), box];
  }

  #contains(element: Element, kind: string): boolean {
    return CONTAINERS.has(kind) || this.containers.cards.has(element) || this.#concealed.at(-1)?.element === element;
  }

  /** Tables, definitions and headings are read whole; of everything else, the parts. */
  #descends(element: Element, kind: string): boolean {
    if (kind === 'table' && !this.containers.layout.has(element)) {
      for (const block of tableBlocks(element, this.places, this.hides)) this.#add({ ...block, ...this.#at });
      return false;
    }
    if (kind === 'dl') {
      const rows = definitionsIn(element);
      if (rows.length)
        this.#add({
          kind: 'table',
          head: [],
          rows: rows.map((row) => row.map((cell) => this.#text(cell))),
          ...this.#at,
        });
      return rows.length === 0;
    }
    const summary = kind === 'summary' && !findElement(element.children, isHeading);
    if (!isHeading(element) && !summary) return true;
    const text = this.#text(element);
    if (text.value) this.#add({ kind: 'heading', depth: summary ? 6 : depthOf(element), text, ...this.#at });
    return false;
  }

  #say(piece: Piece): void {
    const element = this.#trail.at(-1);
    if (!element || (!this.#words && !piece.words.trim())) return;
    this.#words ??= { pieces: [], element: this.#around.at(-1) ?? element };
    const swap = this.#swaps.size ? this.#trail.map((one) => this.#swaps.get(one)).find(Boolean) : undefined;
    const mark = this.#marks.now;
    this.#words.pieces.push(mark || swap ? { ...piece, mark, swap } : piece);
  }

  #flush(): void {
    const words = this.#words;
    this.#words = undefined;
    if (!words?.pieces.some((piece) => piece.words.trim())) return;
    for (const [n, { pieces, hidden }] of versionsOf(words.pieces).entries()) {
      const text = this.places.text(words.element, pieces);
      if (!text.value) continue;
      this.#add({ kind: this.#items > 0 ? 'item' : 'paragraph', text, ...this.#at, ...(hidden && { hidden }) });
      if (n > 0 && !hidden) this.#again.add(this.#blocks.at(-1)!);
    }
  }

  #add(block: Block): void {
    const hidden =
      this.#concealed.at(-1)?.hidden === 'unsure' ? 'unsure' : (block.hidden ?? this.#concealed.at(-1)?.hidden);
    if (!hidden) this.#blocks.push(block);
    else if (textsOf(block).some(({ value }) => /\p{L}{2}|\p{N}/u.test(value))) this.#blocks.push({ ...block, hidden });
  }

  get #at() {
    const [within, boxes] = [this.#within, this.#boxes];
    return { within, ...(boxes.length > 0 && { boxes }), ...(this.#apart.length > 0 && { apart: true }) };
  }

  #text(element: Element): Text {
    return this.places.text(element, spokenPieces(element, this.places));
  }
}

/** A block for the eye beside one for the ear, which says the same. */
function isTwin(element: Element, kind: string): boolean {
  return BLOCKS.has(kind) && isForEyes(element) && !isUnshown(element) && hasEarsBeside(element);
}
