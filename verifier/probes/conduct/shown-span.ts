/** An answer and where it shows a beginning and an end go in; both, and the length between them, come out. */
import type { Value } from '../../../matrix/types.ts';
import type { TrialStartConfig } from '../../config/conduct.ts';
import { pointer } from '../pointer.ts';

export interface ShownSpan {
  /** Milliseconds since 1970. */
  until: number;
  length: Extract<Value, { kind: 'duration' }>;
}

/** Nothing where one of them is missing, or is no moment. */
export function shownSpan(
  json: unknown,
  { from, until }: NonNullable<TrialStartConfig['shows']>,
): ShownSpan | undefined {
  const [begins, ends] = [momentOf(pointer(json, from)), momentOf(pointer(json, until))];
  return begins === undefined || ends === undefined ? undefined : { until: ends, length: lengthOf(ends - begins) };
}

/** Seconds since 1970 have ten digits for centuries to come, milliseconds thirteen. */
const FEWEST_MS = 1e11;

/** ISO 8601, or seconds or milliseconds since 1970. */
function momentOf(found: unknown): number | undefined {
  if (typeof found === 'number') return Math.abs(found) < FEWEST_MS ? found * 1000 : found;
  const ms = typeof found === 'string' ? Date.parse(found) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** In the largest unit of which it is a whole number, to the nearest minute. */
export function lengthOf(ms: number): ShownSpan['length'] {
  const rounded = Math.round(ms / 60_000) * 60_000;
  const [unit, one] = UNITS.find(([, size]) => rounded % size === 0) ?? UNITS[2];
  return { kind: 'duration', n: rounded / one, unit };
}
