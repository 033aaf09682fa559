/** The printed table and the environment enter; the table that this process enforces and shows leaves. */

import type { EntitlementTable } from '../evaluator/table.ts';
import { StartupError } from '../startup-error.ts';
import { developmentTable, isDevelopment } from './development-table.ts';
import { isSingleTenant, singleTenantTable } from './single-tenant-table.ts';

export interface Runnable {
  readonly table: EntitlementTable;
  readonly singleTenant: boolean;
  /** Whose eyes a public demo looks through: an account's e-mail address. */
  readonly demoOf: string | undefined;
}

/** Throws `StartupError` for a demo that would show more than is licensed. */
export function runnableTable(table: EntitlementTable, environment: NodeJS.ProcessEnv): Runnable {
  const demoOf = environment.PULSE_PUBLIC_DEMO || undefined;
  if (demoOf && isDevelopment(environment))
    throw new StartupError(
      'PULSE_PUBLIC_DEMO and PULSE_DEVELOPMENT are both set; a demo shows what is licensed: unset one.',
    );
  const widened = isDevelopment(environment) ? developmentTable(table, environment) : table;
  const singleTenant = isSingleTenant(environment);
  return { table: singleTenant ? singleTenantTable(widened) : widened, singleTenant, demoOf };
}
