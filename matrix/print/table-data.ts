/** The matrix goes in; the evaluator's table as plain data comes out. Internal keys never reach it. */

import type {
  Addon,
  Audience,
  Capability,
  Cell,
  Gate,
  Key,
  Limit,
  Matrix,
  Meter,
  Trial,
  Value,
  Version,
} from '../types.ts';
import { isHeld } from '../value.ts';

const SECONDS: Readonly<Record<string, number>> = {
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
};

export function tableData(matrix: Matrix) {
  const shown = <T extends Key>(order: readonly string[], of: Readonly<Record<string, T>>) =>
    order.map((key) => of[key]!).filter((one) => one.audience !== 'internal');
  const capabilities = shown(matrix.order.capabilities, matrix.capabilities);
  const limits = shown(matrix.order.limits, matrix.limits);
  const meters = shown(matrix.order.meters, matrix.meters);
  const known = new Set([...capabilities, ...limits, ...meters].map(({ key }) => key));
  const record = <T>(entries: [string, T][]) => Object.fromEntries(entries);
  const addons = matrix.order.addons.map((key) => matrix.addons[key]!).filter((one) => one.audience !== 'internal');
  return {
    product: matrix.product,
    digest: matrix.digest,
    capabilities: record(capabilities.map((one) => [one.key, capabilityRule(one)])),
    limits: record(limits.map((limit) => [limit.key, limitRule(matrix, limit)])),
    meters: record(meters.map((meter) => [meter.key, meterRule(matrix, meter)])),
    versions: record(Object.values(matrix.versions).map((version) => [version.key, versionRow(version, known)])),
    offers: offersOf(matrix),
    roles: record(Object.values(matrix.roles).map(({ key, name }) => [key, { name }])),
    addons: record(addons.map((addon) => [addon.key, addonRow(addon, known)])),
    trials: record(Object.values(matrix.trials).map((trial) => [trial.key, trialRule(matrix, trial)])),
    prices: pricesOf(matrix),
    states: record(Object.values(matrix.states).map((state) => [state.name, stateRule(matrix, state.name)])),
    aliases: { versions: matrix.aliases.versions, keys: matrix.aliases.keys },
    gates: record(matrix.gates.map((gate) => [gate.api ?? gate.app ?? gate.job ?? gate.key, gateRule(gate)])),
  };
}

function capabilityRule(one: Capability) {
  return { name: one.name, ...lifecycle(one), ...(one.needs.length && { needs: one.needs }), ...marker(one) };
}

/** A key is on its way out from the day that it says so, or when it names what takes its place. */
function lifecycle({ lifecycle: stated }: Key) {
  if (!stated) return {};
  const { sunset_at, replacement_key } = stated;
  return { deprecated: true as const, ...(sunset_at && { sunset_at }), ...(replacement_key && { replacement_key }) };
}

function meterRule(matrix: Matrix, meter: Meter) {
  return { ...unitWords(matrix, meter.unit), name: meter.name, ...lifecycle(meter), ...marker(meter) };
}

function unitWords({ units }: Matrix, unit: string) {
  return { one: units[unit]?.one ?? unit, other: units[unit]?.other ?? unit };
}

/** Current versions that can be had, in the order of the pricing page. */
function offersOf({ order, plans }: Matrix): string[] {
  return order.plans.flatMap((key) => (isOffered(plans[key]!.sale) ? [plans[key]!.version] : []));
}

function isOffered(sale: string): sale is 'on_sale' | 'on_request' {
  return sale === 'on_sale' || sale === 'on_request';
}

