/** A clause under a heading that names a capability goes in; who is said to have "it" comes out. */
import type { Claim } from './claim.ts';
import type { Clause } from './sentence-claims.ts';
import { whomOf } from './whom.ts';

/** "Tier: Premium, Ultimate", "Available on the Pro plan." */
const LABEL =
  /^[^\p{L}]*(?:requires?|(?:required |minimum )?(?:plans?|tiers?|editions?|licen[cs]es?)|(?:(?:this|the) (?:feature|functionality|capability|option) (?:is )?)?(?:only )?(?:available|included|offered) (?:on|in|with|to|for|from)|(?:this|the) (?:feature|functionality|capability|option) requires|availability|offering)\s*:?\s*/iu;

/** "An Enterprise licence is required." */
const REQUIRED = /\s+(?:is|are) required(?: to use (?:it|this|this feature))?[.\s]*$/;

/** "A Pro licence", under "Prerequisites". */
const LICENCE = /\b(?:licen[cs]e|plan|subscription|tier|edition)\.?\s*$/i;

/** "Enterprise plan only." */
export const ONLY = /^[^\p{L}]*\p{Lu}[^.:;]{1,60} only[.\s]*$/u;

/** The words hold who has it, and nothing else: what else they name is about something else. */
export function featureClaims({ reading, words, items, context }: Clause): Claim[] {
  const { feature } = context;
  if (!feature || items.some((item) => item.kind === 'key')) return [];
  const label = LABEL.exec(words);
  const who = [
    ...(context.asks && LICENCE.test(words) ? [words.replace(/^[^\p{L}]+/u, '')] : []),
    ...(ONLY.test(words) ? [words.replace(/\s+only[.\s]*$/, '')] : []),
    ...(REQUIRED.test(words) ? [words.replace(REQUIRED, '')] : []),
    ...(label ? [words.slice(label[0].length)] : []),
  ];
  const whom = who.map((one) => whomOf(reading, one.replace(/[.\s]+$/, ''))).find((one) => one !== undefined);
  if (!whom) return [];
  const from = words.search(/\p{L}/u);
  return [{ subject: feature, value: { kind: 'included' }, ...whom, certain: true, from, to: words.trimEnd().length }];
}
