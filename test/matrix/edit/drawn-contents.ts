/** Choices go in; what a matrix says, with its names in many forms, comes out. */
import type { Draws } from './draws.ts';
import type { Says, Spoken } from './spoken.ts';

/** `no`, `on`, `off`, `y` and `yes` are booleans to readers of YAML 1.1, `1e3` is a number and `2024-01-01` a date. */
export const CAPABILITIES = ['audit', 'sso', 'no', 'on', 'relay', 'push_notifications', 'api', 'y'];
export const LIMITS = ['history', 'seats', 'off', 'runs'];
const PLANS = ['free', 'pro', 'team', 'yes'];
const IDS = ['v5_pro', '1e3', '2024-01-01', 'old.id'];

const PRICES: readonly Says[] = [
  'free',
  null,
  { USD: { month: 'number 4.90' } },
  {
    USD: { month: 'number 9', year: ['number 79', { amount: 'number 190', note: 'legacy: #1' }] },
    EUR: { year: ['number 70.00'] },
  },
  { EUR: { once: { amount: 'number 300', note: 'x' } } },
];

export function drawnContents({ one, some, chance }: Draws): Spoken {
  const capabilities = some(CAPABILITIES);
  const limits = some(LIMITS);
  const plans = ['start', ...some(PLANS)];
  const maybe = (field: string, value: () => Says): Spoken => (chance(2) ? { [field]: value() } : {});
  const entries = (names: readonly string[], entry: (name: string, index: number) => Spoken): Spoken =>
    Object.fromEntries(names.map((name, index) => [name, entry(name, index)]));
  const numbers = () => entries(some(limits), () => one('number 5', 'unlimited', 'unknown') as never);
  const sold = (): Spoken => ({
    ...maybe('price', () => structuredClone(one(...PRICES))),
    ...maybe('has', () => some(capabilities)),
    ...maybe('without', () => some(capabilities)),
    ...maybe('unknown', () => some(capabilities)),
    ...maybe('details', () => entries(some(capabilities), (name) => `In words: ${name}` as never)),
    ...maybe('meters', () => some(['calls', 'traffic'])),
    ...maybe('limits', () => (chance(6) ? null : numbers())),
  });
  return {
    planproof: 'number 1',
    product: one('Pulse', 'Pulse: the #1', "Tide's"),
    ...((capabilities.length || chance(2)) && {
      capabilities: entries(capabilities, (name) => ({ name: `The ${name}`, ...maybe('group', () => 'Main, first') })),
    }),
    ...((limits.length || chance(2)) && {
      limits: entries(limits, () => ({ name: 'Rows', unit: 'day', ...maybe('also', () => ['a: b', 'no']) })),
    }),
    bundles: { base: { has: some(capabilities), limits: numbers() } },
    plans: entries(plans, (name, index) => ({
      name: one('Pro', 'Pro+', 'No. 1'),
      version: `${name}_v1`,
      ...maybe('everything_in', () => one('base', ...plans.slice(0, index))),
      ...sold(),
      ...maybe('states', () => ['active', 'grace']),
    })),
    ...maybe('past_versions', () =>
      entries(some(IDS), () => ({ of: 'start', until: 'never', ...sold(), has: some(capabilities) })),
    ),
    gates: [
      { key: 'x', api: 'GET /x' },
      { key: 'y', app: '/y' },
    ],
  };
}
