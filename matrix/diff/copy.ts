/** Two matrices go in; what only reads differently, and changes nothing that anybody has, comes out. */
import type { Addon, Key, Line, Matrix, Plan, Role, Unit, Version } from '../types.ts';
import { KINDS, PARTS, type Pairs } from './pair.ts';
import type { Wording } from './types.ts';
import { type Fields, lined, ownWordings, wordings } from './wordings.ts';

const NAMED = [
  ['name', ({ name }) => name],
  ['names', ({ names }) => lined(names)],
] as const satisfies Fields<{ name: string; names: Record<string, string> }>;

const SYNONYMS = [...NAMED, ['synonyms', ({ also }) => lined(also)]] as const satisfies Fields<
  Pick<Role, 'name' | 'names' | 'also'>
>;

const KEY: Fields<Key> = [
  ...SYNONYMS,
  ['description', ({ description }) => description],
  ['group', ({ group }) => group],
  ['audience', ({ audience }) => audience],
  ['maturity', ({ maturity }) => maturity],
  ['deprecated at', ({ lifecycle }) => lifecycle?.deprecated_at],
  ['replacement', ({ lifecycle }) => lifecycle?.replacement_key],
];

const PLAN: Fields<Plan> = [
  ...SYNONYMS,
  ['line', ({ line }) => line],
  ['summary', ({ summary }) => summary],
  ['badge', ({ badge }) => badge],
  ['builds on', ({ everything_in }) => everything_in],
];

const ADDON: Fields<Addon> = [
  ...SYNONYMS,
  ['audience', ({ audience }) => audience],
  ['maturity', ({ maturity }) => maturity],
];

const UNIT: Fields<Unit> = [
  ['singular', ({ one }) => one],
  ['plural', ({ other }) => other],
  [
    'other languages',
    ({ locales }) =>
      lined(Object.entries(locales).map(([locale, { one, other }]) => `${locale}: ${one ?? ''}/${other ?? ''}`)),
  ],
];

export function copyChanges(before: Matrix, after: Matrix, pairs: Pairs): Wording[] {
  return [
    ...wordings('matrix', MATRIX, [before, after], { key: 'matrix', name: 'matrix' }),
    ...pairs.lines.flatMap((pair) => ownWordings<Line>('line', NAMED, pair.before, pair.after)),
    ...Object.values(after.units).flatMap((unit) => unitWords(before.units[unit.key], unit)),
    ...PARTS.flatMap((part) =>
      pairs.keys[part].flatMap((pair) => ownWordings(KINDS[part], KEY, keyNow(pairs, pair.before), pair.after)),
    ),
    ...pairs.plans.flatMap((pair) => ownWordings('plan', PLAN, planNow(pairs, pair.before), pair.after)),
    ...pairs.versions.flatMap((pair) => pastNames(pair.before, pair.after)),
    ...pairs.addons.flatMap((pair) => ownWordings('addon', ADDON, pair.before, pair.after)),
    ...wordings('words', WORDS, [before.words, after.words], { key: 'words', name: 'words' }),
    ...wordings('matrix', ordersOf(pairs), [before.order, after.order], { key: 'order', name: 'order' }),
  ];
}

/** What it refers to, as that is called now: a new key for another thing changes nothing here. */
function keyNow(pairs: Pairs, key: Key | undefined): Key | undefined {
  const replacement = key?.lifecycle?.replacement_key;
  if (!key || replacement === undefined) return key;
  return { ...key, lifecycle: { ...key.lifecycle, replacement_key: pairs.keyNow(replacement) ?? replacement } };
}

function planNow(pairs: Pairs, plan: Plan | undefined): Plan | undefined {
  const base = plan?.everything_in;
  if (!plan || base === undefined) return plan;
  return { ...plan, everything_in: pairs.planNow(base) ?? base };
}

const MATRIX: Fields<Matrix> = [
  ['product', ({ product }) => product],
  ['language', ({ locale }) => locale],
];

function unitWords(before: Unit | undefined, after: Unit): Wording[] {
  return before ? wordings('unit', UNIT, [before, after], { key: after.key, name: after.one }) : [];
}

/** The name of a current version is that of its plan. */
function pastNames(before: Version, after: Version): Wording[] {
  return before.status === 'past' && after.status === 'past' && before.key === after.key
    ? ownWordings('version', [['name', ({ name }) => name]], before, after)
    : [];
}

type Words = Matrix['words'];

const WORDS: Fields<Words> = [
  ['never say', ({ never_say }) => lined(never_say.map(({ phrase, say }) => `“${phrase}” but “${say}”`).sort())],
  ['must say', ({ must_say }) => lined(must_say.map(({ phrase, on }) => `“${phrase}” on ${on.join(', ')}`).sort())],
  [
    'retired names',
    ({ retired_names }) => lined(retired_names.map(({ name, say }) => (say ? `${name} (now ${say})` : name)).sort()),
  ],
  [
    'retired prices',
    ({ retired_prices }) =>
      lined(
        retired_prices
          .map(({ plan, interval, value }) => `${plan ?? 'any plan'} ${value.minor} ${value.currency} ${interval}`)
          .sort(),
      ),
  ],
];

/** Only what stands on both sides can change its place. */
function ordersOf(pairs: Pairs): Fields<Matrix['order']> {
  const rows = {
    capabilities: pairs.keys.capabilities,
    limits: pairs.keys.limits,
    meters: pairs.keys.meters,
    plans: pairs.plans,
    addons: pairs.addons,
    lines: pairs.lines,
  };
  return Object.entries(rows).map(([name, list]) => {
    const now = new Map(list.flatMap(({ before, after }) => (before && after ? [[before.key, after.key]] : [])));
    const kept = new Set(now.values());
    const field = name as keyof typeof rows;
    return [
      `order of ${name}`,
      (order) => lined(moving(order[field].map((key) => now.get(key) ?? key).filter((key) => kept.has(key)))),
    ];
  });
}

function moving(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
