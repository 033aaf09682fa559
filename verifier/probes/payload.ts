/** What a front end reads of who is signed in goes in; the value that it gives of one key, or why it gives none, comes out. */
import type { Subject, Value } from '../../matrix/types.ts';
import type { EntitlementsConfig } from '../config/limits.ts';
import type { Evidence, Outcome } from '../types.ts';
import type { LimitBudget } from './limits/limit-budget.ts';
import { type Meaning, meaningOf, type Refusal } from './meaning.ts';
import { noAnswer } from './no-answer.ts';
import { pointer } from './pointer.ts';
import type { GuardedSession } from './requests/guarded-session.ts';

export interface Payload {
  meaning: Meaning;
  json?: unknown;
  evidence?: Evidence;
}

export async function readPayload(
  session: GuardedSession,
  { request }: EntitlementsConfig,
  refusals: readonly Refusal[],
  errorCode: string | undefined,
): Promise<Payload> {
  try {
    const answer = await session.send({ request });
    return { meaning: meaningOf(answer, refusals, errorCode), json: answer.json, evidence: answer.evidence };
  } catch (error) {
    return { meaning: { is: 'unclear', reason: noAnswer(error) } };
  }
}

export interface Wanted {
  config: EntitlementsConfig;
  subject: Subject;
  limit: LimitBudget | undefined;
  /** A pointer of the limit's own. */
  at: string | undefined;
}

export function payloadOutcome(
  { meaning, json }: Payload,
  { config, subject, limit, at }: Wanted,
): { outcome: Outcome; pointer: string } {
  const isLimit = subject.kind === 'limit';
  const pattern = (isLimit ? (at ?? config.limit) : config.capability) ?? '';
  const called = config.called?.[subject.key] ?? subject.key;
  const where = keyed(pattern, called);
  const give = (outcome: Outcome) => ({ outcome, pointer: where });
  if (meaning.is === 'unclear') return give({ kind: 'unread', reason: `${config.request} ${meaning.reason}` });
  if (meaning.is === 'refused') return give({ kind: 'read', value: { kind: 'refusal', ...meaning.refusal } });
  const found = pointer(json, where);
  const value = isLimit ? limitValue(found, config, limit) : capabilityValue(found, called);
  const reason = `${config.request} has ${shown(found)} at ${where}`;
  return give(value ? { kind: 'read', value } : { kind: 'unread', reason });
}

export function keyed(pattern: string, key: string): string {
  return pattern.replaceAll('{key}', key.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function limitValue(found: unknown, config: EntitlementsConfig, limit: LimitBudget | undefined): Value | undefined {
  if ((config.unlimited ?? ['unlimited']).some((one) => one === found)) return { kind: 'unlimited' };
  if (found === 'unknown') return { kind: 'unknown' };
  if (typeof found !== 'number' || !limit) return undefined;
  return { kind: 'amount', n: found, unit: limit.unit, ...(limit.per && { per: limit.per }), bound: 'exactly' };
}

/** A yes or no, or the list of all that is held. */
function capabilityValue(found: unknown, key: string): Value | undefined {
  // A list of anything but texts says what is held in some other way.
  if (Array.isArray(found) && !found.every((one) => typeof one === 'string')) return undefined;
  const held = Array.isArray(found) ? found.includes(key) : found;
  return typeof held === 'boolean' ? { kind: held ? 'included' : 'excluded' } : undefined;
}

function shown(found: unknown): string {
  return found === undefined ? 'nothing' : `${JSON.stringify(found).slice(0, 40)}`;
}
