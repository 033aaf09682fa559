/** A sentence goes in; what it speaks of, in order, comes out: plans, keys, amounts, money, and the words that bind them. */
import type { Bound, Interval, Subject } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { type MoneyWords, moneyIn } from './money.ts';
import type { NameFinder } from './names.ts';
import { numberAt } from './numbers.ts';
import { TIME_WORDS, wordClass } from './phrases.ts';
import { type Token, tokensOf } from './tokens.ts';

interface Span {
  from: number;
  to: number;
}

export type Item = Span &
  (
    | { kind: 'plans'; versions: string[]; relation?: 'and_above' | 'only_from'; every?: boolean }
    | { kind: 'line'; line: string }
    | { kind: 'key'; subject: Subject }
    | { kind: 'amount'; n: number; words: boolean; bound: Bound; unit?: string; key?: string; per?: string }
    | { kind: 'unlimited' }
    | { kind: 'money'; minor: number; currency: string; interval?: Interval }
    | { kind: 'free' }
    | { kind: 'on_request' }
    | { kind: 'base'; versions: string[] }
    | { kind: 'word'; class: WordClass }
  );

export type WordClass = 'has' | 'part' | 'starts' | 'requires' | 'not' | 'only' | 'trial' | 'grace';

export interface Reading {
  vocabulary: Vocabulary;
  find: NameFinder;
}

interface Scan {
  reading: Reading;
  words: string;
  tokens: Token[];
  money: MoneyWords[];
}

/** Items in order of position; names that a list joins ("Relay and Pro") are one item. */
export function itemsOf(reading: Reading, words: string): Item[] {
  const scan: Scan = { reading, words, tokens: tokensOf(words), money: moneyIn(words) };
  const items: Item[] = [];
  for (let at = 0; at < scan.tokens.length; ) {
    const { item, length } = itemAt(scan, at);
    if (item) items.push(item);
    at += length;
  }
  return joinPlans(words, items);
}

function itemAt(scan: Scan, at: number): { item?: Item; length: number } {
  const { tokens } = scan;
  const token = tokens[at]!;
  const money = scan.money.find((one) => token.from >= one.from && token.from < one.to);
  if (money) return moneyAt(scan, at, money);
  const phrase = wordClass(tokens, at);
  if (phrase) return { item: phrase.class === 'skip' ? undefined : item(scan, at, phrase.length, wordItem(phrase.class)), length: phrase.length };
  const every = everyPlan(scan, at);
  if (every) return every;
  const name = scan.reading.find(tokens, at);
  if (name) return nameAt(scan, at, name);
  const number = numberAt(tokens, at);
  if (number) return amountAt(scan, at, number);
  return { length: 1 };
}

function item<const T extends object>(scan: Scan, at: number, length: number, rest: T): T & Span {
  return { ...rest, from: scan.tokens[at]!.from, to: scan.tokens[at + length - 1]!.to };
}

function wordItem(kind: WordClass | 'unlimited' | 'free' | 'on_request') {
  if (kind === 'unlimited' || kind === 'free' || kind === 'on_request') return { kind };
  return { kind: 'word' as const, class: kind };
}

function nameAt(scan: Scan, at: number, { named, length }: NonNullable<ReturnType<NameFinder>>): { item?: Item; length: number } {
  if (named.kind === 'unit') return { length };
  if (named.kind === 'key') return { item: item(scan, at, length, { kind: 'key', subject: named.subject }), length };
  if (named.kind === 'line') return { item: item(scan, at, length, { kind: 'line', line: named.line }), length };
  const aside = asideBefore(scan, at);
  if (aside === 'skip') return { length };
  const { versions } = named;
  if (aside === 'base') return { item: item(scan, at, length, { kind: 'base', versions }), length };
  const above = aboveAfter(scan, at + length);
  const only = scan.tokens[at - 1]?.folded === 'only';
  const relation = above ? 'and_above' : only ? 'only_from' : undefined;
  const plus = scan.tokens[at + length - 1]!.folded.endsWith('+') && !scan.reading.vocabulary.names.some((one) => one.words === scan.words.slice(scan.tokens[at]!.from, scan.tokens[at + length - 1]!.to));
  return {
    item: item(scan, at, length + above, { kind: 'plans', versions, ...((relation ?? plus) && { relation: relation ?? 'and_above' }) }),
    length: length + above,
  };
}

