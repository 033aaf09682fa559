/** The judging date as given, or today's (UTC), comes out as `YYYY-MM-DD`; anything else is a `Failure`. */
import { Failure } from './failure.ts';

/** `option` is where the date was written. */
export function today(date: string | undefined, option = '--date'): string {
  if (date === undefined) return new Date().toISOString().slice(0, 10);
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    !Number.isNaN(Date.parse(date)) &&
    new Date(date).toISOString().startsWith(date);
  if (!real) throw new Failure(`\`${option} ${date}\` is no date: write it as 2026-11-21.`);
  return date;
}
