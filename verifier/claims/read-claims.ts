/** A document's blocks go in; every claim in them, with its place, comes out as an observation. */
import type { Holder, Place } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { Observation } from '../types.ts';
import type { Claim, Context } from './claim.ts';
import { itemsOf, type Reading } from './items.ts';
import { nameFinder } from './names.ts';
import { sentenceClaims } from './sentence-claims.ts';
import { sentencesOf } from './sentences.ts';
import { tableClaims } from './table-claims.ts';
import { type Block, sliceText, type Text } from './text.ts';

export interface ReadOptions {
  surface: string;
  vocabulary: Vocabulary;
  /** Whose page it is, where somebody is signed in. */
  own?: Holder;
}

interface Heading {
  depth: number;
  within: readonly number[];
  context: Context;
}

export function readClaims(blocks: readonly Block[], { surface, vocabulary, own }: ReadOptions): Observation[] {
  const reading: Reading = { vocabulary, find: nameFinder(vocabulary) };
  const headings: Heading[] = [];
  const base: Context = own ? { plans: { own } } : {};
  return blocks.flatMap((block) => {
    const context = contextAt(headings, block, base);
    if (block.kind === 'heading') {
      closeHeadings(headings, block);
      headings.push({ depth: block.depth, within: block.within, context: headingContext(reading, block.text) });
      return blockClaims(reading, block.text, contextAt(headings, block, base), surface);
    }
    if (block.kind === 'table') {
      return tableClaims(reading, block, context).map(({ claim, text }) => observe(surface, text, claim));
    }
    return blockClaims(reading, block.text, context, surface);
  });
}

/** Sentences of one block; "It keeps …" speaks of the one plan that the sentence before it named. */
function blockClaims(reading: Reading, text: Text, context: Context, surface: string): Observation[] {
  let last: Context['plans'];
  return sentencesOf(text.value).flatMap(({ from, to }) => {
    const words = text.value.slice(from, to);
    const plans = itemsOf(reading, words).filter((item) => item.kind === 'plans');
    const pronoun = !plans.length && last && /^\s*(?:It|They|This plan|That plan|You also|Both)\b/.test(words);
    const claims = sentenceClaims(reading, words, pronoun ? { ...context, plans: last } : context);
    if (plans.length) last = plans.length === 1 && plans[0]?.kind === 'plans' ? { known: plans[0].versions } : undefined;
    const sentence = sliceText(text, from, to);
    return claims.map((claim) => observe(surface, sentence, claim));
  });
}

function observe(surface: string, text: Text, claim: Claim): Observation {
  const { subject, value, plans, relation, certain, currency, from, to } = claim;
  const words = text.value.slice(from, to).replace(/\s+/g, ' ').trim();
  const place: Place = text.place(from, to);
  const about = { words, subject, certain, plans, ...(relation && { relation }), ...(currency && { offer: { currency } }) };
  return { surface, about, outcome: { kind: 'read', value }, at: [place] };
}

/** A heading that is a plan's name, or little more, sets the plan; one that names a limit sets that. */
function headingContext(reading: Reading, text: Text): Context {
  const items = itemsOf(reading, text.value);
  const plans = items.filter((item) => item.kind === 'plans');
  const [plan] = plans;
  const length = text.value.trim().length;
  const isPlan = plans.length === 1 && plan && plan.to - plan.from >= length - ' plan'.length - 1 && plan.versions.length === 1;
  const keys = items.flatMap((item) => (item.kind === 'key' && item.to - item.from >= length * 0.8 ? [item.subject] : []));
  const line = items.find((item) => item.kind === 'line');
  return {
    ...(isPlan && { plans: { known: plan.versions } }),
    ...(keys.length === 1 && keys[0]!.kind === 'limit' && { subject: keys[0] }),
    ...(line?.kind === 'line' && { line: line.line }),
  };
}

function closeHeadings(headings: Heading[], block: Extract<Block, { kind: 'heading' }>): void {
  while (headings.length && (headings.at(-1)!.depth >= block.depth || !inside(block.within, headings.at(-1)!.within))) headings.pop();
}

function contextAt(headings: readonly Heading[], block: Block, base: Context): Context {
  const open = headings.filter((heading) => inside(block.within, heading.within));
  return open.reduce((context, heading) => ({ ...context, ...heading.context }), base);
}

function inside(within: readonly number[], container: readonly number[]): boolean {
  return container.every((one, i) => within[i] === one);
}