const ABOVE = /^(?:and|or) (?:above|up|higher|upward|later|beyond)$|^upward$/;

function aboveAfter({ tokens }: Scan, at: number): number {
  const skip = tokens[at]?.folded === 'plan' ? 1 : 0;
  const two = `${tokens[at + skip]?.folded} ${tokens[at + skip + 1]?.folded}`;
  if (ABOVE.test(two)) return skip + 2;
  return tokens[at + skip]?.folded === 'upward' ? skip + 1 : 0;
}

/** "unlike Community", "than Relay": named only to compare. "everything in Relay": named as the base of another. */
function asideBefore({ tokens, words }: Scan, at: number): 'skip' | 'base' | undefined {
  const before = tokens.slice(Math.max(0, at - 4), at).map((token) => token.folded).join(' ');
  if (/(?:everything|all) (?:that )?(?:in|from|of|that)(?: the)?$|everything(?: the)?$|(?:on top of|built on|build on)$/.test(before)) return 'base';
  if (/(?:unlike|than|compared (?:to|with)|from|instead of|rather than)(?: the)?$/.test(before)) return 'skip';
  return /[-@#/]$/.test(words.slice(0, tokens[at]!.from)) ? 'skip' : undefined;
}

const ALL = new Set(['every', 'all', 'each', 'any']);

/** "every plan", "all self-hosted plans", "any MSP plan". */
function everyPlan(scan: Scan, at: number): { item: Item; length: number } | undefined {
  const { tokens, reading } = scan;
  if (!ALL.has(tokens[at]!.folded)) return undefined;
  const offered = reading.vocabulary.offered;
  const line = reading.find(tokens, at + 1);
  if (line?.named.kind === 'line' && tokens[at + 1 + line.length]?.folded === 'plan') {
    const versions = offered[line.named.line] ?? [];
    return { item: item(scan, at, line.length + 2, { kind: 'plans', versions, every: true }), length: line.length + 2 };
  }
  if (tokens[at + 1]?.folded !== 'plan') return undefined;
  return { item: item(scan, at, 2, { kind: 'plans', versions: Object.values(offered).flat(), every: true }), length: 2 };
}

const NOT_A_PROMISE = new Set('every after within first next another more over fewer le under beyond older section version step page line port chapter'.split(' '));
const BOUNDS: Readonly<Record<string, Bound>> = { 'up to': 'at_most', 'at most': 'at_most', 'maximum of': 'at_most', 'at least': 'at_least', 'minimum of': 'at_least' };

function amountAt(scan: Scan, at: number, { n, length }: { n: number; length: number }): { item?: Item; length: number } {
  const { tokens, words } = scan;
  const [before2, before] = [tokens[at - 2]?.folded ?? '', tokens[at - 1]?.folded ?? ''];
  const last = tokens[at + length - 1]!;
  const glued = /[\p{L}#$€£.:/_]$/u.test(words.slice(0, tokens[at]!.from)) || /^(?:%|[.:/]\d)/.test(words.slice(last.to));
  if (glued || NOT_A_PROMISE.has(before) || (before === 'than' && before2 !== '')) return { length };
  const bound = BOUNDS[`${before2} ${before}`] ?? (/^(?:about|around|roughly|nearly|almost)$/.test(before) ? 'about' : 'exactly');
  const counted = countedAfter(scan, at + length);
  const end = at + length + counted.length;
  const per = periodAfter(scan, end);
  const total = length + counted.length + per.length;
  const spoken = !/\d/.test(tokens[at]!.raw);
  return {
    item: item(scan, at, total, { kind: 'amount', n, words: spoken, bound, ...counted.what, ...(per.unit && { per: per.unit }) }),
    length: total,
  };
}

/** What the number counts: a unit of time, a declared unit, or a limit by its name. */
function countedAfter(scan: Scan, at: number): { what: { unit?: string; key?: string; per?: string }; length: number } {
  const { tokens, reading } = scan;
  const name = reading.find(tokens, at);
  if (name?.named.kind === 'unit') return { what: { unit: name.named.unit }, length: name.length };
  if (name?.named.kind === 'key' && name.named.subject.kind === 'limit') {
    const per = TIME_WORDS[tokens[at + name.length - 2]?.folded === 'per' ? tokens[at + name.length - 1]!.folded : ''];
    return { what: { key: name.named.subject.key, ...(per && { per }) }, length: name.length };
  }
  const time = TIME_WORDS[tokens[at]?.folded ?? ''];
  return time ? { what: { unit: time }, length: 1 } : { what: {}, length: 0 };
}

const PER = new Set(['per', 'a', 'an', 'each', 'every']);
const ADVERBS: Readonly<Record<string, string>> = { hourly: 'hour', daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year', annually: 'year' };

/** "per hour", "a month", "/mo", "yearly", "billed annually". */
function periodAfter({ tokens, words }: Scan, at: number): { unit?: string; length: number } {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token) return { length: 0 };
  const between = words.slice(tokens[at - 1]?.to ?? 0, token.from);
  if (/[.;!?,(]/.test(between) && !between.includes('/')) return { length: 0 };
  const own = TIME_WORDS[token.folded];
  if (own && between.includes('/')) return { unit: own, length: 1 };
  const adverb = ADVERBS[token.folded];
  if (adverb) return { unit: adverb, length: 1 };
  const unit = TIME_WORDS[next?.folded ?? ''];
  return PER.has(token.folded) && unit ? { unit, length: 2 } : { length: 0 };
}

function moneyAt(scan: Scan, at: number, money: MoneyWords): { item: Item; length: number } {
  let length = 1;
  while (scan.tokens[at + length] && scan.tokens[at + length]!.from < money.to) length += 1;
  const per = periodAfter(scan, at + length);
  const unit = per.unit ?? paidBy(scan, money);
  const interval = unit === 'month' || unit === 'year' ? unit : undefined;
  const last = scan.tokens[at + length + per.length - 1]!;
  const { minor, currency } = money;
  return {
    item: { kind: 'money', minor, currency, ...(interval && { interval }), from: money.from, to: Math.max(money.to, last.to) },
    length: length + per.length,
  };
}

/** "€190 when you pay by the year", "$79, paid yearly". */
function paidBy({ words, money }: Scan, { to }: MoneyWords): string | undefined {
  const next = money.find((one) => one.from >= to)?.from ?? words.length;
  const match = /^[^.;]{0,30}?\b(?:by the (month|year)|(?:paid|billed|pay) (monthly|yearly|annually))\b/.exec(words.slice(to, next));
  return match?.[1] ?? ADVERBS[match?.[2] ?? ''];
}

/** Neighbouring names that only a list joins are one subject: "Community and Relay", "Relay, Pro or Pro+". */
function joinPlans(words: string, items: Item[]): Item[] {
  const out: Item[] = [];
  for (const one of items) {
    const last = out.at(-1);
    if (last?.kind === 'plans' && one.kind === 'plans' && joins(words.slice(last.to, one.from), last)) {
      out[out.length - 1] = { ...last, versions: [...new Set([...last.versions, ...one.versions])], to: one.to, relation: last.relation ?? one.relation };
    } else out.push(one);
  }
  return out;
}

/** ", and" joins only what is already a list: "on Relay, and Community does not" begins anew. */
function joins(between: string, { versions, relation }: { versions: string[]; relation?: string }): boolean {
  if (relation) return false;
  if (/^\s*,\s*(?:and|or|&)\s/.test(between)) return versions.length > 1 && /^\s*,\s*(?:and|or|&)\s*(?:the )?$/.test(between);
  return /^\s*(?:,|(?:and|or|&)(?: the)?)\s*(?:on |in |for )?$/.test(between);
}
