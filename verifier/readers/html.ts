/** An HTML text goes in; its blocks as a visitor reads or hears them, with selectors as places, come out. */
import { type ChildNode, Document, type Element } from 'domhandler';
import type { Block } from '../claims/text.ts';
import { containersOf } from './html-containers.ts';
import { type PageFacts, pageFacts } from './html-facts.ts';
import { parsePage } from './html-flattened.ts';
import { headBlocks } from './html-head.ts';
import { hidingIn } from './html-hidden.ts';
import { joinedBlocks } from './html-joined.ts';
import { type Places, placesOnPage } from './html-places.ts';
import { selectorsOfPage } from './html-selector.ts';
import { linkedDataIn } from './json-ld.ts';
import { PageReader } from './page-reader.ts';
import { raised } from './raised.ts';

export { hasElement } from './html-selector.ts';

export interface Page extends PageFacts {
  blocks: Block[];
  /** Selectors of data that could not be read. */
  unread: string[];
  document: Document;
}

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
  const { children } = document;
  const told: Places = { ...places, text: (element, pieces) => places.text(element, raised(pieces)) };
  const { blocks, again } = new PageReader(told, containersOf(children), hidingIn(children)).read(document);
  return joinedBlocks(blocks, again);
}
