/** The accounts of a way and a holder go in; the place of their account in the list, or -1, comes out. */
import type { Holder } from '../../matrix/types.ts';
import type { AccountConfig } from '../config/holder-way.ts';

/** Without a role that is asked for, the first account of the contract and state is theirs. */
export function findAccount(accounts: readonly AccountConfig[], { version, state, role }: Holder): number {
  return accounts.findIndex(
    (one) => one.version === version && one.state === state && (role === undefined || one.role === role),
  );
}
