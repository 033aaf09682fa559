/** An element goes in; prices in its data attributes, which a script may write in place of its words, come out. */
import { type Element, isTag, isText } from 'domhandler';
import { BLOCKS } from './html-elements.ts';
import type { Places } from './html-places.ts';
import { SIGN, type Swap } from './html-versions.ts';
import type { Piece } from './source-text.ts';

const PRICE = /^\s*(?:[A-Z]{0,3}[$€£¥₹]\s?\d[\d.,\s]*|\d[\d.,\s]*[€£¥₹]|\d[\d.,]*)\s*(?:(?:\/|per )\s*[a-z]+)?\s*$/;
/** A number alone is a price where its name says so. */
const NAMED = /(?:^|-)(?:price|amount|cost|month|monthly|year|yearly|annual|annually)(?:-|$)/;
const LONGEST = 40;

export function swapOf(element: Element, places: Places): Swap | undefined {
  const { attribs } = element;
  let words: string | undefined;
  let swap: Map<string, Piece> | undefined;
  for (const key in attribs) {
    const value = attribs[key]!;
    if (!key.startsWith('data-') || value.length > LONGEST || !PRICE.test(value)) continue;
    if (!SIGN.test(value) && !NAMED.test(key.slice('data-'.length))) continue;
    words ??= ownWords(element).trim();
    if (!/\d/.test(words) || (!SIGN.test(value) && SIGN.test(words)) || isSame(value, words)) continue;
    swap ??= new Map();
    swap.set(key, { words: value, ...places.attribute(element, key) });
  }
  return swap;
}

/** Nothing where blocks stand in it. */
function ownWords({ children }: Element): string {
  let words = '';
  for (const child of children) {
    if (isTag(child) && (BLOCKS.has(child.name) || words.length > LONGEST)) return '';
    words += isText(child) ? child.data : isTag(child) ? ownWords(child) : '';
  }
  return words.length > LONGEST ? '' : words;
}

/** Also where it is set in cents. */
function isSame(value: string, words: string): boolean {
  const [a, b] = [value, words].map((one) => Number(one.replace(/[^\d.]/g, '')));
  return a === b || a === b! * 100;
}
