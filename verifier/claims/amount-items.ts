/** A number in a sentence goes in; what it counts, per what and how exactly, comes out, or nothing where it promises nothing. */
import type { Bound } from '../../matrix/types.ts';
import { type Scan, spanning, type Taken } from './items.ts';
import { numberAt } from './numbers.ts';
import { ADVERBS, SHORT_TIMES, TIME_WORDS } from './phrases.ts';

/** "after 7 days", "the first 14 days", "another 3", "from 25": numbers of a moment, a start or a difference. */
const NO_PROMISE_BEFORE = new Set(
  'every after within first last past previous next another additional extra more over fewer less under below beyond above older newer section version step page line port chapter figure table since until till before between from minus other same v'.split(
    ' ',
  ),
);
/** "six times the 14 days", "instead of the 7 days": quoted to compare. */
const COMPARED =
  /(?:\btimes|\btwice|\bdouble|\bhalf|\bthan|\binstead of|\brather than|\bcompared (?:to|with)|\bunlike|\bnot|\bfrom|\bbeyond|\bafter|\bfirst|\blast|\bpast)(?: the| of the| of)?$/;
/** "after the 14 days of trial": how long it is, and not when. */
const OF_TRIAL = /^[\s-]days?(?: of)?(?: the| your)?(?: free)? trial\b/i;
const BOUNDS: readonly [RegExp, Bound][] = [
  [/\b(?:up to|at most|maximum of|no more than|not more than|limit of|max)$/, 'at_most'],
  [/\b(?:at least|minimum of|no fewer than|no less than|or more)$/, 'at_least'],
  [/\b(?:about|around|roughly|nearly|almost|approximately|some)$/, 'about'],
];

export function amountAt(scan: Scan, at: number, first: { n: number; length: number }): Taken {
  const { tokens, words } = scan;
  const range = rangeAt(scan, at, first);
  const { n, length } = range ?? first;
  const before = tokens
    .slice(Math.max(0, at - 4), at)
    .map((token) => token.raw.toLowerCase())
    .join(' ');
  const bound = range ? 'at_most' : BOUNDS.find(([pattern]) => pattern.test(before))?.[1];
  const last = tokens[at + length - 1]!;
  const plain = !glued(words, tokens[at]!.from, last.to);
  const whole = /\bthe$/.test(before) && OF_TRIAL.test(words.slice(last.to, last.to + 40));
  const promise =
    bound || whole || !(NO_PROMISE_BEFORE.has(tokens[at - 1]?.raw.toLowerCase() ?? '') || COMPARED.test(before));
  if (!plain || !promise || ofRange(words, last.to)) return { length };
  if (range && NOT_BETWEEN.test(before)) return { length };
  const counted = countedAfter(scan, at + length, n);
  if (!counted) return { length };
  if (
    /^\s+(?:after|before|later|ago|of inactivity|notice)\b/.test(
      words.slice(tokens[at + length + counted.length - 1]!.to),
    )
  )
    return { length };
  const per = periodAfter(scan, at + length + counted.length);
  const total = length + counted.length + per.length;
  const atLeast =
    words[last.to] === '+' || /^\s+or more\b/.test(words.slice(tokens[at + length + counted.length - 1]!.to));
  const item = spanning(scan, at, total, {
    kind: 'amount' as const,
    n,
    ...(range && { least: range.least }),
    words: !/\d/.test(tokens[at]!.raw),
    bound: bound ?? (atLeast ? 'at_least' : 'exactly'),
    ...counted.what,
    ...(per.unit && { per: per.unit }),
  });
  return { item, length: total };
}

