/** Nothing enters; questions on both sides of both edges of every number under every rule leave. */

import type { LimitRule } from '../../../../app/evaluator/table.ts';
import { modelHardEdge, modelSoftEdge } from '../exact-edge.ts';
import { NUMBERS, vectorTables, versionFor } from './tables.ts';
import type { Question } from './vector.ts';

export function edgeQuestions(): Question[] {
  return Object.entries(vectorTables.edges!.limits).flatMap(([key, rule]) =>
    NUMBERS.filter((n) => !isBeyondDigits(rule, n)).flatMap((n) => {
      const [soft, hard] = [Number(modelSoftEdge(rule, n)), Number(modelHardEdge(rule, n))];
      return [...new Set([0, soft, soft + 1, hard, hard + 1])].map((observed) => ({
        rule: 'limit/edges',
        why: `${inWords(rule, n, soft, hard)}; ${observed} ${standsWhere(observed, soft, hard)}`,
        table: 'edges',
        holder: { version: versionFor(n), state: 'active' },
        ask: { method: 'checkLimit' as const, key, observed },
      }));
    }),
  );
}

/** A double holds fifteen digits surely: no vector asks for a share that needs more, or for a count that it cannot hold. */
function isBeyondDigits({ soft, hard = 1 }: LimitRule, n: number): boolean {
  return n === Number.MAX_SAFE_INTEGER && (hard !== 1 || (soft !== 1 && soft !== 0));
}

function inWords({ soft, hard = 1, rounding }: LimitRule, n: number, softAt: number, hardAt: number): string {
  const share = (of: number, at: number) =>
    of === 1 ? `${n} itself` : `${Math.round(of * 100)}% of ${n} (${rounding}), which is ${at}`;
  return `The soft edge is ${share(soft, softAt)}, and the hard edge ${share(hard, hardAt)}`;
}

function standsWhere(observed: number, soft: number, hard: number): string {
  if (observed <= soft) return 'is not above the soft edge.';
  return observed <= hard ? 'is above the soft edge only.' : 'is above both.';
}
