/** The matrix goes in; the evaluator's table as plain data comes out. Internal keys never reach it. */

import type { Audience, Gate, Limit, Matrix, Value, Version } from '../types.ts';
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
  const keys = matrix.order.capabilities
    .map((key) => matrix.capabilities[key]!)
    .filter((one) => one.audience !== 'internal');
  const limits = matrix.order.limits.map((key) => matrix.limits[key]!).filter((one) => one.audience !== 'internal');
  const record = <T>(entries: [string, T][]) => Object.fromEntries(entries);
  return {
    product: matrix.product,
    digest: matrix.digest,
    capabilities: record(keys.map((one) => [one.key, { name: one.name, ...marker(one) }])),
    limits: record(limits.map((limit) => [limit.key, limitRule(matrix, limit)])),
    versions: record(
      Object.values(matrix.versions).map((version) => [
        version.key,
        versionRow(version, new Set(keys.map((one) => one.key))),
      ]),
    ),
    states: record(Object.values(matrix.states).map((state) => [state.name, stateRule(matrix, state.name)])),
    aliases: { versions: matrix.aliases.versions, keys: matrix.aliases.keys },
    gates: record(matrix.gates.map((gate) => [gate.api ?? gate.app ?? gate.key, gateRule(gate)])),
  };
}

function limitRule(matrix: Matrix, limit: Limit) {
  const unit = matrix.units[limit.unit];
  return {
    counts: limit.counts,
    ...(limit.per && { perSeconds: limit.per.n * (SECONDS[limit.per.unit] ?? 0) }),
    soft: limit.soft ?? 1,
    ...(limit.hard !== undefined && limit.hard !== 1 && { hard: limit.hard }),
    rounding: limit.rounding,
    one: unit?.one ?? limit.unit,
    other: unit?.other ?? limit.unit,
    name: limit.name,
    ...marker(limit),
  };
}

/** Plan metadata that no surface shows. */
function marker({ audience }: { audience: Audience }): { marker?: true } {
  return audience === 'marker' ? { marker: true } : {};
}

function versionRow(version: Version, keys: Set<string>) {
  const held = Object.entries(version.capabilities).filter(([key, cell]) => keys.has(key) && isHeld(cell.value));
  return {
    plan: version.plan,
    name: version.name,
    line: version.line,
    current: version.status === 'current',
    states: version.states,
    capabilities: held.map(([key]) => key),
    limits: Object.fromEntries(
      Object.entries(version.limits).map(([key, cell]) => [key, plainLimit(cell.enforced ?? cell.value)]),
    ),
  };
}

function plainLimit(value: Value): number | 'unlimited' | 'unknown' {
  if (value.kind === 'amount') return value.n;
  return value.kind === 'unlimited' ? 'unlimited' : 'unknown';
}

function stateRule(matrix: Matrix, name: string) {
  const state = matrix.states[name]!;
  const days = state.lasts && Math.round((state.lasts.n * (SECONDS[state.lasts.unit] ?? 0)) / SECONDS.day!);
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
function gateRule({ key, shows, locked, refusal }: Gate) {
  return {
    key,
    ...(shows && { shows: { role: shows.role, name: shows.name } }),
    ...(locked && { locked }),
    ...(refusal && { refusal: plainRefusal(refusal) }),
  };
}

function plainRefusal({ status, code }: { status: number; code?: string }) {
  return { status, ...(code && { code }) };
}
