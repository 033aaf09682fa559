/** Ten thousand cached organisations go in; the time of a cache hit with a check, as a multiple of `lru-cache`'s, comes out. */
import { LRUCache } from 'lru-cache';
import { table } from '../../app/entitlements.gen.ts';
import { createEvaluator, type Evaluator } from '../../app/evaluator/create-evaluator.ts';
import { DatabaseSource } from '../../app/evaluator/database/database-source.ts';
import { type Measured, rounds } from './measured.ts';

// Many short rounds: one that is shorter than a processor's slice is not cut by what else runs.
const ROUNDS = 401;
const WARM_UPS = 20;
const TARGET = 1.5;
const ORGANISATIONS = 10_000;
const LOOK_UPS = 20_000;
const TTL_SECONDS = 600;
const KEY = 'audit_logging';

export async function databaseSource(): Promise<Measured[]> {
  const versions = Object.keys(table.versions);
  const rowOf = (id: number) => ({ plan_version: versions[id % versions.length]!, subscription_state: 'active' });
  const ids = shuffled();
  const source = new DatabaseSource({
    table,
    ttlSeconds: TTL_SECONDS,
    maxSize: ORGANISATIONS,
    query: async (id: number) => rowOf(id),
  });
  const cache = new LRUCache<number, Pick<Evaluator<typeof KEY>, 'hasCapability'>>({
    max: ORGANISATIONS,
    ttl: TTL_SECONDS * 1000,
  });
  for (let id = 0; id < ORGANISATIONS; id += 1) {
    const { plan_version: version, subscription_state: state } = rowOf(id);
    cache.set(id, createEvaluator(table, { version, state }));
    await source.read(id);
  }
  const bySource = () => counted(ids, (id) => source.peek(id)!.evaluator.hasCapability(KEY));
  const byCache = () => counted(ids, (id) => cache.get(id)!.hasCapability(KEY));
  for (let i = 0; i < WARM_UPS; i += 1)
    if (bySource() !== byCache()) throw new Error('the two caches answer differently');
  const times = rounds(ROUNDS, { byCache, bySource });
  const each = (ms: number) => `${((ms / LOOK_UPS) * 1e6).toFixed(0)} ns`;
  const what = `synchronous cache hit plus check (${ORGANISATIONS} organisations), as a multiple of lru-cache's`;
  const ratio = times.bySource / times.byCache;
  console.log(`${what}: ${ratio.toFixed(2)}  (${each(times.bySource)}, lru-cache ${each(times.byCache)})`);
  return [{ what, ratio, target: TARGET }];
}

function counted(ids: Int32Array, may: (id: number) => boolean): number {
  let allowed = 0;
  for (const id of ids) if (may(id)) allowed += 1;
  return allowed;
}

/** The same order in every run, and none that a processor could guess. */
function shuffled(): Int32Array {
  let state = 1;
  return Int32Array.from({ length: LOOK_UPS }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % ORGANISATIONS;
  });
}
