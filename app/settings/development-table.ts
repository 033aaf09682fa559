/** A table and the environment enter; the same with every capability that this process can run in each contract leaves. */

import type { EntitlementTable } from '../evaluator/table.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export function isDevelopment(environment: Environment): boolean {
  return environment.PULSE_DEVELOPMENT?.toLowerCase() === 'true';
}

/**
 * Evaluator and payloads read the one table, so that what is shown is what works. Markers have nothing that could run,
 * and a capability that needs a flag is widened only where the flag is set. Numbers stay as they were sold.
 */
export function developmentTable(table: EntitlementTable, environment: Environment): EntitlementTable {
  const runs = Object.entries(table.capabilities)
    .filter(([, { marker, needs = [] }]) => !marker && needs.every((flag) => isSet(flag, environment)))
    .map(([key]) => key);
  const versions = Object.entries(table.versions).map(([version, row]) => [
    version,
    { ...row, capabilities: [...new Set([...row.capabilities, ...runs])].sort() },
  ]);
  return { ...table, versions: Object.fromEntries(versions) };
}

/** `NAME=value`, as the matrix states it. */
function isSet(flag: string, environment: Environment): boolean {
  const [name = '', value] = flag.split('=');
  return value === undefined ? Boolean(environment[name]) : environment[name] === value;
}
