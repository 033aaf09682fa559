/** What a server answered enters, whatever its age; the payload that a front end shows leaves, with safe sentences for gaps. */

import type { LimitVerdict } from './judge-limit.ts';
import type { LimitEntry } from './limit-entries.ts';
import { POSTURES, type Posture } from './over-limit-posture.ts';
import { own } from './own.ts';
import type { EntitlementTable, LimitValue } from './table.ts';
import { usageReading } from './usage-reading.ts';

export interface ShownPayload {
  /** Missing when the server named none: never guessed. */
  readonly plan_version?: string;
  readonly plan_name?: string;
  readonly subscription_state?: string;
  readonly capabilities: readonly string[];
  readonly limits: Readonly<Record<string, LimitEntry>>;
  readonly meters_enabled: readonly string[];
  readonly over_limit: { readonly posture: Posture; readonly messages: readonly string[] };
  readonly upgrade_reasons: readonly { readonly key: string; readonly message: string }[];
}

const BLOCKED = 'Nothing new can be added right now. What exists continues.';
const VERDICTS: readonly unknown[] = ['allowed', 'soft_block', 'hard_block'];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Never throws. Old names become today's, once and here. What is missing is not available, not held and not made up;
 * names that this version does not know yet are kept.
 */
export function readPayload({ aliases }: Pick<EntitlementTable, 'aliases'>, answer: unknown): ShownPayload {
  const fields = record(answer);
  const today = (key: string) => own(aliases.keys, key) ?? key;
  // Should a server send both, what the limit is called now counts.
  const named = Object.entries(record(fields.limits)).sort(
    ([a], [b]) => Number(today(a) === a) - Number(today(b) === b),
  );
  return {
    ...text(fields, 'plan_version', (version) => own(aliases.versions, version) ?? version),
    ...text(fields, 'plan_name'),
    ...text(fields, 'subscription_state'),
    capabilities: texts(fields.capabilities).map(today),
    limits: Object.fromEntries(named.map(([key, entry]) => [today(key), limitEntry(record(entry))])),
    meters_enabled: texts(fields.meters_enabled).map(today),
    over_limit: overLimit(record(fields.over_limit)),
    upgrade_reasons: list(fields.upgrade_reasons).flatMap((reason) => {
      const { key, message } = record(reason);
      return typeof key === 'string' && typeof message === 'string'
        ? [{ ...record(reason), key: today(key), message }]
        : [];
    }),
  };
}

function limitEntry(entry: Fields): LimitEntry {
  const { limit: value, unit, per_seconds: perSeconds, next: verdict, over, message } = entry;
  const limit = isLimit(value) ? value : 'unknown';
  const next = nextOf(verdict);
  const words = typeof message === 'string' ? message : next === 'hard_block' ? BLOCKED : undefined;
  return {
    limit,
    unit: typeof unit === 'string' ? unit : '',
    ...(typeof perSeconds === 'number' && { per_seconds: perSeconds }),
    usage: usageReading(entry.usage),
    ...(next && { next }),
    ...(over === true && { over }),
    ...(words !== undefined && { message: words }),
  };
}

/** One that this version does not know is a refusal; a missing one stays so, as that of a range does. */
function nextOf(verdict: unknown): LimitVerdict | undefined {
  if (verdict === undefined) return undefined;
  return VERDICTS.includes(verdict) ? (verdict as LimitVerdict) : 'hard_block';
}

function isLimit(value: unknown): value is LimitValue {
  return value === 'unlimited' || value === 'unknown' || (typeof value === 'number' && value >= 0);
}

/** A posture of a newer server is told in its own words, and blocks nothing here: the server decides. */
function overLimit({ posture, message, limits }: Fields): ShownPayload['over_limit'] {
  const known = POSTURES.find((one) => one === posture) ?? (posture === undefined ? 'none' : 'warning');
  const said = [message, ...list(limits).map((entry) => record(entry).message)];
  const messages = said.filter((one): one is string => typeof one === 'string');
  return { posture: known, messages: known === 'none' || messages.length > 0 ? messages : [BLOCKED] };
}

function record(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return [...new Set(list(value).filter((one): one is string => typeof one === 'string'))];
}

function text<Name extends string>(
  fields: Fields,
  name: Name,
  as: (value: string) => string = (value) => value,
): Partial<Record<Name, string>> {
  const value = own(fields, name);
  return typeof value === 'string' ? ({ [name]: as(value) } as Record<Name, string>) : {};
}
