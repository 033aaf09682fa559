/** A page goes in; what its head says of it comes out: title, descriptions and offers set as data. */
import type { Document, Element } from 'domhandler';
import type { Block, Text } from '../claims/text.ts';
import { BLOCKS, kindOf } from './html-elements.ts';
import type { Places } from './html-places.ts';
import { spokenPieces } from './html-spoken.ts';
import { walkHtml } from './html-walk.ts';

const SAID = /^(?:(?:og:|twitter:)?(?:title|description)|(?:og|twitter):image:alt)$/;

/** Title and descriptions are copy too: they are what search results and link previews show. */
export function headBlocks(document: Document, places: Places): Block[] {
  const blocks: Block[] = [];
  const said = new Set<string>();
  const add = (text: Text) => {
    if (!text.value || said.has(text.value)) return;
    said.add(text.value);
    blocks.push({ kind: 'paragraph', text, within: [], apart: true });
  };
  walkHtml(document.children, {
    enter(element) {
      const { name, property, content } = element.attribs;
      if (element.name === 'title' && isIn(element, 'head')) add(places.text(element, spokenPieces(element, places)));
      if (element.name === 'meta' && content && SAID.test(name ?? property ?? ''))
        add(places.text(element, [{ words: content, ...places.attribute(element, 'content') }]));
      return element.name === 'html' || !BLOCKS.has(kindOf(element));
    },
  });
  return blocks;
}

function isIn({ parent }: Element, name: string): boolean {
  return parent !== null && 'name' in parent && parent.name === name;
}
