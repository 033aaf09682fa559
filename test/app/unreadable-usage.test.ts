/** A database that answers nothing, or breaks: what cannot be counted is never 0, and nothing new goes in under a number. */
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import type { Schema } from '../../app/database/schema.ts';
import { table } from '../../app/entitlements.gen.ts';
import { createEvaluator } from '../../app/evaluator/create-evaluator.ts';
import { previewAdmission } from '../../app/posture/admission.ts';
import { readOverLimit } from '../../app/posture/read-over-limit.ts';
import type { Product } from '../../app/product.ts';
import { readEntitlements } from '../../app/routes/read-entitlements.ts';
import { billingSource } from '../../app/session/billing-source.ts';
import { createSessionTokens } from '../../app/session/create-session-tokens.ts';
import type { Holder } from '../../app/session/holder.ts';
import { SessionMemory } from '../../app/session/session-memory.ts';

/** Every count is answered by `count`; everything else by nothing. */
function productOn(count: () => unknown[]): Product {
  class Driver extends DummyDriver {
    override async acquireConnection() {
      const executeQuery = async ({ sql }: CompiledQuery) => ({ rows: sql.includes('count(*)') ? count() : [] });
      return { executeQuery, streamQuery: async function* () {} } as never;
    }
  }
  const database = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new Driver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  const now = () => new Date('2026-01-01');
  const billing = billingSource({ table, database, now });
  return { table, database, billing, tokens: createSessionTokens(), sessions: new SessionMemory(database), now };
}

const [version] = Object.entries(table.versions).find(
  ([, row]) => typeof (row.limits as Record<string, unknown>).workspaces === 'number',
)!;
const evaluator = createEvaluator(table, { version, state: 'active' });
const holder = { organisation: { id: 1, name: 'One' }, evaluator, stateUntil: null } as Holder;

describe.each([
  ['answers nothing', () => []],
  [
    'breaks',
    () => {
      throw new Error('connection lost');
    },
  ],
])('a database that %s', (_, count) => {
  it('leaves usage unread, and new admissions closed', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { limits, upgrade_reasons } = await readEntitlements(productOn(count), holder);
    expect(limits.workspaces).toMatchObject({ usage: { available: false }, next: 'hard_block' });
    expect(limits.workspaces?.message).toContain('cannot be read right now');
    expect(limits.monitored_systems).toMatchObject({ limit: 'unlimited', next: 'allowed' });
    expect(upgrade_reasons.filter(({ kind }) => kind === 'limit')).toEqual([]);
    expect((await readOverLimit(productOn(count), holder)).payload).toEqual({ posture: 'none', limits: [] });
    vi.restoreAllMocks();
  });
});

it('a preview of what cannot be counted is a refusal, in the same words', async () => {
  const preview = await previewAdmission(
    productOn(() => []),
    holder,
    { table: 'workspace' },
  );
  expect(preview).toMatchObject({ usage: { available: false }, after: { available: false }, verdict: 'hard_block' });
  expect(preview.message).toContain('cannot be read right now');
});
