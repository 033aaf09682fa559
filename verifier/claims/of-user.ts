/** A clause and a value in it go in; whether it is what one user of a plan has or pays, and not what the plan gives, comes out. */
import type { Item } from './items.ts';
import type { Clause } from './sentence-claims.ts';

const HOLDERS =
  '(?:customers?|users?|teams?|accounts?|subscribers?|workspaces?|compan(?:y|ies)|agenc(?:y|ies)|organi[sz]ations?|business(?:es)?|studios?|shops?|startups?|departments?|groups?)';
/** "A team on Growth …", "Someone using the Growth plan …" */
const BEFORE = /\p{L} (?:on|using|under) (?:the |our |a )?$/u;
const WITH = /^(?: plan| tier| edition)?,? (?:with|having|running|using)\b/;
const HOLDER_WITH = new RegExp(`^(?: plan| tier)? ${HOLDERS} (?:with|having|running|using)\\b`);
/** From here on it is the plan's again. */
const GIVES = /\b(?:gets?|ha(?:s|ve)|includes?|can|may|keeps?|receives?|gives?|allows?|is|are)\b/;
/** "A 3-person team on Growth pays …" */
const SIZED = new RegExp(String.raw`\d-\p{L}+ ${HOLDERS} (?:on|using|under) (?:the |our )?$`, 'u');

/** Characters between a plan and what its user has, and before it, that are looked at. */
const FAR = 200;
const NEAR = 80;

export function isOfUser({ items, words }: Clause, value: Item): boolean {
  const plan = items.findLast((one) => one.kind === 'plans' && one.to <= value.from);
  const named = plan ?? items.find((one) => one.kind === 'plans');
  if (!named || Math.abs(value.from - named.to) > FAR) return false;
  const before = words.slice(Math.max(0, named.from - NEAR), named.from);
  if (SIZED.test(before)) return true;
  if (!plan) return false;
  const between = words.slice(plan.to, value.from);
  const used = HOLDER_WITH.test(between) || (WITH.test(between) && BEFORE.test(before));
  return used && !GIVES.test(between);
}
