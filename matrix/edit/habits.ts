/** A YAML document goes in; how it is written, as far as it shows, comes out: indents, spaces in brackets, quotes. */
import { type Document, isCollection, isMap, isScalar, isSeq, Scalar, visit } from 'yaml';
import type { Collection } from './extent.ts';

export interface Habits {
  /** Spaces by which a map stands further in than its key. */
  step: number;
  /** Spaces by which a list stands further in than its key. */
  listStep: number;
  /** Spaces inside the brackets of a one-line map, and of a one-line list. */
  mapSpace: string;
  listSpace: string;
  singleQuotes: boolean;
}

/** Spaces in maps and none in lists, as in the pages of the language. */
export const PAGE_HABITS: Habits = { step: 2, listStep: 2, mapSpace: ' ', listSpace: '', singleQuotes: false };

export function habitsOf(document: Document, text: string): Habits {
  const seen: Partial<Habits> = {};
  visit(document, {
    Collection: (_key, node, parents) => {
      const token = node.srcToken as Collection | undefined;
      if (!token || node.items.length === 0) return;
      if (token.type === 'flow-collection') {
        const space = /^ *(?=\S)/.exec(text.slice(token.offset + 1, token.offset + 10))?.[0];
        if (isMap(node)) seen.mapSpace ??= space;
        else seen.listSpace ??= space;
        return;
      }
      const around = parents.findLast((one) => isCollection(one));
      if (!isMap(around)) return;
      const further = token.indent - (around.srcToken as Collection).indent;
      if (isSeq(node)) seen.listStep ??= further;
      else seen.step ??= further;
    },
    Scalar: (_key, node) => {
      if (isScalar(node) && node.type?.startsWith('QUOTE')) seen.singleQuotes ??= node.type === Scalar.QUOTE_SINGLE;
    },
  });
  const { step = 2, listStep = step, mapSpace = ' ', listSpace = '', singleQuotes = false } = seen;
  return { step, listStep, mapSpace, listSpace, singleQuotes };
}
