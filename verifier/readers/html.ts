/** An HTML text goes in; its blocks as a visitor reads or hears them, with selectors as places, come out. */
import { type ChildNode, Document, type Element } from 'domhandler';
import type { Block, Text } from '../claims/text.ts';
import { type Containers, containersOf } from './html-containers.ts';
import { BLOCKS, isHeading, isHidden, isSilent, kindOf } from './html-elements.ts';
import { type PageFacts, pageFacts } from './html-facts.ts';
import { parsePage } from './html-flattened.ts';
import { headBlocks } from './html-head.ts';
import { type Places, placesOnPage } from './html-places.ts';
import { selectorsOfPage } from './html-selector.ts';
import { cellPieces, nameOf, pieceOf, spokenPieces } from './html-spoken.ts';
import { definitionsIn, gridOf } from './html-table.ts';
import { findElement, walkHtml } from './html-walk.ts';
import { linkedDataIn } from './json-ld.ts';
import type { Piece } from './source-text.ts';

export { hasElement } from './html-selector.ts';

export interface Page extends PageFacts {
  blocks: Block[];
  /** Selectors of data that could not be read. */
  unread: string[];
  document: Document;
}

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

/** `url` is the page's address as it shall stand in places: relative to its surface's base. Never throws. */
export function readHtml(source: string, url: string): Page {
  const document = parsePage(source);
  const selectorOf = selectorsOfPage();
  const { blocks, unread } = textOfPage(document, placesOnPage(url, selectorOf));
  return { blocks, unread: unread.map(selectorOf), document, ...pageFacts(document) };
}

/** Why data in a page is unread. */
export const NO_DATA = 'has data of schema.org that is no JSON, or nests too deep';

export interface PageText {
  blocks: Block[];
  /** Scripts of data that could not be read. */
  unread: Element[];
}

/** Blocks of the head, then of what is shown, then of offers set as data. */
export function textOfPage(document: Document, places: Places): PageText {
  const unread: Element[] = [];
  const data = linkedDataIn(document).flatMap(({ script, shown }) => {
    if (!shown) unread.push(script);
    // No visitor sees these elements: the script that says so is the place on a page.
    const inScript: Places = { ...places, text: (_, pieces) => places.text(script, pieces) };
    return shown?.length ? shownBlocks(documentOf(shown), inScript) : [];
  });
  return { blocks: [...headBlocks(document, places), ...shownBlocks(document, places), ...data], unread };
}

/** Nodes as a page of their own. */
export function documentOf(nodes: ChildNode[]): Document {
  const document = new Document(nodes);
  for (const node of nodes) node.parent = document;
  return document;
}

/** What a reader of the page is shown or told. */
export function shownBlocks(document: Document, places: Places): Block[] {
  return joinContinuations(new PageReader(places, containersOf(document.children)).read(document));
}

class PageReader {
  #blocks: Block[] = [];
  /** Elements open around the words, outermost first, and those among them that words are told of. */
  #trail: Element[] = [];
  #around: Element[] = [];
  #within: readonly number[] = [];
  #next = 1;
  #items = 0;
  #owners = 0;
  #apart: Element[] = [];
  /** Inline words since the last block began, and the element that they stand in. */
  #words?: { pieces: Piece[]; element: Element };

  constructor(
    private readonly places: Places,
    private readonly containers: Containers,
  ) {}

  read(document: Document): Block[] {
    walkHtml(document.children, {
      enter: (element) => this.#enter(element),
      text: (data, node) => this.#say(pieceOf(data, node)),
      leave: (element) => this.#leave(element),
    });
    this.#flush();
    return this.#blocks;
  }

