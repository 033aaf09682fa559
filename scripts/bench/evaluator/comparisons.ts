/** What is measured of the evaluator: each comparison makes two pieces of work that answer the same random questions. */
import { createMongoAbility } from '@casl/ability';
import { InMemoryProvider, OpenFeature } from '@openfeature/server-sdk';
import { createEvaluator } from '../../../app/evaluator/create-evaluator.ts';
import { CAPABILITIES, LIMITS, largeTable, METERS, randomNumbers, SIZE, VERSIONS } from './large-table.ts';

/** Each answers all questions once and gives how many were answered with yes, so that nothing can be left out. */
export interface Work {
  ours: () => number | Promise<number>;
  base: () => number | Promise<number>;
  /** The most that ours may take, as a share of the base. */
  target: number;
  /** Questions of one side, where they are not equally many. */
  ratioOf?: { ours: number; base: number };
}

const MANY = 200_000;
const FEW = 2_000;
const table = largeTable();
const bound = VERSIONS.map((version) => createEvaluator(table, { version, state: 'active' }));

function questions(count: number, keys: readonly string[]) {
  const plans = randomNumbers(count, SIZE.plans, 1);
  const picked = randomNumbers(count, keys.length, 2);
  return { plans, keys: Array.from(picked, (i) => keys[i]!), versions: Array.from(plans, (i) => VERSIONS[i]!) };
}

/** `Map(plan) -> Map(key)`: what one would write without a library. */
function nested<T>(keys: readonly string[], of: (version: string, key: string) => T): Map<string, Map<string, T>> {
  return new Map(VERSIONS.map((version) => [version, new Map(keys.map((key) => [key, of(version, key)]))]));
}

const held = nested(CAPABILITIES, (version, key) => table.versions[version]!.capabilities.includes(key));
const numbers = nested(LIMITS, (version, key) => table.versions[version]!.limits[key]!);
const meters = nested(METERS, (version, key) => table.versions[version]!.meters!.includes(key));

function asked<T>(map: Map<string, Map<string, T>>, keys: readonly string[], isYes: (value: T) => boolean) {
  const all = questions(MANY, keys);
  return () => {
    let yes = 0;
    for (let i = 0; i < MANY; i++) yes += Number(isYes(map.get(all.versions[i]!)!.get(all.keys[i]!)!));
    return yes;
  };
}

function asking(keys: readonly string[], ask: (evaluator: (typeof bound)[number], key: string) => boolean) {
  const all = questions(MANY, keys);
  return () => {
    let yes = 0;
    for (let i = 0; i < MANY; i++) yes += Number(ask(bound[all.plans[i]!]!, all.keys[i]!));
    return yes;
  };
}

const OBSERVED = 100;

export const COMPARISONS: Readonly<Record<string, () => Work>> = {
  'hasCapability, plan bound': () => ({
    ours: asking(CAPABILITIES, (evaluator, key) => evaluator.hasCapability(key)),
    base: asked(held, CAPABILITIES, (value) => value),
    target: 0.6,
  }),
  'getLimit, plan bound': () => ({
    ours: asking(LIMITS, (evaluator, key) => evaluator.getLimit(key) === 'unlimited'),
    base: asked(numbers, LIMITS, (value) => value === 'unlimited'),
    target: 0.6,
  }),
  'checkLimit, plan bound': () => ({
    ours: asking(LIMITS, (evaluator, key) => evaluator.checkLimit(key, OBSERVED) !== 'hard_block'),
    base: asked(numbers, LIMITS, (value) => value === 'unlimited' || (value as number) >= OBSERVED),
    target: 0.6,
  }),
  'meterEnabled, plan bound': () => ({
    ours: asking(METERS, (evaluator, key) => evaluator.meterEnabled(key)),
    base: asked(meters, METERS, (value) => value),
    target: 0.6,
  }),
  'evaluator from version and state, plus one check': () => ({
    ours: (() => {
      const all = questions(MANY, CAPABILITIES);
      return () => {
        let yes = 0;
        for (let i = 0; i < MANY; i++)
          if (createEvaluator(table, { version: all.versions[i]!, state: 'active' }).hasCapability(all.keys[i]!))
            yes += 1;
        return yes;
      };
    })(),
    base: asked(held, CAPABILITIES, (value) => value),
    target: 2,
  }),
  'evaluator from an explicit list, for each key that it lists': () => {
    const listed = 50;
    const all = questions(MANY / listed, CAPABILITIES);
    const start = randomNumbers(MANY / listed, CAPABILITIES.length - listed, 3);
    const lists = Array.from(start, (i) => CAPABILITIES.slice(i, i + listed));
    return {
      ours: () => {
        let yes = 0;
        for (let i = 0; i < lists.length; i++) {
          const holder = { version: all.versions[i]!, state: 'active', capabilities: lists[i]! };
          if (createEvaluator(table, holder).hasCapability(all.keys[i]!)) yes += 1;
        }
        return yes;
      },
      base: asked(held, CAPABILITIES, (value) => value),
      target: 1.5,
    };
  },
  'hasCapability against CASL': () => {
    const abilities = VERSIONS.map((version) =>
      createMongoAbility(table.versions[version]!.capabilities.map((key) => ({ action: 'use', subject: key }))),
    );
    const all = questions(MANY, CAPABILITIES);
    return {
      ours: asking(CAPABILITIES, (evaluator, key) => evaluator.hasCapability(key)),
      base: () => {
        let yes = 0;
        for (let i = 0; i < MANY; i++) if (abilities[all.plans[i]!]!.can('use', all.keys[i]!)) yes += 1;
        return yes;
      },
      target: 1 / 5,
    };
  },
  "hasCapability against OpenFeature's in-memory provider": () => {
    const flags = CAPABILITIES.map((key) => [
      key,
      {
        disabled: false,
        variants: { on: true, off: false },
        defaultVariant: 'off',
        contextEvaluator: ({ plan }: { plan?: unknown }) => (held.get(String(plan))?.get(key) ? 'on' : 'off'),
      },
    ]);
    const ready = OpenFeature.setProviderAndWait(new InMemoryProvider(Object.fromEntries(flags)));
    const client = OpenFeature.getClient();
    const all = questions(FEW, CAPABILITIES);
    return {
      ours: asking(CAPABILITIES, (evaluator, key) => evaluator.hasCapability(key)),
      base: async () => {
        await ready;
        let yes = 0;
        for (let i = 0; i < FEW; i++)
          if (await client.getBooleanValue(all.keys[i]!, false, { plan: all.versions[i]! })) yes += 1;
        return yes;
      },
      target: 1 / 1000,
      ratioOf: { ours: MANY, base: FEW },
    };
  },
};
