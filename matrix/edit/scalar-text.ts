/** A word, a number or nothing goes in; how YAML writes it comes out, in quotes only where it would be read otherwise. */
import { Scalar, stringify } from 'yaml';
import { type Data, isDigits } from './data.ts';

export interface Wording {
  /** Inside `{ }` or `[ ]`, where more has to be quoted. */
  flow: boolean;
  singleQuotes: boolean;
  /** The quotes that stood around the text before. */
  quotes?: Scalar.Type;
}

/** Line breaks, what no editor shows, and what turns the direction of a line. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** The ids of keys, plans and versions, which are most of a matrix: the library is not asked about them. */
const PLAIN = /^[a-z][a-z0-9_]*$/;
/** What some version of YAML reads as something else. */
const RESERVED = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);

export function scalarText(data: Data, { flow, singleQuotes, quotes }: Wording): string {
  if (isDigits(data)) return data.digits;
  if (typeof data !== 'string') return String(data);
  if (!quotes && PLAIN.test(data) && !RESERVED.has(data)) return data;
  if (data.search(HIDDEN) >= 0) return JSON.stringify(data).replace(HIDDEN, escaped);
  const scalar = new Scalar(data);
  if (quotes?.startsWith('QUOTE')) scalar.type = quotes;
  // What YAML 1.1 takes for a boolean or a date is quoted too: other readers of the file may speak it.
  const options = { compat: 'yaml-1.1', lineWidth: 0, singleQuote: singleQuotes || null } as const;
  return flow
    ? stringify([scalar], { ...options, collectionStyle: 'flow', flowCollectionPadding: false })
        .trimEnd()
        .slice(1, -1)
    : stringify({ k: scalar }, options).trimEnd().slice('k: '.length);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
