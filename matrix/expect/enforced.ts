/** A holder and a gate go in; what the product must answer them, with the line that says so, comes out. */
import type { Gate, Holder, Limit, Matrix, Subject, Value, Version } from '../types.ts';
import { isHeld } from '../value.ts';
import type { Promised } from './published.ts';

/** The version whose cells hold for a holder: their own, or what an expired contract falls back to; none when suspended. */
export function effectiveVersion(matrix: Matrix, { version, state }: Holder): Version | undefined {
  const rule = matrix.states[state];
  if (!rule || rule.keeps === 'nothing') return undefined;
  if (rule.keeps === 'paid') return matrix.versions[version];
  const plan = rule.falls_back_to && matrix.plans[rule.falls_back_to];
  return plan ? matrix.versions[plan.version] : undefined;
}

/** What a holder meets at a capability's gate. Refusals are given as the gate, or the state, declares them. */
export function enforcedCapability(matrix: Matrix, holder: Holder, gate: Gate): Promised | undefined {
  const version = effectiveVersion(matrix, holder);
  if (!version) return locked(matrix, holder);
  const cell = version.capabilities[gate.key];
  if (!cell || cell.value.kind === 'unknown') return undefined;
  if (isHeld(cell.value)) return { value: { kind: 'included' }, at: cell.at };
  return { value: gate.refusal ? { kind: 'refusal', ...gate.refusal } : { kind: 'excluded' }, at: cell.at };
}

/** Where a holder meets an edge of a limit: `soft` is the last amount without a warning, `hard` the last at all. */
export function enforcedLimit(
  matrix: Matrix,
  holder: Holder,
  key: string,
  edge: 'soft' | 'hard',
): Promised | undefined {
  const version = effectiveVersion(matrix, holder);
  if (!version) return locked(matrix, holder);
  const cell = version.limits[key];
  const limit = matrix.limits[key];
  const value = cell?.enforced ?? cell?.value;
  if (!cell || !limit || !value || value.kind === 'unknown' || value.kind === 'on_request') return undefined;
  return { value: edgeOf(limit, value, edge), at: cell.at };
}

/**
 * The number at which an edge of a limit stands: never above the number itself where it is soft, never below where it is
 * hard. What is no number is given back as it is.
 */
export function edgeOf(limit: Limit, value: Value, edge: 'soft' | 'hard'): Value {
  if (value.kind !== 'amount') return value;
  const share = limit[edge] ?? 1;
  if (share === 1) return value;
  // A share such as 0.07 * 100 is a hair above 7 in binary; that hair is no client workspace. A double holds 15 digits.
  const near = Number((share * value.n).toPrecision(15));
  const rounded = { up: Math.ceil, down: Math.floor, nearest: Math.round }[limit.rounding](near);
  return { ...value, n: edge === 'soft' ? Math.min(value.n, rounded) : Math.max(value.n, rounded) };
}

/** What a payload has to say of a key: a limit's number without its edges, a capability as held or not. */
export function enforcedPayload(
  matrix: Matrix,
  holder: Holder,
  { kind, key }: Pick<Subject, 'kind' | 'key'>,
): Promised | undefined {
  const version = effectiveVersion(matrix, holder);
  if (!version) return locked(matrix, holder);
  const cell = kind === 'limit' ? version.limits[key] : version.capabilities[key];
  const value = cell?.enforced ?? cell?.value;
  if (!cell || !value || value.kind === 'unknown') return undefined;
  if (kind === 'limit') return value.kind === 'on_request' ? undefined : { value, at: cell.at };
  return { value: { kind: isHeld(value) ? 'included' : 'excluded' }, at: cell.at };
}

/** What a holder meets once the window of a rate is over: the next one goes through, unless nothing ever did. */
export function enforcedAfterReset(matrix: Matrix, holder: Holder, key: string): Promised | undefined {
  const edge = enforcedLimit(matrix, holder, key, 'hard');
  if (edge?.value.kind === 'amount' && edge.value.n < 1) return undefined;
  return edge?.value.kind === 'amount' || edge?.value.kind === 'unlimited'
    ? { value: { kind: 'included' }, at: edge.at }
    : edge;
}

function locked(matrix: Matrix, { state }: Holder): Promised | undefined {
  const rule = matrix.states[state];
  if (!rule) return undefined;
  return { value: rule.refusal ? { kind: 'refusal', ...rule.refusal } : { kind: 'excluded' }, at: rule.at };
}

/** One more than the largest finite value of a limit in any contract; 3 where none is finite. The same for every holder. */
export function budgetOf(matrix: Matrix, key: string): number {
  const finite = Object.values(matrix.versions).flatMap((version) => {
    const cell = version.limits[key];
    const value = cell?.enforced ?? cell?.value;
    const limit = matrix.limits[key];
    const edge = value && limit ? edgeOf(limit, value, 'hard') : undefined;
    return edge?.kind === 'amount' ? [edge.n] : [];
  });
  return finite.length ? Math.max(...finite) + 1 : 3;
}

/** Everybody who can be asked for: each contract in each state that it can be in, in a fixed order. */
export function holdersOf(matrix: Matrix): Holder[] {
  return matrix.order.versions.flatMap((version) =>
    matrix.versions[version]!.states.map((state) => ({ version, state })),
  );
}
