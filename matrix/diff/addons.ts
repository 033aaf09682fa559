/** Add-ons before and after go in; what their buyers get more, less or otherwise comes out. */
import { EXCLUDED, INCLUDED, UNKNOWN } from '../compile/statements.ts';
import type { Addon, Cell, Matrix, Value } from '../types.ts';
import { isPromised } from './cells.ts';
import { gather } from './gather.ts';
import { PARTS, type Pair, type Pairs } from './pair.ts';
import { priceHoldings } from './prices.ts';
import type { About, Effect, Holding } from './types.ts';
import { takes, weigh } from './weigh.ts';
import { ordered } from './weigh-amounts.ts';

export function addonHoldings(after: Matrix, pairs: Pairs): Holding[] {
  return pairs.addons.flatMap((pair) => {
    if (!pair.before || !pair.after) return [];
    const both = { before: pair.before, after: pair.after };
    return [
      ...offerOf(both),
      ...PARTS.flatMap((part) => pairs.keys[part].flatMap((key) => cellOf(both, part, key))),
      ...pairs.keys.limits.flatMap((key) => addedBy(both, key)),
      ...buyersOf(both, after, pairs),
      ...priceHoldings([{ holder: both.after.key, published: isPromised(both.before), ...both }], 'addons'),
    ];
  });
}

type Both = Required<Pair<Addon>>;

function told(
  both: Both,
  about: About,
  name: string,
  change: { effect: Effect; before: Value; after: Value },
): Holding[] {
  const breaks = isPromised(both.before) && takes(change.effect, change.before);
  const at = { before: both.before.at, after: both.after.at };
  return gather(about, name, 'addons', [{ holder: both.after.key, ...change, breaks, at }]);
}

function offerOf(both: Both): Holding[] {
  const [was, is] = [isPromised(both.before), isPromised(both.after)];
  if (was === is) return [];
  const value = (promised: boolean) => (promised ? INCLUDED : EXCLUDED);
  const effect = is ? 'offered' : 'withdrawn';
  return told(both, { kind: 'addon', key: both.after.key }, both.after.name, {
    effect,
    before: value(was),
    after: value(is),
  });
}

const KINDS = { capabilities: 'capability', limits: 'limit', meters: 'meter' } as const;

function cellOf(
  both: Both,
  part: (typeof PARTS)[number],
  { before, after }: Both | Pair<{ key: string; name: string }>,
) {
  const absent = part === 'limits' ? UNKNOWN : EXCLUDED;
  const value = (cell: Cell | undefined) => cell?.enforced ?? cell?.value ?? absent;
  const was = value(before && both.before[part][before.key]);
  const is = value(after && both.after[part][after.key]);
  const effect = weigh(was, is);
  const { key, name } = (after ?? before)!;
  return effect ? told(both, { kind: KINDS[part], key }, name, { effect, before: was, after: is }) : [];
}

/** What is added to the plan's number, for each one bought; nothing is 0. */
function addedBy(both: Both, { before, after }: Pair<{ key: string; name: string }>): Holding[] {
  const was = before && both.before.adds[before.key]?.value;
  const is = after && both.after.adds[after.key]?.value;
  if (!was && !is) return [];
  const none = (like: Value): Value => ({ ...like, n: 0 }) as Value;
  const change = { before: was ?? none(is!), after: is ?? none(was!) };
  const effect = weigh(change.before, change.after);
  const { key, name } = (after ?? before)!;
  return effect ? told(both, { kind: 'limit', key, facet: 'adds' }, `${name}, added`, { effect, ...change }) : [];
}

/** Who can buy it, with what, and how many. */
function buyersOf(both: Both, matrix: Matrix, { planNow, addonNow }: Pairs): Holding[] {
  const { before, after } = both;
  const list = (
    facet: 'for' | 'requires' | 'excludes',
    now: (key: string) => string | undefined,
    words: (key: string) => string,
  ) => {
    const was = new Set(before[facet].map((key) => now(key) ?? key));
    const is = new Set(after[facet]);
    const [more, less]: [Effect, Effect] = facet === 'for' ? ['offered', 'withdrawn'] : ['loses', 'gains'];
    const about: About = { kind: 'addon', key: after.key, facet };
    return [
      ...[...is].flatMap((key) =>
        was.has(key) ? [] : told(both, about, words(key), { effect: more, before: EXCLUDED, after: INCLUDED }),
      ),
      ...[...was].flatMap((key) =>
        is.has(key) ? [] : told(both, about, words(key), { effect: less, before: INCLUDED, after: EXCLUDED }),
      ),
    ];
  };
  const addon = (key: string) => matrix.addons[key]?.name ?? key;
  return [
    ...list('for', planNow, (key) => `with ${matrix.plans[key]?.name ?? key}`),
    ...list('requires', addonNow, (key) => `needs ${addon(key)}`),
    ...list('excludes', addonNow, (key) => `not together with ${addon(key)}`),
    ...quantity(both),
  ];
}

function quantity(both: Both): Holding[] {
  const { before, after } = both;
  const about: About = { kind: 'addon', key: after.key, facet: 'quantity' };
  const words = (n: number | undefined): Value => ({ kind: 'words', text: n === undefined ? 'any number' : String(n) });
  const [most, mosts] = [before.quantity.at_most, after.quantity.at_most];
  const upper = ordered(most ?? Number.POSITIVE_INFINITY, mosts ?? Number.POSITIVE_INFINITY);
  const lower = ordered(after.quantity.at_least, before.quantity.at_least);
  const least = { before: words(before.quantity.at_least), after: words(after.quantity.at_least) };
  return [
    ...(upper ? told(both, about, 'at most', { effect: upper, before: words(most), after: words(mosts) }) : []),
    ...(lower ? told(both, about, 'at least', { effect: lower, ...least }) : []),
  ];
}
