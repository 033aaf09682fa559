/** Headings go in, in reading order; what they say about the blocks under them comes out. */

import type { Subject } from '../../matrix/types.ts';
import type { Context } from './claim.ts';
import { type Item, itemsOf, namingItems, type PlansItem, type Reading } from './items.ts';
import type { Block } from './text.ts';
import { tokensOf } from './tokens.ts';

export interface Heading {
  depth: number;
  within: readonly number[];
  context: Context;
}

/** Sections that speak of no plan's present promise, whatever plan the headings above them name. */
const APART =
  /^(?:see also|related|read more|further reading|next(?: steps?)?|more|other plans|compare.*|comparison.*|requirements?|prerequisites?|faqs?|(?:frequently asked )?questions.*|troubleshooting|not included.*|what(?:'s| is) not included|(?:does )?not .*|.*\b(?:cannot|can't|not)\b.*|without .*|examples?.*|upgrad.*|downgrad.*|migrat.*|switching .*|moving .*|refunds?.*|known issues|limitations|roadmap|coming soon|testimonials?|customers?.*)$/i;

/** A log of what was so: nothing under it is claimed of today. */
const LOG =
  /^(?:change ?log|release notes?|release history|release v?\d.*|revision history|version history|what(?:'s| is|’s) new|history of changes|\[?v?\d+\.\d+(?:\.\d+)*\b.*|\[?unreleased\]?|(?:19|20)\d\d(?:-\d\d)?(?:-\d\d)?\b.*)$/i;

/** Sections that speak of what the heading above them names. */
const OF_PARENT =
  /^(?:before you (?:begin|start)|prerequisites?|requirements?|(?:plans?|licen[cs]e|licensing)(?: (?:and )?requirements?)?|availability|overview|introduction)$/i;

/** Sections of what one has to have. */
const ASKS =
  /^(?:before you (?:begin|start)|prerequisites?|requirements?|(?:plans?|licen[cs]e|licensing)(?: (?:and )?requirements?)?)$/i;

export function headingOf(reading: Reading, block: Block & { kind: 'heading' }): Heading {
  return { depth: block.depth, within: block.within, context: contextOf(reading, block.text.value) };
}

/** Ends what a heading of this depth ends, and what spoke only for another container. */
export function closeHeadings(
  headings: Heading[],
  { depth, within }: { depth: number; within: readonly number[] },
): void {
  while (headings.length && (headings.at(-1)!.depth >= depth || !inside(within, headings.at(-1)!.within)))
    headings.pop();
}

export function contextAt(headings: readonly Heading[], block: Block, base: Context): Context {
  const open = headings.filter((heading) => inside(block.within, heading.within));
  return Object.assign({}, base, ...open.map((heading) => heading.context));
}

/** Whether a block stands in a container, or in one within it. */
export function inside(within: readonly number[], container: readonly number[]): boolean {
  return container.every((one, i) => within[i] === one);
}

function contextOf(reading: Reading, value: string): Context {
  const words = value.replace(/^[^\p{L}\p{N}[]+/u, '').trim();
  if (LOG.test(words)) return { log: true };
  const items = namingItems(reading, value, true);
  const plan = planOf(reading, value);
  const length = value.replace(/\([^()]*\)/g, '').trim().length;
  const keys = items.flatMap((item) =>
    item.kind === 'key' && item.to - item.from >= length * 0.8 ? [item.subject] : [],
  );
  const line = items.find((item) => item.kind === 'line');
  const names = items.filter((item) => item.kind === 'plans');
  const apart = !plan && (APART.test(words) || /\?\s*$/.test(words) || names.length > 0);
  return {
    ...(plan && { plans: { known: plan.versions } }),
    ...(apart && { plans: undefined }),
    ...(keys.length === 1 && keys[0]!.kind === 'limit' && { subject: keys[0] }),
    ...(line?.kind === 'line' && { line: line.line }),
    ...(!OF_PARENT.test(words) && { feature: featureOf(value, items) }),
    asks: ASKS.test(words),
  };
}

/** The one capability that a heading is the name of, whatever plans stand behind it in brackets. */
export function featureOf(value: string, items: readonly Item[]): Subject | undefined {
  const keys = items.flatMap((item) => (item.kind === 'key' && item.subject.kind === 'capability' ? [item] : []));
  const [key] = keys;
  if (!key || keys.length > 1) return undefined;
  const rest = `${value.slice(0, key.from)}${value.slice(key.to)}`.replace(/\([^()]*\)/g, '');
  return DOING.test(rest) ? key.subject : undefined;
}

/** "Set up single sign-on", "Audit log settings": what one does with the thing. */
const DOING =
  /^[^\p{L}\p{N}]*(?:(?:set(?:ting)? up|configur(?:e|ing)|enabl(?:e|ing)|us(?:e|ing)|manag(?:e|ing)|about)\s+(?:your |the )?)?[^\p{L}\p{N}]*(?:\s*(?:settings|overview|configuration|set-?up|guide|and))*[^\p{L}\p{N}]*$/iu;

/** "Start with the Relay plan": a name comes soon or not at all. */
function mayBeginWithPlan({ find }: Reading, words: string): boolean {
  return tokensOf(words.slice(0, 80))
    .slice(0, 6)
    .some(({ folded }) => find.begins(folded));
}

/** Longer words than a plan, its prices and how they are paid say more than that. */
const LONGEST_LABEL = 200;

/** The one plan that words name and say little more of than its price: "The Relay plan", "Relay – $4.99/month". */
export function planOf(reading: Reading, words: string, title = true): PlansItem | undefined {
  if (words.length > LONGEST_LABEL || !reading.mayNamePlan(words) || !mayBeginWithPlan(reading, words))
    return undefined;
  const items = itemsOf(reading, words, title);
  // "Get Relay", "Start with Relay".
  const at = items.findIndex(({ kind }) => kind !== 'word');
  const plan = items[at];
  const others = items.slice(at + 1);
  if (plan?.kind !== 'plans' || plan.versions.length !== 1 || plan.relation || plan.possessive) return undefined;
  if (
    !/^(?:[^\p{L}\p{N}]|(?:the|choose|get|buy|try|order|about|start with|switch to|your plan|most popular|recommended|best value)\b)*$/iu.test(
      words.slice(0, plan.from),
    )
  )
    return undefined;
  const rest = words
    .slice(plan.to)
    .replace(
      /^\)?(?:[ -]only)?\s*(?:(?:plan|edition|tier)s?)?(?: (?:features|capabilities|benefits|highlights|includes))?(?!\p{L})/iu,
      '',
    );
  if (/^\s*[:.]?\s*$/.test(rest) || ASIDE.test(rest)) return plan;
  const priced = others.every((item) => ['money', 'free', 'on_request'].includes(item.kind)) && others.length > 0;
  return priced &&
    PRICED.test(
      others.reduceRight((left, item) => left.slice(0, item.from) + left.slice(item.to), words).slice(plan.to),
    )
    ? plan
    : undefined;
}

/** In brackets; or, as a badge and a button beside the name are read, without them. */
const ASIDE =
  /^\s*(?:\((?:recommended|most popular|popular|current|default|best value|new)\)|(?:[:·–—|-]\s*)?(?:recommended|most popular|popular|best value|best seller|current plan|your plan|new|beta|save \d{1,2} ?%|★|⭐️?)!?|(?:buy|choose|select|subscribe|upgrade|sign up|get started|start now|try (?:it )?(?:for )?free|start (?:a |your )?(?:free )?trial|contact (?:us|sales)|learn more))\s*$/i;
const PRICED =
  /^\)?\s*(?:plan\b|edition\b)?[\s:;,()–—|/-]*(?:(?:or|and|from|at|is|forever|just|only|billed|paid|monthly|yearly|annually|per|month|year|mo|yr|a|user|when|if)\b[\s:;,().–—|/-]*)*$/i;
