/**
 * A table and a holder enter; an evaluator leaves that is slow and obvious: written from what contracts promise, not
 * from the evaluator that products run. Where both differ, one of them is wrong.
 */

import type { ContractHolder, Evaluator } from '../../../app/evaluator/index.ts';
import type { EntitlementTable, Lifecycle } from '../../../app/evaluator/table.ts';
import { contentsOf, rowOf, stateOf } from './contents.ts';
import { modelHardEdge, modelSoftEdge } from './exact-edge.ts';
import { type Kind, keyToday, versionToday } from './today.ts';

export function modelEvaluator(table: EntitlementTable, holder: ContractHolder, told: (key: string) => void): Evaluator {
  const contents = contentsOf(table, holder);
  const already = new Set<string>();

  function today(kind: Kind, asked: string): string {
    const key = keyToday(table, kind, asked);
    const rules: Readonly<Record<string, Lifecycle>> = table[kind] ?? {};
    if (Object.hasOwn(rules, key) && rules[key]!.deprecated && !already.has(key)) {
      already.add(key);
      told(key);
    }
    return key;
  }

  return {
    version: rowOf(table, holder.version) ? versionToday(table, holder.version!) : holder.version,
    state: holder.state,
    suspended: stateOf(table, holder.state)?.keeps === 'nothing',
    warns: stateOf(table, holder.state)?.warns === true,
    hasCapability: (key) => contents.capabilities.includes(today('capabilities', key)),
    meterEnabled: (key) => contents.meters.includes(today('meters', key)),
    getLimit: (key) => contents.limits.get(today('limits', key)) ?? 'unknown',
    checkLimit(asked, observed) {
      const key = today('limits', asked);
      const n = contents.limits.get(key);
      const rule = table.limits[key];
      if (n === undefined || !rule) return 'hard_block';
      if (n === 'unlimited') return 'allowed';
      const isReadable = typeof observed === 'number' && observed >= 0;
      if (!isReadable) return rule.whenUnreadable === 'allow' ? 'allowed' : 'hard_block';
      if (observed <= modelSoftEdge(rule, n)) return 'allowed';
      return observed <= modelHardEdge(rule, n) ? 'soft_block' : 'hard_block';
    },
  };
}
