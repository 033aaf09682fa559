/** A promised and a seen value go in; whether they are the same, and if not who gives more, comes out. */
import type { Period, Value } from '../matrix/types.ts';

/** `more`: what was seen gives more, or costs less, than promised. `other`: different without more or less. */
export type Comparison =
  | { is: 'same' }
  | { is: 'differs'; seen: 'more' | 'less' | 'other' }
  | { is: 'incomparable'; why: string };

type Of<K extends Value['kind']> = Extract<Value, { kind: K }>;

const SAME: Comparison = { is: 'same' };
const differs = (seen: 'more' | 'less' | 'other'): Comparison => ({ is: 'differs', seen });
const incomparable = (why: string): Comparison => ({ is: 'incomparable', why });

export function compare(promised: Value, seen: Value): Comparison {
  if (promised.kind === 'unknown' || seen.kind === 'unknown') return incomparable('one side is unknown');
  switch (promised.kind) {
    case 'included':
      return had(seen);
    case 'excluded':
    case 'refusal':
      return seen.kind === 'included' ? differs('more') : refused(promised, seen);
    case 'unlimited':
      return uncapped(seen);
    case 'amount':
      return amounts(promised, seen);
    case 'money':
      return seen.kind === 'money' ? prices(promised, seen) : differs('other');
    case 'duration':
      return seen.kind === 'duration' || seen.kind === 'amount'
        ? quantities(promised, seen)
        : incomparable(`a length against ${seen.kind}`);
    case 'words':
      return seen.kind === 'words' && seen.text !== promised.text ? differs('other') : had(seen);
    default:
      return seen.kind === promised.kind ? SAME : differs('other');
  }
}

/** The same of what a probe met, whose “at most” leaves open how much less it is: somebody had more than that already. */
export function compareMet(promised: Value, met: Value): Comparison {
  const open = met.kind === 'amount' && met.bound === 'at_most';
  if (open && (promised.kind === 'excluded' || promised.kind === 'refusal')) return SAME;
  if (!open || promised.kind !== 'amount') return compare(promised, met);
  const exactly = quantities(promised, { ...met, bound: 'exactly' });
  return exactly.is === 'differs' && exactly.seen === 'more' ? SAME : exactly;
}

function had(seen: Value): Comparison {
  if (seen.kind === 'included' || seen.kind === 'words') return SAME;
  if (seen.kind === 'excluded' || seen.kind === 'refusal') return differs('less');
  return seen.kind === 'addon' || seen.kind === 'on_request'
    ? differs('less')
    : incomparable(`a capability against ${seen.kind}`);
}

/** A refusal other than the declared one still refuses, but not as promised. */
function refused(promised: Of<'excluded'> | Of<'refusal'>, seen: Value): Comparison {
  if (seen.kind === 'amount' || seen.kind === 'unlimited') return differs('more');
  if (seen.kind !== 'refusal' || promised.kind !== 'refusal') {
    return seen.kind === 'excluded' || seen.kind === 'refusal' ? SAME : incomparable(`a refusal against ${seen.kind}`);
  }
  const same = seen.status === promised.status && (promised.code === undefined || seen.code === promised.code);
  return same ? SAME : differs('other');
}

/** "Still allowed at the budget" is all that can be seen of no limit. */
function uncapped(seen: Value): Comparison {
  if (seen.kind === 'unlimited') return SAME;
  if (seen.kind === 'amount') return seen.bound === 'at_least' ? SAME : differs('less');
  return seen.kind === 'refusal' || seen.kind === 'excluded'
    ? differs('less')
    : incomparable(`no limit against ${seen.kind}`);
}

function amounts(promised: Of<'amount'>, seen: Value): Comparison {
  if (seen.kind === 'unlimited') return differs('more');
  if (seen.kind === 'refusal' || seen.kind === 'excluded') return promised.n === 0 ? SAME : differs('less');
  if (seen.kind !== 'amount' && seen.kind !== 'duration') return incomparable(`an amount against ${seen.kind}`);
  if (seen.kind === 'amount' && promised.per && seen.per && !samePeriod(promised.per, seen.per)) {
    const [mine, theirs] = [perDay(promised.n, promised.per), perDay(seen.n, seen.per)];
    if (mine === undefined || theirs === undefined || mine === theirs) return differs('other');
    return differs(theirs > mine ? 'more' : 'less');
  }
  return quantities(promised, seen);
}

const DAYS: Readonly<Record<string, number>> = { minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7 };
function samePeriod(a: Period, b: Period): boolean {
  return a.n === b.n && a.unit === b.unit;
}

function perDay(n: number, per: Period): number | undefined {
  const days = DAYS[per.unit];
  return days === undefined ? undefined : n / (per.n * days);
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 };

function quantities(promised: Of<'amount'> | Of<'duration'>, seen: Of<'amount'> | Of<'duration'>): Comparison {
  const factor = conversion(promised.unit, seen.unit);
  if (factor === undefined) return incomparable(`${promised.unit} against ${seen.unit}`);
  const [mine, theirs] = [promised.n, Math.round(seen.n * factor * 1e9) / 1e9];
  const bound = seen.kind === 'amount' ? seen.bound : 'exactly';
  if (mine === theirs) return SAME;
  if (bound === 'about') return Math.abs(mine - theirs) / mine <= 0.1 ? SAME : differs(theirs > mine ? 'more' : 'less');
  if (bound === 'at_least') return theirs < mine ? SAME : differs('more');
  return differs(theirs > mine ? 'more' : 'less');
}

/** How many of the promised unit one of the seen unit is. A month is no fixed number of days. */
function conversion(promised: string, seen: string): number | undefined {
  if (promised === seen) return 1;
  for (const units of [DAYS, MONTHS]) {
    const [mine, theirs] = [units[promised], units[seen]];
    if (mine !== undefined && theirs !== undefined) return theirs / mine;
  }
  return undefined;
}

function prices(promised: Of<'money'>, seen: Of<'money'>): Comparison {
  if (promised.currency !== seen.currency) return promised.minor === 0 && seen.minor === 0 ? SAME : differs('other');
  const twelfths = promised.per?.period === 'year' && seen.per?.period === 'month';
  if (twelfths) return shares(promised.minor, seen.minor * MONTHS_IN_YEAR);
  if (promised.minor === seen.minor) return SAME;
  return differs(seen.minor < promised.minor ? 'more' : 'less');
}

const MONTHS_IN_YEAR = 12;

/** A year's price rarely parts into twelve even shares: each may be off by less than one minor unit. */
function shares(year: number, twelve: number): Comparison {
  if (Math.abs(twelve - year) < MONTHS_IN_YEAR) return SAME;
  return differs(twelve < year ? 'more' : 'less');
}
