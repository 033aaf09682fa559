/** What can be listened to: the table whose new rows are told, what the event is called, and who may see it. */

import { own } from '../evaluator/own.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { isOffered } from '../roles/require-role.ts';
import type { Holder } from '../session/holder.ts';

export interface Topic {
  readonly table: 'system' | 'patrol_run' | 'audit_entry';
  readonly event: string;
  readonly fields: readonly string[];
  /** Whoever passes it may listen; everybody who is signed in when left out. */
  readonly gate?: string;
}

export const TOPICS: readonly Topic[] = [
  { table: 'system', event: 'system_added', fields: ['id', 'name', 'kind', 'status', 'created_at'] },
  { table: 'patrol_run', event: 'patrol_run', fields: ['id', 'started_at', 'outcome'] },
  {
    table: 'audit_entry',
    event: 'audit_entry',
    fields: ['id', 'at', 'actor', 'action', 'target'],
    gate: 'GET /api/audit',
  },
];

export function maySee(product: Product, holder: Holder, topic: Topic): boolean {
  if (topic.gate === undefined) return true;
  const gate = findGate(product.table, topic.gate);
  return isOffered(gate, holder) && holder.evaluator.hasCapability(gate.key);
}

const BY_EVENT = Object.fromEntries(TOPICS.map((topic) => [topic.event, topic]));

export function topicOf(event: string): Topic | undefined {
  return own(BY_EVENT, event);
}