  #enter(element: Element): boolean {
    const kind = kindOf(element);
    this.#trail.push(element);
    if (isSilent(element) || isHidden(element)) return false;
    if (kind === 'br') this.#say({ words: ' ', from: element.startIndex ?? 0, to: element.startIndex ?? 0 });
    const name = nameOf(element, this.places);
    for (const piece of name ?? []) this.#say(piece);
    if (name) return false;
    if (!BLOCKS.has(kind)) return true;
    this.#flush();
    this.#open(element, kind);
    return this.#descends(element, kind);
  }

  #leave(element: Element): void {
    this.#trail.pop();
    if (this.#around.at(-1) !== element) return;
    this.#flush();
    this.#around.pop();
    const kind = kindOf(element);
    if (kind === 'li') this.#items -= 1;
    if (OWNERS.has(kind) || this.containers.cards.has(element)) this.#owners -= 1;
    if (this.#apart.at(-1) === element) this.#apart.pop();
    if (this.#contains(element, kind)) this.#within = this.#within.slice(0, -1);
  }

  #open(element: Element, kind: string): void {
    const apart = kind === 'nav' || ((kind === 'footer' || kind === 'aside') && this.#owners === 0);
    if (apart) this.#apart.push(element);
    this.#around.push(element);
    if (kind === 'li') this.#items += 1;
    if (OWNERS.has(kind) || this.containers.cards.has(element)) this.#owners += 1;
    if (this.#contains(element, kind)) this.#within = [...this.#within, this.#next++];
  }

  #contains(element: Element, kind: string): boolean {
    return CONTAINERS.has(kind) || this.containers.cards.has(element);
  }

  /** Tables, definitions and headings are read whole; of everything else, the parts. */
  #descends(element: Element, kind: string): boolean {
    if (kind === 'table' && !this.containers.layout.has(element)) {
      const { head, rows } = gridOf(element);
      this.#add({
        kind: 'table',
        head: head.map((cells) => this.#joined(cells)),
        rows: rows.map((row) => row.map((cell) => this.#cell(cell))),
        ...this.#at,
      });
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
    if (text.value) this.#add({ kind: 'heading', depth: summary ? 6 : Number(element.name[1]), text, ...this.#at });
    return false;
  }

  #say(piece: Piece): void {
    const element = this.#trail.at(-1);
    if (!element || (!this.#words && !piece.words.trim())) return;
    this.#words ??= { pieces: [], element: this.#around.at(-1) ?? element };
    this.#words.pieces.push(piece);
  }

  #flush(): void {
    const words = this.#words;
    this.#words = undefined;
    if (!words?.pieces.some((piece) => piece.words.trim())) return;
    const text = this.places.text(words.element, words.pieces);
    this.#add({ kind: this.#items > 0 ? 'item' : 'paragraph', text, ...this.#at });
  }

  #add(block: Block): void {
    this.#blocks.push(block);
  }

  get #at() {
    return { within: this.#within, ...(this.#apart.length > 0 && { apart: true }) };
  }

  #text(element: Element): Text {
    return this.places.text(element, spokenPieces(element, this.places));
  }

  #cell(cell: Element): Text {
    return this.places.text(cell, cellPieces(cell, this.places));
  }

  /** Head cells above each other: "Price" over "per month". */
  #joined(cells: readonly Element[]): Text {
    const pieces = cells.flatMap((cell) => [...cellPieces(cell, this.places), { words: ' ', ...NOTHING }]);
    return this.places.text(cells.at(-1)!, pieces);
  }
}

const NOTHING = { from: 0, to: 0 };
const CONTINUES = /^(?:\/|per |a month\b|a year\b|monthly\b|yearly\b|billed )/i;
const MOST_JOINED = 4;

/** A page often sets "/ month" as a block of its own beside its amount. */
function joinContinuations(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let joined = 0;
  for (const block of blocks) {
    const last = out.at(-1);
    const continues =
      block.kind === 'paragraph' &&
      last?.kind === 'paragraph' &&
      joined < MOST_JOINED &&
      CONTINUES.test(block.text.value);
    joined = continues ? joined + 1 : 0;
    if (!continues || last?.kind !== 'paragraph') {
      out.push(block);
      continue;
    }
    const before = last.text;
    const value = `${before.value} ${block.text.value}`;
    out[out.length - 1] = {
      ...last,
      text: { value, place: (from, to) => before.place(from, Math.min(to, before.value.length)) },
    };
  }
  return out;
}