/** Part of a name, version, address, percentage or range: "v2", "#4", "1:30", "20 %", "1–3". */
function glued(words: string, from: number, to: number): boolean {
  const before = words.slice(Math.max(0, from - 2), from);
  if (/[\p{L}#$€£¥₹.:/_]$/u.test(before) && !/\s[.:/]$/.test(before)) return true;
  if (/[\p{L}\p{N}]-$|[–—−]$/u.test(before) || /^[-+]$|\s[-+]$/.test(before)) return true;
  return /^(?:\s?%|[.:/×x]\d|°|\s?(?:st|nd|rd|th)\b)/.test(words.slice(to));
}

/** "after 7 to 14 days", "teams of 3 to 5": no end of a limit. */
const NOT_BETWEEN = /\b(?:after|within|every|of|page|pages|step|steps|version|versions|for|in|about|around|some)$/;

/** "3–5 forms", "3 to 5 forms", "between 3 and 5 forms": at least the one and at most the other. */
function rangeAt(
  { tokens, words }: Scan,
  at: number,
  first: { n: number; length: number },
): { n: number; length: number; least: number } | undefined {
  const end = at + first.length;
  const [last, next] = [tokens[end - 1]!, tokens[end]];
  if (!next) return undefined;
  const said = words.slice(last.to, next.from);
  const word = /^(?:to|through|until|and)$/.test(next.folded) && said === ' ' ? next.folded : undefined;
  const dash = /^\s?[–—−-]\s?$/.test(said);
  const between = tokens[at - 1]?.folded === 'between';
  if (!dash && (!word || (word === 'and') !== between)) return undefined;
  const second = numberAt(tokens, end + (word ? 1 : 0));
  if (!second || second.n <= first.n) return undefined;
  return { n: second.n, length: first.length + (word ? 1 : 0) + second.length, least: first.n };
}

/** "7 to 14 days", "1–3 forms", "2 or 3 forms", "between 1 and 3": which of the two is promised cannot be told. */
function ofRange(words: string, to: number): boolean {
  return /^\s*(?:[–—−-]\s*\d|(?:to|or|through)\s+\d)/.test(words.slice(to));
}

interface Counted {
  what: { unit?: string; key?: string; per?: string };
  length: number;
}

/** What the number counts: a unit of time, a declared unit, or a limit by its name. Nothing when it counts something else. */
function countedAfter(scan: Scan, at: number, n: number): Counted | undefined {
  const { tokens, words, reading } = scan;
  const none: Counted = { what: {}, length: 0 };
  const token = tokens[at];
  if (!token) return none;
  const gap = words.slice(tokens[at - 1]!.to, token.from);
  if (/[.,;:!?()/–—]/.test(gap)) return none;
  const name = reading.find(tokens, at);
  if (name?.named.kind === 'unit' || (name?.named.kind === 'key' && name.named.subject.kind === 'limit')) {
    const many = name.named.kind === 'unit' && name.named.many;
    if (!many && inCompound(scan, at + name.length, { n, hyphen: gap === '-' })) {
      const own = name.named.kind === 'unit' && limitBehind(scan, at + name.length, name.named.unit);
      return own ? { what: { key: own.key }, length: name.length + own.length } : undefined;
    }
    if (name.named.kind === 'unit') return { what: { unit: name.named.unit }, length: name.length };
    const { key } = name.named.subject;
    // "Exports per hour", in whichever language the name is.
    const per = name.length > 2 ? reading.vocabulary.limits[key]?.per?.unit : undefined;
    return { what: { key, ...(per && { per }) }, length: name.length };
  }
  const time = TIME_WORDS[token.folded] ?? (gap === '' ? SHORT_TIMES[token.raw] : undefined);
  return time ? { what: { unit: time }, length: 1 } : none;
}

/** What a limit may be called on the way: "10 GB of secure storage". */
const PRAISE = /^(?:free|included|secure|encrypted|cloud|total|ssd|nvme|online|hosted|dedicated|fast)$/;

/** "10 GB storage", "45 min of recording time": the limit whose unit that is, by its name. */
function limitBehind(
  { tokens, words, reading }: Scan,
  end: number,
  unit: string,
): { key: string; length: number } | undefined {
  let at = end;
  while (at < end + 2 && ((at === end && tokens[at]?.folded === 'of') || PRAISE.test(tokens[at]?.folded ?? '')))
    at += 1;
  const name = reading.find(tokens, at);
  if (name?.named.kind !== 'key' || name.named.subject.kind !== 'limit') return undefined;
  const { key } = name.named.subject;
  const joined = /^ (?:\p{L}+ ){0,2}$/u.test(words.slice(tokens[end - 1]!.to, tokens[at]!.from));
  return joined && reading.vocabulary.limits[key]?.unit === unit ? { key, length: at - end + name.length } : undefined;
}

/** "200 form templates": a singular after a number belongs to the noun that follows it. "a two-form plan" does count. */
function inCompound(
  { tokens, words }: Pick<Scan, 'tokens' | 'words'>,
  end: number,
  { n, hyphen }: { n: number; hyphen: boolean },
): boolean {
  const [unit, next] = [tokens[end - 1]!, tokens[end]];
  if (n === 1 || hyphen || TIME_WORDS[unit.folded] || unit.raw.toLowerCase().endsWith('s')) return false;
  return (
    next !== undefined &&
    /^[\s-]$/.test(words.slice(unit.to, next.from)) &&
    !/^(?:limit|maximum|max|on|in|per|for|and|or|include|included|available|is|are|with|at|as|to|plus|that|which|while|but|free|also|only|by|from|a|each|yearly|monthly|required|without)$/.test(
      next.folded,
    )
  );
}

const PER = new Set(['per', 'a', 'an', 'each', 'every']);

/** "per hour", "a month", "/mo", "yearly", "billed annually". */
export function periodAfter({ tokens, words }: Scan, at: number): { unit?: string; length: number } {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token) return { length: 0 };
  const between = words.slice(tokens[at - 1]?.to ?? 0, token.from);
  if (/[.;!?,(]/.test(between) && !between.includes('/')) return { length: 0 };
  const own = TIME_WORDS[token.folded] ?? SHORT_TIMES[token.raw];
  if (own && between.includes('/')) return { unit: own, length: 1 };
  const adverb = ADVERBS[token.folded];
  if (adverb) return { unit: adverb, length: 1 };
  const unit = TIME_WORDS[next?.folded ?? ''];
  return PER.has(token.folded) && unit ? { unit, length: 2 } : { length: 0 };
}
