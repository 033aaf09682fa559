/** A sentence goes in; what it speaks of, in order, comes out: plans, keys, amounts, money, and the words that bind them. */
import type { Bound, Interval, Subject } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { amountAt } from './amount-items.ts';
import { isPlanHere } from './common-word.ts';
import { lineAt } from './line-items.ts';
import type { MayName } from './may-name.ts';
import { moneyIn } from './money.ts';
import { moneyAt } from './money-items.ts';
import type { NameFinder } from './names.ts';
import { numberAt } from './numbers.ts';
import type { Opens } from './openers.ts';
import { wordClass } from './phrases.ts';
import { everyPlan, planAt } from './plan-items.ts';
import { joinPlans } from './plan-lists.ts';
import { type Token, tokensOf } from './tokens.ts';

interface Span {
  from: number;
  to: number;
}

export type PlansItem = Span & {
  kind: 'plans';
  versions: string[];
  relation?: 'and_above' | 'only_from';
  /** "Relay's metric history": the owner of what follows, not necessarily who the sentence is about. */
  possessive?: boolean;
  /** "every MSP plan". */
  line?: string;
};

export type Item =
  | PlansItem
  | (Span &
      (
        | { kind: 'line'; line: string }
        | { kind: 'key'; subject: Subject }
        | {
            kind: 'amount';
            n: number;
            /** The lower end of a range, whose upper end is `n`. */
            least?: number;
            words: boolean;
            bound: Bound;
            unit?: string;
            key?: string;
            per?: string;
          }
        | { kind: 'unlimited' }
        | { kind: 'money'; minor: number; currency: string; interval?: Interval; billed?: 'year' }
        | { kind: 'free' }
        | { kind: 'on_request' }
        | { kind: 'base'; versions: string[] }
        /** A plan's name inside another name: "the Relay server", "Visual Studio". */
        | { kind: 'other_name' }
        | { kind: 'word'; class: WordClass }
      ));

export type WordClass = 'has' | 'part' | 'starts' | 'requires' | 'not' | 'only' | 'trial' | 'grace';

export interface Reading {
  vocabulary: Vocabulary;
  find: NameFinder;
  opens: Opens;
  mayName: MayName;
  mayNamePlan: MayName;
  /** The product line that is spoken of. */
  line?: string;
  /** Items of words that were read before: a heading is asked about often, a cell stands in many tables. */
  known: Map<string, readonly Item[]>;
  /** Words of navigation that claim nothing wherever they stand: they are the same on every page. */
  silent: Set<string>;
}

export interface Scan {
  reading: Reading;
  words: string;
  tokens: Token[];
  /** A heading, or the head of a row or column: a name may stand there alone. */
  title?: boolean;
}

/** What stands at a token, if anything, and how many tokens it takes. */
export interface Taken {
  item?: Item;
  length: number;
}

/** Sentences whose items are kept. */
const MOST_KNOWN = 500;

/** Items in order of position; names that a list joins ("Relay and Pro") are one item. */
export function itemsOf(reading: Reading, words: string, title = false): readonly Item[] {
  const { known } = reading;
  const id = title ? `\u0000${words}` : words;
  const before = known.get(id);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const items = scanItems(reading, words, title);
  known.set(id, items);
  return items;
}

const NONE: readonly Item[] = [];

/** The same for one who asks what words name: nothing where all that they could hold are words that bind others. */
export function namingItems(reading: Reading, words: string, title = false): readonly Item[] {
  return reading.mayName(words) ? itemsOf(reading, words, title) : NONE;
}

