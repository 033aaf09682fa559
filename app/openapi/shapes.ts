/** Shapes that several operations answer with, as JSON Schema; they stand under `components/schemas`. */

import type { JsonSchema } from './operation.ts';

const TEXT = { type: 'string' } as const;
export const ID = { type: 'integer', minimum: 1 } as const;
export const MOMENT = { type: 'string', format: 'date-time' } as const;
const COUNT = { type: 'integer', minimum: 0 } as const;

/** Every property is there, but those whose name ends in `?`. */
export function record(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const entries = Object.entries(properties).map(([name, shape]): [string, JsonSchema] => [
    name.replace('?', ''),
    shape,
  ]);
  const required = Object.keys(properties).filter((name) => !name.endsWith('?'));
  return { type: 'object', properties: Object.fromEntries(entries), required };
}

export function items(of: JsonSchema): JsonSchema {
  return record({ items: { type: 'array', items: of } });
}

export function shape(name: keyof typeof SHAPES): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

const LIMIT_VALUE: JsonSchema = {
  description: 'A number of the unit, or a word: never 0 or a gap for what is unlimited or not stated.',
  oneOf: [{ type: 'number', minimum: 0 }, { enum: ['unlimited', 'unknown'] }],
};
const USAGE: JsonSchema = {
  oneOf: [record({ available: { const: true }, observed: COUNT }), record({ available: { const: false } })],
};
const VERDICT: JsonSchema = { enum: ['allowed', 'soft_block', 'hard_block'] };
const CONTRACT = { plan_version: TEXT, plan_name: TEXT, subscription_state: TEXT } as const;
const REASON = record({
  key: TEXT,
  kind: { enum: ['capability', 'limit'] },
  reason: { enum: ['not_included', 'limit_reached', 'over_limit'] },
  message: TEXT,
  offer: record({ version: TEXT, plan: TEXT, name: TEXT }),
});
const REASONS = { type: 'array', items: REASON } as const;
const TERMS = { ...CONTRACT, 'state_ends_at?': MOMENT, 'kept_until?': TEXT, settling: { type: 'boolean' } } as const;
const KEYS = { type: 'array', items: TEXT } as const;
const POSTURE: JsonSchema = { enum: ['none', 'warning', 'countdown', 'enforcement', 'abuse_lock'] };
const OVER_LIMIT = record({
  posture: POSTURE,
  'message?': TEXT,
  limits: {
    type: 'array',
    items: record({
      key: TEXT,
      posture: POSTURE,
      limit: LIMIT_VALUE,
      unit: TEXT,
      usage: USAGE,
      'since?': MOMENT,
      'enforced_from?': MOMENT,
      title: TEXT,
      message: TEXT,
    }),
  },
});

export const SHAPES = {
  Error: record({
    code: { type: 'string', description: 'What a client decides by.' },
    message: { type: 'string', description: 'What a person reads.' },
    details: { type: 'object', additionalProperties: true },
  }),
  Session: record({ token: TEXT, expires_at: MOMENT }),
  Account: record({ 'organisation?': record({ id: ID, name: TEXT }), ...CONTRACT, role: TEXT, 'role_name?': TEXT }),
  Trial: record({
    status: { enum: ['started', 'running'] },
    plan_version: TEXT,
    started_at: { type: ['string', 'null'] },
    ends_at: { type: ['string', 'null'] },
  }),
  Limit: record({
    limit: LIMIT_VALUE,
    unit: TEXT,
    'per_seconds?': COUNT,
    usage: USAGE,
    'next?': VERDICT,
    'over?': { const: true },
    'message?': TEXT,
  }),
  Entitlements: record({
    ...TERMS,
    capabilities: KEYS,
    limits: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Limit' } },
    meters_enabled: KEYS,
    meters: { type: 'object', additionalProperties: record({ unit: TEXT, usage: USAGE }) },
    over_limit: OVER_LIMIT,
    upgrade_reasons: REASONS,
  }),
  RuntimeCapabilities: record({
    capabilities: KEYS,
    limits: {
      type: 'object',
      additionalProperties: record({ limit: LIMIT_VALUE, unit: TEXT, 'per_seconds?': COUNT }),
    },
    meters_enabled: KEYS,
  }),
  CommercialPosture: record({ ...TERMS, over_limit: OVER_LIMIT, upgrade_reasons: REASONS }),
  Preview: record({
    key: TEXT,
    limit: LIMIT_VALUE,
    unit: TEXT,
    usage: USAGE,
    after: USAGE,
    effect: { enum: ['consumes', 'frees', 'none'] },
    verdict: VERDICT,
    'cause?': { enum: ['limit', 'over_limit', 'abuse_lock'] },
    message: TEXT,
  }),
  Hidden: record({
    id: ID,
    name: TEXT,
    hidden_at: MOMENT,
    delete_at: { type: ['string', 'null'], format: 'date-time' },
  }),
  Alert: record({ id: ID, title: TEXT, system: TEXT, severity: TEXT, since: MOMENT }),
  MetricPoint: record({ at: MOMENT, cpu: { type: 'number' }, memory: { type: 'number' } }),
  PatrolRun: record({ id: ID, started_at: MOMENT, outcome: TEXT }),
  Workspace: record({ id: ID, name: TEXT, created_at: MOMENT }),
  System: record({ id: ID, name: TEXT, kind: TEXT, status: TEXT, created_at: MOMENT }),
  Warning: record({ code: { const: 'limit_near' }, message: TEXT }),
} as const satisfies Readonly<Record<string, JsonSchema>>;

/** Of every operation, for what it does not name. */
export const FAILED = {
  description: 'Anything else, such as a fault of the product itself (500)',
  content: { 'application/json': { schema: shape('Error') } },
} as const;
