/** One sentence and what its surroundings say go in; the claims that it makes come out, with their ranges. */

import { asideClaims } from './aside-claims.ts';
import { capabilityClaims } from './capability-claims.ts';
import type { Claim, Context } from './claim.ts';
import { clausesOf } from './clauses.ts';
import { featureClaims } from './feature-claims.ts';
import { type Item, itemsOf, type Reading } from './items.ts';
import { limitClaims } from './limit-claims.ts';
import { periodClaims } from './period-claims.ts';
import { priceClaims } from './price-claims.ts';
import { isPromise } from './promise.ts';
import { relationClaims } from './relation-claims.ts';

export interface Clause {
  reading: Reading;
  words: string;
  items: Item[];
  context: Context;
  /** What clauses before this one, in the same sentence, spoke of. */
  before?: { limit?: string };
}

/** Without one of these, or a subject from around them, words claim nothing. */
function binds(item: Item): boolean {
  return item.kind === 'word' ? item.class === 'trial' || item.class === 'grace' : BINDING.has(item.kind);
}

const BINDING: ReadonlySet<Item['kind']> = new Set([
  'key',
  'amount',
  'unlimited',
  'money',
  'free',
  'on_request',
  'base',
] as const);

const WHOSE: ReadonlySet<Item['kind']> = new Set(['plans', 'base', 'other_name'] as const);

/** Whether words say something although no plan is spoken of: what they say is then anybody's, and a guess. */
function saysAlone(items: readonly Item[]): boolean {
  const limit = items.some(isLimit);
  return items.some((item) => {
    if (item.kind === 'key' || item.kind === 'line') return false;
    if (item.kind === 'amount') return limit || item.unit !== undefined || item.key !== undefined;
    return item.kind !== 'word' || item.class === 'trial' || item.class === 'grace';
  });
}

function isLimit(item: Item): boolean {
  return item.kind === 'key' && item.subject.kind === 'limit';
}

/** "The next plan up", "larger plans": not the plan whose heading this stands under. */
export const OTHER_PLANS =
  /\b(?:next|other|paid|larger|bigger|higher|smaller|lower|cheaper|previous|old)\s+(?:\w+ )?plans?\b/i;

/** "It includes the Relay server, 14 days of history and …": one of the things that "it" has. */
function isMember(words: string, items: readonly Item[], item: Item): boolean {
  const has = items[0];
  return (
    has?.kind === 'word' &&
    has.class === 'has' &&
    has.from < item.from &&
    /^\s*(?:It|This plan) (?:also )?$/.test(words.slice(0, has.from)) &&
    items.every((one) => one.kind !== 'plans' && !(one.kind === 'word' && one.class === 'not')) &&
    /(?:[,;]|\band|^)\s*(?:the )?$/.test(words.slice(has.to, item.from)) &&
    /^(?: \p{Ll}+){1,2}\s*[,;]/u.test(words.slice(item.to))
  );
}

/** `words` is one sentence, list item or cell. */
export function sentenceClaims(reading: Reading, words: string, around: Context): Claim[] {
  if (!around.subject && !around.feature && !reading.mayName(words)) return [];
  const all = itemsOf(reading, words);
  if (!around.subject && !around.feature && !all.some(binds)) return [];
  const spoken = around.subject ?? around.feature ?? around.plans;
  if (!spoken && !all.some(({ kind }) => WHOSE.has(kind)) && !saysAlone(all)) return [];
  return grammarClaims(reading, words, around);
}

/** The same, whether its words may claim something or not. */
export function grammarClaims(reading: Reading, words: string, around: Context): Claim[] {
  const all = itemsOf(reading, words);
  if (!isPromise(words)) return asideClaims(reading, words, (aside) => sentenceClaims(reading, aside, {}));
  const context = OTHER_PLANS.test(words) ? { ...around, plans: undefined } : around;
  if (all.some((item) => item.kind === 'other_name' && !isMember(words, all, item))) return [];
  const before = {};
  return clausesOf(words, all).flatMap((items) => {
    const clause: Clause = { reading, words, items, context, before };
    return [
      ...relationClaims(clause),
      ...priceClaims(clause),
      ...limitClaims(clause),
      ...periodClaims(clause),
      ...capabilityClaims(clause),
      ...featureClaims(clause),
    ];
  });
}
