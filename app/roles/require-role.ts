/** Who is offered something and a holder enter; nothing leaves when they are, and the 403 that names the roles is thrown. */

import { own } from '../evaluator/own.ts';
import type { EntitlementTable } from '../evaluator/table.ts';
import { ApiError } from '../routes/api-error.ts';
import type { Holder } from '../session/holder.ts';

/** A gate, or an action of ours that no gate of the table stands for. */
export interface ForRoles {
  readonly key?: string;
  /** Everybody when left out. */
  readonly roles?: readonly string[];
}

/** A role that the table does not know is offered only what everybody is. */
export function isOffered({ roles }: ForRoles, { role }: Pick<Holder, 'role'>): boolean {
  return roles === undefined || roles.includes(role);
}

export function requireRole(table: EntitlementTable, thing: ForRoles, holder: Pick<Holder, 'role'>): void {
  if (isOffered(thing, holder)) return;
  const details = { ...(thing.key && { key: thing.key }), required_roles: thing.roles };
  throw new ApiError(403, 'role_required', `${roleRequired(table, thing)}.`, { details });
}

/** `Owner or admin required`: the words of the API and of the pages. */
export function roleRequired(table: EntitlementTable, { roles = [] }: ForRoles): string {
  const names = roles.flatMap((role) => roleName(table, role) ?? []);
  const [first = 'Another role', ...others] = names.map((name, index) => (index === 0 ? name : name.toLowerCase()));
  const last = others.pop();
  return `${[first, ...others].join(', ')}${last === undefined ? '' : ` or ${last}`} required`;
}

/** The name that people read, or nothing for a role that the table does not know: its id is no word for a page. */
export function roleName(table: EntitlementTable, role: string): string | undefined {
  return own(table.roles ?? {}, role)?.name;
}
