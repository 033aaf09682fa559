/** A version as it was sold goes in; the entry of `past_versions:` that keeps it, with its seal, comes out as YAML. */
import { versionDigest } from '../compile/version-digest.ts';
import { pairLines } from '../edit/block-text.ts';
import { PAGE_HABITS } from '../edit/habits.ts';
import { plainData } from '../edit/plain-data.ts';
import { fractionDigits } from '../money.ts';
import type { Cell, Matrix, PriceCell, Value, Version } from '../types.ts';

/** Keys as they are called now. */
export interface Renamed {
  plan: string;
  key: (before: string) => string;
}

/** Two spaces deep, to stand under `past_versions:`. `matrix` is the one that it is to stand in. */
export function pastEntry(version: Version, matrix: Matrix, { plan, key }: Renamed): string {
  const past = { ...renamed(version, key), plan, until: version.until ?? 'cancellation' };
  const inLists = {
    has: heldIn(past.capabilities, matrix.order.capabilities),
    ...unknownIn(past.capabilities, matrix.order.capabilities),
    ...metersOf(past),
  };
  const details = wordsIn(past.capabilities);
  const price = priceOf(past.prices);
  const entry = {
    of: plan,
    ...(matrix.plans[plan]?.name === version.name ? {} : { name: version.name }),
    until: past.until,
    ...(past.sunset_at && { sunset_at: past.sunset_at }),
    ...(price !== undefined && { price }),
    ...inLists,
    ...(Object.keys(details).length && { details }),
    limits: limitsOf(past.limits),
    ...(sameStates(past, matrix) ? {} : { states: past.states }),
    digest: versionDigest(past),
  };
  return yamlOf(version.key, entry);
}

function renamed(version: Version, key: Renamed['key']): Version {
  const all = (cells: Version['capabilities']) => {
    const names = Object.keys(cells);
    if (names.every((name) => key(name) === name)) return cells;
    const now = names.map((name): [string, Cell] => [key(name), cells[name]!]);
    return Object.fromEntries(now.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return {
    ...version,
    capabilities: all(version.capabilities),
    limits: all(version.limits),
    meters: all(version.meters),
  };
}

/** In page order; what is declared no more stands last. */
function heldIn(cells: Record<string, Cell>, order: readonly string[] = []): string[] {
  const held = new Set(Object.keys(cells).filter((key) => cells[key]!.value.kind === 'included'));
  const ordered = order.filter((key) => held.delete(key));
  return [...ordered, ...held];
}

/** The list of what it has would exclude what nobody has said of it. */
function unknownIn(cells: Record<string, Cell>, order: readonly string[]): { unknown?: string[] } {
  const unknown = order.filter((key) => cells[key]?.value.kind === 'unknown');
  return unknown.length ? { unknown } : {};
}

function wordsIn(cells: Record<string, Cell>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([key, { value }]) => (value.kind === 'words' ? [[key, value.text]] : [])),
  );
}

/** Without a list, nothing is known of meters. */
function metersOf({ meters }: Version): { meters?: string[] } {
  return Object.values(meters).some(({ value }) => value.kind !== 'unknown') ? { meters: heldIn(meters) } : {};
}

function limitsOf(cells: Record<string, Cell>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([key, { value, enforced, because }]) => {
      if (value.kind === 'unknown' && !enforced) return [];
      return [[key, enforced ? { advertised: limitOf(value), enforced: limitOf(enforced), because } : limitOf(value)]];
    }),
  );
}

function limitOf(value: Value): number | string {
  return value.kind === 'amount' ? value.n : value.kind;
}

function sameStates({ line, states }: Version, { lines }: Matrix): boolean {
  const declared = lines[line]?.states ?? [];
  return declared.length === states.length && states.every((state) => declared.includes(state));
}

function priceOf(prices: readonly PriceCell[]): unknown {
  const [first] = prices;
  if (!first) return undefined;
  if (first.value.kind === 'on_request') return 'on_request';
  if (first.interval === 'any') return 'free';
  const out: Record<string, Record<string, unknown>> = {};
  for (const price of prices) {
    const { currency } = price.value as Extract<Value, { kind: 'money' }>;
    const amounts = out[currency] ?? {};
    out[currency] = amounts;
    const [before, amount] = [amounts[price.interval], amountOf(price)];
    amounts[price.interval] = before === undefined ? amount : [before, amount].flat();
  }
  return out;
}

function amountOf({ value, tiers, kind, lasts, until, ids, note }: PriceCell): unknown {
  if (value.kind !== 'money') return undefined;
  const { per, billed, from, currency, minor } = value;
  const money = (amount: number) => amount / 10 ** fractionDigits(currency);
  const terms = {
    ...(per?.unit && { per: per.n ? `${per.n} ${per.unit}` : per.unit }),
    ...(billed && { billed }),
    ...(from && !(tiers && tiers.list.length > 1) && { from }),
    ...(kind && { kind }),
    ...(lasts && { lasts: `${lasts.n} ${lasts.unit}${lasts.n === 1 ? '' : 's'}` }),
    ...(until && { until }),
    ...(ids.length && { id: ids.length === 1 ? ids[0] : ids }),
    ...(note && { note }),
  };
  if (!tiers) return Object.keys(terms).length ? { amount: money(minor), ...terms } : money(minor);
  const list = tiers.list.map(({ up_to, minor: each, flat_minor }) => ({
    ...(up_to !== undefined && { up_to }),
    ...(each !== undefined && { amount: money(each) }),
    ...(flat_minor !== undefined && { flat: money(flat_minor) }),
  }));
  return { tiers: list, ...(tiers.are === 'volume' && { tiers_are: tiers.are }), ...terms };
}

const IN_PAST_VERSIONS = { habits: PAGE_HABITS, patterns: [], depth: 2, indent: 2 } as const;

function yamlOf(key: string, entry: object): string {
  return pairLines(key, plainData(entry), IN_PAST_VERSIONS).join('\n');
}
