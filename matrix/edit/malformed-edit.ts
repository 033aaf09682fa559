/** An edit as a form or a request brings it goes in; what is wrong with the edit itself comes out. */
import { didYouMean } from '../did-you-mean.ts';
import type { MatrixEdit } from './matrix-edit.ts';
import type { Refusal } from './refusal.ts';

type Loose = Readonly<Record<string, unknown>>;

interface Wanted {
  good: (value: unknown) => boolean;
  write: string;
}

const matches = (pattern: RegExp, write: string): Wanted => ({
  good: (value) => typeof value === 'string' && pattern.test(value),
  write,
});
const oneOf = (...words: string[]): Wanted => ({
  good: (value) => words.includes(value as string),
  write: words.map((word) => `\`${word}\``).join(' or '),
});
const optional = ({ good, write }: Wanted): Wanted => ({ good: (value) => value === undefined || good(value), write });

const TEXT = matches(/\S/, 'text');
const KEY = matches(/^[a-z][a-z0-9_]*$/, 'a key: small letters, digits and _, starting with a letter');
const ID = matches(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'an id: letters, digits, _ . and -');
const MAP: Wanted = {
  good: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  write: 'a map of fields',
};
const LIMIT: Wanted = {
  good: (value) => value === 'unlimited' || value === 'unknown' || (Number.isSafeInteger(value) && Number(value) >= 0),
  write: 'a whole number, `unlimited` or `unknown`',
};

const CONTRACT = { plan: optional(TEXT), past_version: optional(TEXT) };
const ENTRY = { key: KEY, fields: MAP, after: optional(TEXT) };

const WANTED: Readonly<Record<MatrixEdit['kind'], Readonly<Record<string, Wanted>>>> = {
  set_capability: { ...CONTRACT, key: TEXT, value: oneOf('included', 'excluded') },
  set_limit: { ...CONTRACT, key: TEXT, value: LIMIT },
  set_price: {
    ...CONTRACT,
    currency: matches(/^[A-Z]{3}$/, 'a currency as ISO 4217 writes it, such as USD'),
    interval: oneOf('month', 'year', 'once'),
    amount: matches(/^\d+(\.\d+)?$/, "an amount as text of digits, such as '4.99'"),
  },
  add_capability: ENTRY,
  add_limit: ENTRY,
  add_plan: ENTRY,
  add_past_version: { ...ENTRY, key: ID },
  add_version: { plan: TEXT, version: ID, until: TEXT, name: optional(TEXT), after: optional(TEXT) },
};

export function malformedEdit(edit: MatrixEdit): Refusal | undefined {
  const loose = (edit ?? {}) as unknown as Loose;
  const kinds = Object.keys(WANTED);
  if (!kinds.includes(String(loose.kind))) {
    const near = didYouMean(String(loose.kind), kinds);
    return refusal(`There is no edit \`${loose.kind}\`.`, near ? `\`${near}\`.` : `one of ${kinds.join(', ')}.`);
  }
  const wanted = Object.entries(WANTED[edit.kind]);
  const wrong = wanted.find(([field, { good }]) => !good(loose[field]));
  if (wrong) return refusal(`\`${wrong[0]}\` of the edit is ${shown(loose[wrong[0]])}.`, `${wrong[1].write}.`);
  const named = ['plan', 'past_version'].filter((field) => loose[field] !== undefined);
  if (wanted[0]![0] !== 'plan' || named.length === 1) return undefined;
  return refusal(
    `The edit names ${named.length ? 'a plan and a past version' : 'no plan'}.`,
    '`plan` or `past_version`.',
  );
}

function refusal(found: string, write: string): Refusal {
  return { path: [], found, write };
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  return typeof value === 'string' || typeof value === 'number' ? `\`${value}\`` : 'neither text nor a number';
}
