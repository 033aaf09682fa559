/** A trial that names no product line: contracts of every line are offered it, and it stands in where nobody knows the contract. */
import { expect, it } from 'vitest';
import printed from '../../app/entitlements.gen.json' with { type: 'json' };
import { defaultClaims } from '../../app/evaluator/database/default-claims.ts';
import type { EntitlementTable } from '../../app/evaluator/table.ts';
import { trialPosture } from '../../app/trial/trial-posture.ts';

const table = printed as unknown as EntitlementTable;
const [own] = Object.values(table.trials ?? {}).filter(({ lengthDays }) => lengthDays);
const anyLine: EntitlementTable = { ...table, trials: { everybody: { ...own!, gives: 'cloud_max', lines: [] } } };

it('is offered in a line that has none of its own', () => {
  const asked = { version: 'cloud_max', state: 'expired' as const, hadTrial: false, until: null };
  expect(trialPosture(anyLine, asked).kind).toBe('offered');
});

it('stands in for a contract of any line', () => {
  expect(defaultClaims(anyLine, 'whichever', 0)?.plan_version).toBe('cloud_max');
});