function scanItems(reading: Reading, words: string, title: boolean): Item[] {
  const money = moneyIn(words);
  const tokens = tokensOf(words);
  const scan: Scan = { reading, words, tokens, title };
  const items: Item[] = [];
  let sum = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    while (money[sum] && money[sum]!.to <= token.from) sum += 1;
    const paid = money[sum];
    const isPaid = paid !== undefined && token.from >= paid.from;
    // Most words of a text begin nothing.
    if (!isPaid && !reading.opens(token)) {
      at += 1;
      continue;
    }
    const { item, length } = isPaid ? moneyAt(scan, at, paid, money[sum + 1]) : itemAt(scan, at);
    if (item) items.push(item);
    at += length;
  }
  return joinPlans(words, items, reading.vocabulary.ofLine);
}

function itemAt(scan: Scan, at: number): Taken {
  const { tokens, reading } = scan;
  const free = freePlanAt(scan, at);
  if (free) return free;
  const phrase = wordClass(tokens, at);
  // "monitoring-uncapped": a part of another word.
  if (
    phrase?.class === 'unlimited' &&
    /[\p{L}\p{N}]-$/u.test(scan.words.slice(Math.max(0, tokens[at]!.from - 2), tokens[at]!.from))
  )
    return { length: phrase.length };
  const common = phrase && reading.find(tokens, at);
  if (common?.named.kind === 'plan' && isPlanHere(scan, at, common.length)) return nameAt(scan, at, common);
  if (phrase) {
    return {
      ...(phrase.class !== 'skip' && { item: spanning(scan, at, phrase.length, wordItem(phrase.class)) }),
      length: phrase.length,
    };
  }
  const every = everyPlan(scan, at);
  if (every) return every;
  const name = reading.find(tokens, at);
  if (name) return nameAt(scan, at, name);
  const number = numberAt(tokens, at);
  return number ? amountAt(scan, at, number) : { length: 1 };
}

/** "the free plan", where a plan is called Free. */
function freePlanAt(scan: Scan, at: number): Taken | undefined {
  const { tokens, reading } = scan;
  const [token, next] = [tokens[at]!, tokens[at + 1]];
  if (token.raw !== 'free' || !next || !/^(?:plan|tier|edition)$/.test(next.folded)) return undefined;
  const named = reading.find([{ ...token, raw: 'Free' }], 0)?.named;
  return named?.kind === 'plan' ? planAt(scan, at, { versions: named.versions, length: 1 }) : undefined;
}

/** `rest` with the range of `length` tokens from `at`. */
export function spanning<const T extends object>({ tokens }: Scan, at: number, length: number, rest: T): T & Span {
  return { ...rest, from: tokens[at]!.from, to: tokens[at + length - 1]!.to };
}

function wordItem(kind: WordClass | 'unlimited' | 'free' | 'on_request') {
  if (kind === 'unlimited' || kind === 'free' || kind === 'on_request') return { kind };
  return { kind: 'word' as const, class: kind };
}

/** Words behind "one funnel" that leave it what it is. */
const NO_NOUN =
  /^(?:and|or|is|are|in|on|for|with|from|to|by|of|at|can|per|that|which|as|only|plus|than|when|if|comes?|requires?|needs?|support|included?|available|access|feature|not|also|will|has|have)$/;

/** "two funnel types", "a vault key": one word of what has a longer name. */
function headsNoun({ tokens, words }: Scan, end: number): boolean {
  const next = tokens[end];
  if (!next || words.slice(tokens[end - 1]!.to, next.from) !== ' ') return false;
  return /^\p{Ll}/u.test(next.raw) && !NO_NOUN.test(next.raw);
}

function nameAt(scan: Scan, at: number, { named, length, one }: NonNullable<ReturnType<NameFinder>>): Taken {
  if (named.kind === 'unit') return { length };
  if (one && length === 1 && named.kind === 'key' && named.subject.kind === 'capability' && headsNoun(scan, at + 1))
    return { length };
  if (named.kind === 'key')
    return { item: spanning(scan, at, length, { kind: 'key', subject: named.subject }), length };
  if (named.kind === 'line') return lineAt(scan, at, { line: named.line, length });
  return planAt(scan, at, { versions: named.versions, length });
}
