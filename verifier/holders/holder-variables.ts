/** What it takes to become holders, and a holder, go in; what is filled in for `{name}` comes out. */
import type { Holder } from '../../matrix/types.ts';
import { findAccount } from './find-account.ts';
import type { Holders } from './holders.ts';

/** `own`: of this way, which may call versions and states as the product does. */
export function holderVariables(holders: Holders | undefined, holder: Holder, own: boolean): Record<string, string> {
  const { version, state } = holder;
  const { way = {}, secrets = {}, accountSecrets = [], planNames = {} } = holders ?? {};
  const at = findAccount(way.accounts ?? [], holder);
  const account = way.accounts?.[at];
  const role = holder.role ?? account?.role;
  return {
    ...secrets,
    ...account?.with,
    ...accountSecrets[at],
    plan: planNames[version] ?? version,
    version: (own && way.calls?.versions?.[version]) || version,
    state: (own && way.calls?.states?.[state]) || state,
    ...(role !== undefined && { role }),
  };
}
