/** A table and a line enter; what a trial of that line would give leaves: for when nothing is known of an organisation. */

import type { Claims } from '../claims.ts';
import type { EntitlementTable } from '../table.ts';

const AN_HOUR_S = 3600;

/**
 * The version that the trials of the line give (of all lines, when none is named); where none or several are stated,
 * the version that an expired contract falls back to; nothing where the table states neither. `now` is in milliseconds
 * since 1970, and the trial ends an hour later: it is made up, and must not outlast what made it so.
 */
export function defaultClaims(table: EntitlementTable, line: string | undefined, now: number): Claims | undefined {
  const tried = triedVersion(table, line);
  if (tried !== undefined) {
    return { plan_version: tried, subscription_state: 'trial', state_ends_at: Math.ceil(now / 1000) + AN_HOUR_S };
  }
  const { keeps, fallback } = table.states.expired;
  // Called active, since it is: nobody's contract has expired because a database is down.
  return keeps === 'fallback' && fallback ? { plan_version: fallback, subscription_state: 'active' } : undefined;
}

function triedVersion(table: EntitlementTable, line: string | undefined): string | undefined {
  // A trial that names no line is that of all.
  const trials = Object.values(table.trials ?? {}).filter(
    ({ lines }) => line === undefined || !lines.length || lines.includes(line),
  );
  const [version, ...more] = new Set(trials.flatMap(({ gives }) => gives ?? []));
  return more.length === 0 ? version : undefined;
}
