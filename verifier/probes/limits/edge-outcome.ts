/** The edge that was met goes in; the value that it shows of a limit, or why it shows none, comes out. */
import type { Period, Value } from '../../../matrix/types.ts';
import type { Outcome } from '../../types.ts';
import type { Edge } from './find-edge.ts';
import type { LimitBudget } from './limit-budget.ts';

export interface Shown {
  edge: Edge;
  limit: LimitBudget;
  facet: 'soft' | 'hard';
  /** After the last of a rate one waits for its whole period. */
  rolling: boolean;
  /** How many were in use before something was counted. */
  used?: number;
}

export function edgeOutcome({ edge, limit, facet, rolling, used = 0 }: Shown): Outcome {
  const { unit, per: period, budget } = limit;
  const per = period && edge.is === 'found' ? periodSeen(period, edge.wait, rolling) : period;
  const read = (n: number, bound: 'exactly' | 'at_most' | 'at_least'): Outcome => {
    const value: Value = { kind: 'amount', n, unit, ...(per && { per }), bound };
    return { kind: 'read', value };
  };
  switch (edge.is) {
    case 'unclear':
      return { kind: 'unread', reason: edge.reason };
    case 'refused':
      return { kind: 'read', value: { kind: 'refusal', ...edge.refusal } };
    case 'found':
      // Refused at the very first: more may be in use than is let through now, as after a step down.
      if (used > 0 && edge.hard === used) return read(used, 'at_most');
      return read(facet === 'soft' ? edge.soft : edge.hard, 'exactly');
    default:
      return facet === 'soft' && edge.soft !== undefined ? read(edge.soft, 'exactly') : read(budget, 'at_least');
  }
}

const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400, week: 604_800 };
/** What may pass between the first action and the refusal. */
const SLACK_SECONDS = 60;

/** Nothing for a unit without a fixed length, such as a month. */
export function secondsOf({ n, unit }: Period): number | undefined {
  const one = SECONDS[unit];
  return one === undefined ? undefined : n * one;
}

/**
 * The period that a wait shows. In a rolling window one waits, just after acting, for the whole of it; in a fixed one
 * for any part of it, so there only a longer wait tells of another period.
 */
function periodSeen(stated: Period, wait: number | undefined, rolling: boolean): Period | undefined {
  const seconds = secondsOf(stated);
  // Nobody saw a length, and none is held against what was promised.
  if (rolling && (wait === undefined || !seconds)) return undefined;
  if (wait === undefined || !seconds) return stated;
  const fits = wait <= seconds + 1 && (!rolling || wait >= seconds - SLACK_SECONDS);
  return fits ? stated : { n: Math.max(1, Math.ceil(wait / 60)), unit: 'minute' };
}
