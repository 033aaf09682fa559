/** The fields of a region go in; what they name comes out, or which word names nothing and what was meant. */
import { didYouMean } from '../../did-you-mean.ts';
import type { DocsData } from '../docs-data.ts';

export type Words = readonly { value: string; at: number }[];

/** `at` is where the wrong word stands; the whole mark where it is left out. */
export interface Wrong {
  at?: number;
  length?: number;
  found: string;
  write: string;
}

export interface Asked {
  data: DocsData;
  kind: string;
  /** How a region of this kind is written. */
  form: string;
  /** `plan=pro` by name, with where its value stands. */
  fields: Map<string, Words[number]>;
  /** What stands without a name. */
  plain: Words[number][];
}

/** The key that a field names. */
export function oneOf({ kind, form, fields }: Asked, field: string, what: string, known: object): string | Wrong {
  const word = fields.get(field);
  if (!word) return { found: `\`${kind}\` does not say which \`${field}\`.`, write: `\`${form}\`.` };
  return Object.hasOwn(known, word.value) ? word.value : unknown(what, word, word.value, known);
}

/** The keys that a field lists, with commas. */
export function severalOf({ kind, form, fields }: Asked, field: string, what: string, known: object): string[] | Wrong {
  const word = fields.get(field);
  if (!word) return { found: `\`${kind}\` does not say which \`${field}\`.`, write: `\`${form}\`.` };
  let at = word.at;
  const names = word.value.split(',');
  for (const name of names) {
    if (!Object.hasOwn(known, name)) return unknown(what, { value: name, at }, name, known);
    at += name.length + 1;
  }
  return names;
}

export function unsaid({ fields }: Asked, field: string, what: string): Wrong {
  const word = fields.get(field);
  const place = word && { at: word.at, length: word.value.length };
  return { ...place, found: `The matrix does not say ${what}.`, write: 'it in the matrix, or leave the region out.' };
}

/** `known`: names, or names with how each is written. */
export function unknown(what: string, word: Words[number] | undefined, name: string, known: object): Wrong {
  const names = Array.isArray(known) ? (known as string[]) : Object.keys(known);
  const near = didYouMean(name, names);
  const form = (one: string) => (known as Record<string, unknown>)[one];
  const all = names.map((one) => `\`${typeof form(one) === 'string' ? form(one) : one}\``).join(', ');
  return {
    ...(word && { at: word.at, length: Math.max(1, word.value.length) }),
    found: `The matrix has no ${what} \`${name}\`.`,
    write: near ? `\`${near}\`.` : `one of ${all}.`,
  };
}
