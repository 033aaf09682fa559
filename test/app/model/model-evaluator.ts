/**
 * A table and a holder enter; an evaluator leaves that is slow and obvious: written from what contracts promise, not
 * from the evaluator that products run. Where both differ, one of them is wrong. `told` are the deprecated keys asked for.
 */

import type { ContractHolder, Evaluator } from '../../../app/evaluator/index.ts';
import type { EntitlementTable, Lifecycle } from '../../../app/evaluator/table.ts';
import { contentsOf, stateOf } from './contents.ts';
import { modelHardEdge, modelSoftEdge } from './exact-edge.ts';
import { type Kind, keyToday, versionToday } from './today.ts';

export function modelEvaluator(table: EntitlementTable, holder: ContractHolder, told: Set<string>): Evaluator {
  const contents = contentsOf(table, holder);

  function today(kind: Kind, asked: string): string {
    const key = keyToday(table, kind, asked);
    const rules: Readonly<Record<string, Lifecycle>> = table[kind] ?? {};
    if (Object.hasOwn(rules, key) && rules[key]!.deprecated) told.add(key);
    return key;
  }

  return {
    version: holder.version === undefined ? undefined : versionToday(table, holder.version),
    state: holder.state,
    suspended: (stateOf(table, holder.state)?.keeps ?? 'nothing') === 'nothing',
    warns: stateOf(table, holder.state)?.warns === true,
    hasCapability(asked) {
      const key = today('capabilities', asked);
      return Object.hasOwn(table.capabilities, key) && contents.capabilities.includes(key);
    },
    meterEnabled(asked) {
      const key = today('meters', asked);
      return Object.hasOwn(table.meters ?? {}, key) && contents.meters.includes(key);
    },
    getLimit: (key) => contents.limits.get(today('limits', key)) ?? 'unknown',
    checkLimit(asked, observed) {
      const key = today('limits', asked);
      const n = contents.limits.get(key);
      if (n === undefined) return 'hard_block';
      if (n === 'unlimited') return 'allowed';
      const rule = table.limits[key]!;
      const isReadable = typeof observed === 'number' && observed >= 0;
      if (!isReadable) return rule.whenUnreadable === 'allow' ? 'allowed' : 'hard_block';
      if (observed <= modelSoftEdge(rule, n)) return 'allowed';
      return observed <= modelHardEdge(rule, n) ? 'soft_block' : 'hard_block';
    },
  };
}
