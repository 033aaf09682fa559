/** The matrix as its file states it, before anything is resolved, and the units that every matrix has. */
import type { RawBundle, RawUnit } from './shape.gen.ts';

export type * from './shape.gen.ts';

/** What plans, bundles and past contracts have in common. */
export type RawSet = RawBundle;

/** Units of time that need no declaration. */
export const BUILT_IN_UNITS: Readonly<Record<string, RawUnit>> = Object.freeze({
  minute: { one: 'minute', other: 'minutes' },
  hour: { one: 'hour', other: 'hours' },
  day: { one: 'day', other: 'days' },
  week: { one: 'week', other: 'weeks' },
  month: { one: 'month', other: 'months' },
  year: { one: 'year', other: 'years' },
});
