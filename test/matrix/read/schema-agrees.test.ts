import { describe, expect, it } from 'vitest';
import schema from '../../../matrix/entitlements.schema.json' with { type: 'json' };
import type {
  RawAmount,
  RawCapability,
  RawGate,
  RawLimit,
  RawLine,
  RawMatrix,
  RawPastVersion,
  RawPlan,
  RawPrice,
  RawRefusal,
  RawSet,
  RawState,
  RawTrial,
  RawUnit,
  RawWords,
} from '../../../matrix/read/raw.ts';
import type { Audience, Level, Rounding, Sale, StateName } from '../../../matrix/types.ts';

/** Every field of a type with whether it must be there: a field too many, too few or of the other kind does not compile. */
type Fields<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? 'may' : 'must' };
type Words<T extends string> = Record<T, true>;

const TYPES = {
  matrix: {
    planproof: 'must',
    level: 'may',
    product: 'must',
    currency: 'may',
    units: 'may',
    lines: 'may',
    capabilities: 'may',
    limits: 'may',
    bundles: 'may',
    plans: 'must',
    past_versions: 'may',
    version_aliases: 'may',
    states: 'may',
    trials: 'may',
    words: 'may',
    gates: 'may',
  } satisfies Fields<RawMatrix>,
  unit: { one: 'must', other: 'must' } satisfies Fields<RawUnit>,
  line: { name: 'must', states: 'may', illustrative: 'may' } satisfies Fields<RawLine>,
  capability: {
    name: 'must',
    also: 'may',
    was: 'may',
    group: 'may',
    audience: 'may',
    needs: 'may',
  } satisfies Fields<RawCapability>,
  limit: {
    name: 'must',
    also: 'may',
    was: 'may',
    group: 'may',
    audience: 'may',
    unit: 'must',
    counts: 'may',
    per: 'may',
    soft: 'may',
    hard: 'may',
    rounding: 'may',
    lines: 'may',
    illustrative: 'may',
  } satisfies Fields<RawLimit>,
  bundle: {
    everything_in: 'may',
    has: 'may',
    without: 'may',
    limits: 'may',
    illustrative: 'may',
  } satisfies Fields<RawSet>,
  plan: {
    name: 'must',
    also: 'may',
    was: 'may',
    line: 'may',
    sale: 'may',
    version: 'must',
    summary: 'may',
    everything_in: 'may',
    price: 'may',
    has: 'may',
    without: 'may',
    limits: 'may',
    states: 'may',
    illustrative: 'may',
  } satisfies Fields<RawPlan>,
  past_version: {
    of: 'must',
    name: 'may',
    until: 'must',
    has: 'must',
    limits: 'must',
    price: 'may',
    states: 'may',
    digest: 'may',
    illustrative: 'may',
  } satisfies Fields<RawPastVersion>,
  state: {
    keeps: 'must',
    falls_back_to: 'may',
    warns: 'may',
    lasts: 'may',
    refusal: 'may',
    locked: 'may',
    illustrative: 'may',
  } satisfies Fields<RawState>,
  trial: { lines: 'may', length: 'must', card_required: 'may' } satisfies Fields<RawTrial>,
  words: { never_say: 'may' } satisfies Fields<RawWords>,
  phrase: { phrase: 'must', say: 'must' } satisfies Fields<NonNullable<RawWords['never_say']>[number]>,
  gate: { key: 'must', api: 'may', app: 'may', shows: 'may', locked: 'may', refusal: 'may' } satisfies Fields<RawGate>,
  shows: { role: 'must', name: 'must' } satisfies Fields<NonNullable<RawGate['shows']>>,
  refusal: { status: 'must', code: 'may' } satisfies Fields<RawRefusal>,
  amount: { amount: 'must', note: 'may' } satisfies Fields<Exclude<RawAmount, number>>,
  intervals: { month: 'may', year: 'may', once: 'may' } satisfies Fields<Exclude<RawPrice, string>[string]>,
};

const ENUMS = {
  level: { copy: true, gates: true, lifecycle: true } satisfies Words<Level>,
  audience: { public: true, marker: true, compatibility: true, internal: true } satisfies Words<Audience>,
  sale: {
    on_sale: true,
    on_request: true,
    legacy: true,
    retired: true,
    before_launch: true,
    internal: true,
  } satisfies Words<Sale>,
  rounding: { up: true, down: true, nearest: true } satisfies Words<Rounding>,
  counts: { counted: true, rate: true, range: true } satisfies Words<NonNullable<RawLimit['counts']>>,
  keeps: { paid: true, fallback: true, nothing: true } satisfies Words<RawState['keeps']>,
  state: { trial: true, active: true, grace: true, expired: true, suspended: true } satisfies Words<StateName>,
};

interface ObjectSchema {
  properties: object;
  required?: string[];
  additionalProperties: unknown;
}

const { definitions } = schema;

const SCHEMAS: Record<keyof typeof TYPES, ObjectSchema> = {
  matrix: schema,
  unit: definitions.unit,
  line: definitions.line,
  capability: definitions.capability,
  limit: definitions.limit,
  bundle: definitions.bundle,
  plan: definitions.plan,
  past_version: definitions.past_version,
  state: definitions.state,
  trial: definitions.trial,
  words: definitions.words,
  phrase: definitions.words.properties.never_say.items,
  gate: definitions.gate,
  shows: definitions.gate.properties.shows,
  refusal: definitions.status_code,
  amount: definitions.amount.anyOf.find((one) => 'properties' in one) as ObjectSchema,
  intervals: definitions.intervals,
};

describe('the JSON Schema of a matrix and its TypeScript types', () => {
  it.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])('state the same fields of %s', (name) => {
    const { properties, required = [], additionalProperties } = SCHEMAS[name];
    const stated = Object.keys(properties).map((key) => [key, required.includes(key) ? 'must' : 'may']);
    expect(Object.fromEntries(stated)).toEqual(TYPES[name]);
    expect(additionalProperties).toBe(false);
  });

  it('leave no definition with fields out of this comparison', () => {
    const withFields = Object.values(definitions).filter((one) => 'properties' in one);
    expect(withFields.filter((one) => !Object.values(SCHEMAS).includes(one as ObjectSchema))).toEqual([]);
  });

  it.each([
    ['level', schema.properties.level.enum],
    ['audience', definitions.audience.enum],
    ['sale', definitions.plan.properties.sale.enum],
    ['rounding', definitions.limit.properties.rounding.enum],
    ['counts', definitions.limit.properties.counts.enum],
    ['keeps', definitions.state.properties.keeps.enum],
    ['state', definitions.state_name.enum],
    ['state', Object.keys(schema.properties.states.properties)],
  ] as const)('state the same words of %s', (name, words) => {
    expect([...words].sort()).toEqual(Object.keys(ENUMS[name]).sort());
  });

  it('describe what a person has to know about a field that has a form', () => {
    for (const one of [
      'key',
      'id',
      'currency',
      'duration',
      'share',
      'price',
      'limit_value',
      'amount',
      'intervals',
    ] as const) {
      expect(definitions[one].description.length).toBeGreaterThan(0);
    }
  });
});
