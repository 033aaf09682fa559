/** The JSON Schema of a matrix goes in; a matrix that states every field of it, and which fields it states, come out. */
import type { Schema } from '../../../scripts/shape/print-shape.ts';

export interface Fullest {
  document: Record<string, unknown>;
  /** The maps of the schema with the names of their fields that `document` states. */
  stated: Map<Schema, Set<string>>;
}

/** Where the schema leaves a choice that must fit the rest of the document. `*` stands for one name or number. */
const CHOSEN: Readonly<Record<string, unknown>> = {
  level: 'lifecycle',
  locale: 'de',
  currency: 'EUR',
  'capabilities.*.lifecycle.replacement_key': 'base_has',
  'limits.*.lifecycle.replacement_key': 'base_limit',
  'meters.*.lifecycle.replacement_key': 'base_meter',
  'limits.*.counts': 'range',
  'limits.*.unit': 'seat',
  'limits.*.lines': ['cloud'],
  'meters.*.unit': 'seat',
  'bundles.base.everything_in': 'ground',
  'bundles.base.has': ['base_has'],
  'bundles.base.without': ['ground_has'],
  'bundles.base.unknown': ['base_unknown'],
  'bundles.base.meters': ['base_meter'],
  'bundles.ground': { has: ['ground_has', 'ground_more'] },
  'plans.*.line': 'cloud',
  'plans.*.sale': 'legacy',
  'plans.*.version': 'pro_v2',
  'plans.free': { name: 'Free', version: 'free_v1', everything_in: 'base' },
  'plans.*.states': ['grace', 'active'],
  'addons.second': { name: 'Second' },
  'addons.third': { name: 'Third' },
  'addons.*.for': ['pro'],
  'addons.*.requires': ['second'],
  'addons.*.excludes': ['third'],
  'addons.*.has': ['addon_has'],
  'addons.*.meters': ['addon_meter'],
  'addons.*.quantity.at_least': 2,
  'past_versions.*.of': 'pro',
  'past_versions.*.states': ['grace'],
  'states.*.keeps': 'fallback',
  'states.*.falls_back_to': 'free',
  'trials.*.lines': ['cloud'],
  'trials.*.gives': 'pro',
  'trials.*.length': '14 days',
  'words.retired_prices.*.plan': 'pro',
  'gates.*.key': 'base_has',
  'gates.*.roles': ['owner'],
  'lines.*.states': ['grace', 'active'],
};

/** What plans and past contracts state alike: each key once, so that none hides another. */
const OF_SETS: Readonly<Record<string, unknown>> = {
  everything_in: 'base',
  has: ['plan_has'],
  without: ['ground_more'],
  unknown: ['plan_unknown'],
  meters: ['plan_meter'],
};

/** The names in maps of names. The first states every field, the others only what they must. */
const NAMES: Readonly<Record<string, string[]>> = {
  units: ['seat', 'call'],
  roles: ['owner'],
  lines: ['cloud'],
  capabilities: [
    'base_has',
    'base_words',
    'ground_has',
    'ground_more',
    'plan_has',
    'plan_unknown',
    'base_unknown',
    'plan_words',
    'addon_has',
    'addon_words',
  ],
  limits: ['base_limit', 'plan_limit', 'addon_limit', 'added_limit'],
  meters: ['base_meter', 'plan_meter', 'addon_meter'],
  bundles: ['base', 'ground'],
  plans: ['pro', 'free'],
  addons: ['first', 'second', 'third'],
  past_versions: ['old'],
  version_aliases: ['pro_v2'],
  trials: ['cloud'],
  'bundles.*.details': ['base_words'],
  'bundles.*.limits': ['base_limit'],
  'plans.*.details': ['plan_words'],
  'plans.*.limits': ['plan_limit'],
  'past_versions.*.details': ['plan_words'],
  'past_versions.*.limits': ['plan_limit'],
  'addons.*.details': ['addon_words'],
  'addons.*.limits': ['addon_limit'],
  'addons.*.adds': ['added_limit'],
};

/** Text of a form that the schema describes by a pattern, by definition or field. */
const WORDS: Readonly<Record<string, string>> = {
  date: '2027-01-31',
  duration: '7 days',
  share: '80%',
  hard_share: '120%',
  currency: 'EUR',
  price_id: 'price_1',
  digest: 'sha256-0',
  api: 'GET /api/audit',
  app: '/audit',
  per: '1000 seat',
  id: 'an-id',
  key: 'a_key',
};

