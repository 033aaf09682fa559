/** A text as somebody may write it goes in; the claims read from it, one line each with its place, come out. */
import { readFileSync } from 'node:fs';
import { compileMatrix } from '../../../matrix/compile/compile.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import type { Matrix, Place, Value } from '../../../matrix/types.ts';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { readClaims } from '../../../verifier/claims/read-claims.ts';
import { readHtml } from '../../../verifier/readers/html.ts';
import { readMarkdown } from '../../../verifier/readers/markdown.ts';
import type { Mention, Observation } from '../../../verifier/types.ts';

export function matrixAt(path: string): Matrix {
  const { raw, source } = readMatrix(readFileSync(new URL(`../../../${path}`, import.meta.url)), path);
  if (!raw) throw new Error(`${path} cannot be read`);
  return compileMatrix(raw, source);
}

export const MATRICES = {
  pulse: matrixAt('matrix/entitlements.yaml'),
  harbor: matrixAt('test/fixtures/stranger/harbor.matrix.yaml'),
};

export interface Reading {
  product?: keyof typeof MATRICES;
  html?: boolean;
  /** Version of whoever is signed in. */
  own?: string;
}

export function observed(text: string, { product = 'pulse', html, own }: Reading = {}): Observation[] {
  const blocks = html ? readHtml(text, '/').blocks : readMarkdown(text, 'a.md');
  const holder = own ? { own: { version: own, state: 'active' as const } } : {};
  return readClaims(blocks, { surface: 'docs', vocabulary: vocabulary(MATRICES[product]), ...holder });
}

/** `1:3+12 relay_v6 history = 14 day`; `?` before what is not certain. */
export function claimsOf(text: string, reading: Reading = {}): string[] {
  return observed(text, reading).map((one) => `${placed(one.at[0]!)} ${said(one)}`);
}

/** The same without places, for comparing one text in two formats. */
export function said({ about, outcome }: Observation): string {
  const { plans, relation, subject, certain } = about as Mention;
  const whose = 'known' in plans ? plans.known.join(' ') : 'own' in plans ? 'own' : 'nobody';
  const what = [
    subject.kind === 'price' ? '' : subject.key,
    subject.kind === 'limit' ? '' : subject.facet,
    subject.kind === 'price' ? 'price' : '',
  ]
    .filter(Boolean)
    .join(' ');
  const value = outcome.kind === 'read' ? valued(outcome.value) : outcome.kind;
  return `${certain ? '' : '?'}${[whose, relation?.replaceAll('_', ' ')].filter(Boolean).join(' ')}: ${what} = ${value}`;
}

function placed(place: Place): string {
  if (place.kind === 'file') return `${place.line}:${place.column}+${place.length}`;
  return place.kind === 'page' ? `${place.selector} «${place.words}»` : place.path;
}

function valued(value: Value): string {
  if (value.kind === 'money') return `${value.minor} ${value.currency}${value.billed ? ' billed yearly' : ''}`;
  if (value.kind === 'duration') return `${value.n} ${value.unit}`;
  if (value.kind !== 'amount') return value.kind;
  const bound = value.bound === 'exactly' ? '' : `${value.bound.replace('_', ' ')} `;
  return `${bound}${value.n} ${value.unit}${value.per ? ` per ${value.per.unit}` : ''}`;
}
