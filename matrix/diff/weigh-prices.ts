/** What one pays before and after goes in; whether that is more or less, slot by slot, comes out. */
import type { PriceCell } from '../types.ts';
import type { Effect } from './types.ts';
import { ordered, weighLengths } from './weigh-amounts.ts';
import { weighTiers } from './weigh-tiers.ts';

export interface PriceChange {
  effect: Effect;
  before?: PriceCell;
  after?: PriceCell;
}

/** All prices of one contract. A price that is none of the other side's comes or goes. */
export function weighPrices(before: readonly PriceCell[], after: readonly PriceCell[]): PriceChange[] {
  if (!before.length) return after.map((one) => ({ effect: 'stated', after: one }));
  if (!after.length) return before.map((one) => ({ effect: 'unstated', before: one }));
  const whole = weighWhole(before[0]!, after[0]!);
  if (whole)
    return before.flatMap((was) => after.map((is): PriceChange => ({ effect: whole, before: was, after: is })));
  const slots = new Set([...before, ...after].map(slotOf));
  return [...slots].flatMap((slot) =>
    weighSlot(
      before.filter((one) => slotOf(one) === slot),
      after.filter((one) => slotOf(one) === slot),
    ),
  );
}

/** Free, or on request, is the one price of its side, and is compared with each of the other. */
function weighWhole(before: PriceCell, after: PriceCell): Effect | undefined {
  const [was, is] = [before.interval === 'any', after.interval === 'any'];
  if (!was && !is) return undefined;
  const [asked, asks] = [before.value.kind === 'on_request', after.value.kind === 'on_request'];
  if (asked || asks) return asked === asks ? undefined : asked ? 'stated' : 'unstated';
  return was === is ? undefined : was ? 'loses' : 'gains';
}

/** What is paid for the same thing, at the same interval, in the same currency. */
function slotOf({ interval, value }: PriceCell): string {
  if (value.kind !== 'money') return interval;
  const { currency, per, billed } = value;
  return `${interval === 'any' ? '' : currency} ${interval} ${per?.n ?? 1} ${per?.unit ?? ''} ${billed ?? ''}`;
}

function weighSlot(before: readonly PriceCell[], after: readonly PriceCell[]): PriceChange[] {
  const rest = [...after];
  const take = (fits: (one: PriceCell) => boolean): PriceCell | undefined => {
    const index = rest.findIndex(fits);
    return index < 0 ? undefined : rest.splice(index, 1)[0];
  };
  const paired = new Map<PriceCell, PriceCell>();
  const fitting: ((a: PriceCell, b: PriceCell) => boolean)[] = [
    (a, b) => a.kind === b.kind && a.note === b.note && minorOf(a) === minorOf(b),
    (a, b) => a.kind === b.kind && a.note === b.note,
    (a, b) => a.kind === b.kind && minorOf(a) === minorOf(b),
    (a, b) => a.kind === b.kind,
    (a, b) => minorOf(a) === minorOf(b),
  ];
  for (const alike of fitting)
    for (const one of before) {
      const found = paired.has(one) ? undefined : take((other) => alike(one, other));
      if (found) paired.set(one, found);
    }
  return [
    ...before.flatMap((one) => weighPair(one, paired.get(one))),
    ...rest.map((one): PriceChange => ({ effect: isPaid(one) ? 'offered' : 'differs', after: one })),
  ];
}

function weighPair(before: PriceCell, after: PriceCell | undefined): PriceChange[] {
  if (!after) return [{ effect: before.kind === 'compare_at' ? 'differs' : 'withdrawn', before }];
  const effect = weighAmount(before, after) ?? weighTerms(before, after);
  if (!effect) return [];
  return [{ effect: isPaid(before) || isPaid(after) ? effect : 'differs', before, after }];
}

/** Nobody pays a price that is only struck through; nobody new pays one that is retired. */
function isPaid({ kind }: PriceCell): boolean {
  return kind !== 'compare_at';
}

function weighAmount(before: PriceCell, after: PriceCell): Effect | undefined {
  if (before.tiers || after.tiers) return weighTiers(before, after);
  const order = ordered(minorOf(after), minorOf(before));
  return order;
}

/** The same amount under other terms. */
function weighTerms(before: PriceCell, after: PriceCell): Effect | undefined {
  if (before.lasts && after.lasts) {
    const effect = weighLengths(before.lasts, after.lasts);
    if (effect) return effect;
  }
  if (Boolean(before.lasts) !== Boolean(after.lasts)) return 'differs';
  const same =
    before.kind === after.kind &&
    before.until === after.until &&
    fromOf(before) === fromOf(after) &&
    before.note === after.note;
  return same ? undefined : 'differs';
}

function minorOf({ value }: PriceCell): number {
  return value.kind === 'money' ? value.minor : 0;
}

function fromOf({ value }: PriceCell): boolean {
  return value.kind === 'money' && value.from === true;
}