export function fullest(schema: Schema): Fullest {
  const stated: Fullest['stated'] = new Map();
  const document = new Filler(schema.definitions!, stated).value(schema, []) as Record<string, unknown>;
  return { document, stated };
}

class Filler {
  readonly #definitions: NonNullable<Schema['definitions']>;
  readonly #stated: Fullest['stated'];

  constructor(definitions: NonNullable<Schema['definitions']>, stated: Fullest['stated']) {
    this.#definitions = definitions;
    this.#stated = stated;
  }

  value(schema: Schema, path: readonly string[], name = path.at(-1) ?? ''): unknown {
    const chosen = chosenAt(path);
    if (chosen !== undefined) return chosen;
    if (schema.$ref) {
      const definition = schema.$ref.replace('#/definitions/', '');
      return this.value(this.#definitions[definition]!, path, definition);
    }
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum.at(-1);
    if (schema.anyOf && isFurtherAmount(path)) return 3;
    if (schema.anyOf) return this.value(this.#richest(schema.anyOf), path, name);
    if (schema.type === 'array') return this.#list(schema, path);
    if (schema.type === 'object') return schema.properties ? this.#fields(schema, path) : this.#named(schema, path);
    if (schema.type === 'boolean') return true;
    if (schema.type === 'number' || schema.type === 'integer')
      return Math.max(3, (schema as { minimum?: number }).minimum ?? 0);
    return WORDS[name] ?? `Words of ${path.join(' ')}`;
  }

  /** A map says most, then a list, then anything. */
  #richest(branches: readonly Schema[]): Schema {
    const of = (type: string) => branches.find((one) => this.#typeOf(one) === type);
    return of('array') ?? of('object') ?? branches.find((one) => !one.enum) ?? branches[0]!;
  }

  #typeOf(schema: Schema): unknown {
    return schema.$ref ? this.#typeOf(this.#definitions[schema.$ref.replace('#/definitions/', '')]!) : schema.type;
  }

  /** Of prices, two: an amount excludes tiers. */
  #list(schema: Schema, path: readonly string[]): unknown[] {
    const first = this.value(schema.items!, [...path, '0']);
    if (!isAmount(first)) return [first];
    const { tiers, tiers_are, ...plain } = first;
    const { amount: _amount, from: _from, ...tiered } = first;
    return [plain, { ...tiered, tiers, tiers_are }];
  }

  #fields(schema: Schema, path: readonly string[]): object {
    const names = Object.keys(schema.properties!);
    this.#stated.set(schema, new Set(names));
    return Object.fromEntries(names.map((name) => [name, this.value(schema.properties![name]!, [...path, name])]));
  }

  #named(schema: Schema, path: readonly string[]): object {
    const open = schema.additionalProperties as Schema;
    const names = NAMES[starred(path)] ?? (path.at(-1) === 'price' ? ['EUR'] : ['de', 'en']);
    return Object.fromEntries(
      names.map((name, i) => {
        const whole = this.value(open, [...path, name]);
        return [name, i && path.length === 1 ? this.#least(open, whole) : whole];
      }),
    );
  }

  #least(schema: Schema, whole: unknown): unknown {
    const { required } = this.#definitions[schema.$ref?.replace('#/definitions/', '') ?? ''] ?? {};
    if (!required || 'has' in (whole as object) || 'everything_in' in (whole as object)) return whole;
    return Object.fromEntries(Object.entries(whole as object).filter(([name]) => required.includes(name)));
  }
}

/** Intervals but for the month state plain amounts: all are read alike. */
function isFurtherAmount(path: readonly string[]): boolean {
  return path[2] === 'price' && path.length === 5 && path[4] !== 'month';
}

function isAmount(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && 'tiers' in value;
}

function chosenAt(path: readonly string[]): unknown {
  const set = path[0] === 'plans' || path[0] === 'past_versions' ? OF_SETS[path[2] ?? ''] : undefined;
  return CHOSEN[path.join('.')] ?? CHOSEN[starred(path)] ?? (path.length === 3 ? set : undefined);
}

/** `plans.pro.limits` is `plans.*.limits`: the second part is a name or a number, and the third of words too. */
function starred(path: readonly string[]): string {
  const star = path[0] === 'words' ? 2 : 1;
  return path.map((part, i) => (i === star ? '*' : part)).join('.');
}
