/** Two matrices go in; the first comes out with its units under their keys of now, where only the key is another one. */
import type { Cell, Matrix, PriceCell, Unit, Value } from '../types.ts';

type Now = (unit: string) => string;

/** The same matrix when no unit was renamed. A unit is the same when it is called the same, and the other key is new. */
export function renameUnits(before: Matrix, after: Matrix): Matrix {
  const renamed = renamedUnits(before.units, after.units);
  if (!renamed.size) return before;
  const now: Now = (unit) => renamed.get(unit) ?? unit;
  const versions = mapped(before.versions, (one) => ({
    ...one,
    limits: cells(one.limits, now),
    prices: prices(one.prices, now),
  }));
  const addons = mapped(before.addons, (one) => ({
    ...one,
    limits: cells(one.limits, now),
    adds: cells(one.adds, now),
    prices: prices(one.prices, now),
  }));
  return { ...before, versions, addons };
}

function renamedUnits(before: Matrix['units'], after: Matrix['units']): Map<string, string> {
  const words = ({ one, other }: Unit) => `${one}\n${other}`;
  const fresh = new Map(Object.values(after).flatMap((unit) => (before[unit.key] ? [] : [[words(unit), unit.key]])));
  return new Map(
    Object.values(before).flatMap((unit) => {
      const now = after[unit.key] ? undefined : fresh.get(words(unit));
      return now === undefined ? [] : [[unit.key, now]];
    }),
  );
}

function mapped<T>(record: Readonly<Record<string, T>>, of: (one: T) => T): Record<string, T> {
  const out: Record<string, T> = Object.create(null);
  for (const [key, one] of Object.entries(record)) out[key] = of(one);
  return out;
}

function cells(record: Readonly<Record<string, Cell>>, now: Now): Record<string, Cell> {
  return mapped(record, (cell) => ({
    ...cell,
    value: valueIn(cell.value, now),
    ...(cell.enforced && { enforced: valueIn(cell.enforced, now) }),
  }));
}

function prices(list: readonly PriceCell[], now: Now): PriceCell[] {
  return list.map((price) => ({ ...price, value: valueIn(price.value, now) as PriceCell['value'] }));
}

function valueIn(value: Value, now: Now): Value {
  if (value.kind === 'amount') return { ...value, unit: now(value.unit) };
  if (value.kind === 'unlimited' && value.unit) return { ...value, unit: now(value.unit) };
  if (value.kind === 'money' && value.per?.unit) return { ...value, per: { ...value.per, unit: now(value.per.unit) } };
  return value;
}