function pricesOf(matrix: Matrix): Record<string, string> {
  const all = Object.values(matrix.versions).flatMap((version) =>
    version.prices.flatMap(({ ids }) => ids.map((id): [string, string] => [id, version.key])),
  );
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function addonRow(addon: Addon, known: ReadonlySet<string>) {
  const limits = Object.entries(addon.limits).filter(([key]) => known.has(key));
  const adds = Object.entries(addon.adds).filter(([key]) => known.has(key));
  return {
    name: addon.name,
    for: addon.for,
    capabilities: heldKeys(addon.capabilities, known),
    meters: heldKeys(addon.meters, known),
    limits: Object.fromEntries(limits.map(([key, cell]) => [key, plainLimit(cell.enforced ?? cell.value)])),
    adds: Object.fromEntries(
      adds.flatMap(([key, { value }]): [string, number | 'unlimited'][] => {
        const more = plainLimit(value);
        return more === 'unknown' ? [] : [[key, more]];
      }),
    ),
  };
}

function trialRule(matrix: Matrix, { lines, gives, length }: Trial) {
  const version = gives && matrix.plans[gives]?.version;
  return { lines, ...(version && { gives: version }), ...(length && { lengthDays: daysIn(length) }) };
}

function daysIn({ n, unit }: { n: number; unit: string }): number {
  return Math.round((n * (SECONDS[unit] ?? 0)) / SECONDS.day!);
}

function limitRule(matrix: Matrix, limit: Limit) {
  const { grace, when_unreadable, on_downgrade } = limit;
  return {
    counts: limit.counts,
    ...(limit.per && { perSeconds: limit.per.n * (SECONDS[limit.per.unit] ?? 0) }),
    soft: limit.soft ?? 1,
    ...(limit.hard !== undefined && limit.hard !== 1 && { hard: limit.hard }),
    rounding: limit.rounding,
    ...(when_unreadable && { whenUnreadable: when_unreadable }),
    ...(grace && { graceDays: daysIn(grace) }),
    ...(on_downgrade && { onDowngrade: downgrade(on_downgrade) }),
    ...unitWords(matrix, limit.unit),
    name: limit.name,
    ...lifecycle(limit),
    ...marker(limit),
  };
}

function downgrade({ hides_for, afterwards }: NonNullable<Limit['on_downgrade']>) {
  return { ...(hides_for && { hidesForDays: daysIn(hides_for) }), afterwards };
}

/** Plan metadata that no surface shows. */
function marker({ audience }: { audience: Audience }): { marker?: true } {
  return audience === 'marker' ? { marker: true } : {};
}

function versionRow(version: Version, known: ReadonlySet<string>) {
  const limits = Object.entries(version.limits).filter(([key]) => known.has(key));
  return {
    plan: version.plan,
    name: version.name,
    line: version.line,
    current: version.status === 'current',
    ...(version.status === 'current' && isOffered(version.sale) && { offered: version.sale }),
    ...(version.until && { until: version.until }),
    states: version.states,
    capabilities: heldKeys(version.capabilities, known),
    limits: Object.fromEntries(limits.map(([key, cell]) => [key, plainLimit(cell.enforced ?? cell.value)])),
    meters: heldKeys(version.meters, known),
  };
}

function heldKeys(cells: Readonly<Record<string, Cell>>, known: ReadonlySet<string>): string[] {
  return Object.entries(cells).flatMap(([key, cell]) => (known.has(key) && isHeld(cell.value) ? [key] : []));
}

function plainLimit(value: Value): number | 'unlimited' | 'unknown' {
  if (value.kind === 'amount') return value.n;
  return value.kind === 'unlimited' ? 'unlimited' : 'unknown';
}

function stateRule(matrix: Matrix, name: string) {
  const state = matrix.states[name]!;
  const days = state.lasts && daysIn(state.lasts);
  const fallback = state.falls_back_to && matrix.plans[state.falls_back_to]?.version;
  return {
    keeps: state.keeps,
    warns: state.warns,
    ...(days && { lastsDays: days }),
    ...(fallback && { fallback }),
    ...(state.refusal && { refusal: plainRefusal(state.refusal) }),
  };
}

/** Fields are named one by one, so that their order in the YAML does not show in what is printed. */
function gateRule({ key, roles, shows, locked, refusal }: Gate) {
  return {
    key,
    ...(roles && { roles }),
    ...(shows && { shows: { role: shows.role, name: shows.name } }),
    ...(locked && { locked }),
    ...(refusal && { refusal: plainRefusal(refusal) }),
  };
}

function plainRefusal({ status, code }: { status: number; code?: string }) {
  return { status, ...(code && { code }) };
}
