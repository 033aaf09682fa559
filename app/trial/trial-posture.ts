/** A contract and whether it was tried before enter; what a trial is for it leaves. */

import { findVersion } from '../evaluator/find-grant.ts';
import type { EntitlementTable, SubscriptionState } from '../evaluator/table.ts';

export interface Tried {
  readonly version: string;
  /** The state at this moment, an end that is past counted in. */
  readonly state: SubscriptionState;
  /** The end of the state; of a trial, when it ends. */
  readonly until: Date | null;
  /** A trial was started at any time, the running one included. */
  readonly hadTrial: boolean;
}

export type TrialPosture =
  | { readonly kind: 'offered'; readonly days: number; readonly gives: string; readonly name: string }
  | { readonly kind: 'running'; readonly until: Date | null }
  /** Final: it can be had once. */
  | { readonly kind: 'used' }
  /** Final while the contract holds: it gives all of this already. */
  | { readonly kind: 'not_needed' }
  /** Nothing can be started from here: the line is not tried, or the contract is unknown or locked. */
  | { readonly kind: 'signup' };

export function trialPosture(table: EntitlementTable, tried: Tried): TrialPosture {
  if (tried.state === 'trial') return { kind: 'running', until: tried.until };
  const row = findVersion(table, tried.version);
  const rules = Object.values(table.trials ?? {});
  // A trial that names no line is that of all.
  const rule = rules.find(({ lines }) => row && lines.includes(row.line)) ?? rules.find(({ lines }) => !lines.length);
  const given = findVersion(table, rule?.gives) ?? row;
  if (!row || !given || !rule?.lengthDays || !row.states.includes('trial')) return { kind: 'signup' };
  if (tried.hadTrial) return { kind: 'used' };
  const { keeps } = table.states[tried.state];
  if (keeps === 'paid') return { kind: 'not_needed' };
  if (keeps === 'nothing') return { kind: 'signup' };
  return { kind: 'offered', days: rule.lengthDays, gives: rule.gives ?? tried.version, name: given.name };
}
