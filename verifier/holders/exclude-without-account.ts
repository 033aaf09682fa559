/** The matrix, a surface and its way go in; the surface comes out with everybody left out who has no account there. */
import { holdersOf } from '../../matrix/expect/enforced.ts';
import type { Matrix } from '../../matrix/types.ts';
import type { HolderWay } from '../config/holder-way.ts';
import type { SurfaceConfig } from '../config/types.ts';
import { findAccount } from './find-account.ts';

const REASON = 'no account of this contract in this state is configured';

/** What is left out is listed in every report and counts against the floor, like every exclusion. */
export function excludeWithoutAccount<T extends SurfaceConfig>(matrix: Matrix, surface: T, way?: HolderWay): T {
  const accounts = way?.accounts;
  if (!accounts) return surface;
  const missing = holdersOf(matrix).filter((holder) => findAccount(accounts, holder) < 0);
  const exclude = missing.map(({ version, state }) => ({
    ...{ reason: REASON, owner: 'configuration' },
    ...{ versions: [version], states: [state] },
  }));
  return { ...surface, exclude: [...(surface.exclude ?? []), ...exclude] };
}

/** Accounts of nobody that the matrix has, in words. */
export function strangeAccounts(matrix: Matrix, { accounts = [] }: HolderWay): string[] {
  const known = new Set(holdersOf(matrix).map(({ version, state }) => `${version} (${state})`));
  return accounts.map(({ version, state }) => `${version} (${state})`).filter((one) => !known.has(one));
}
