/** Contracts and the declarations of keys go in; what changed for all that hold a key, whatever their number, comes out. */
import type { Key, Limit, Meter, Value } from '../types.ts';
import { isHeld } from '../value.ts';
import { isPromised } from './cells.ts';
import type { Contract } from './contract.ts';
import { gather, type Met } from './gather.ts';
import { KINDS, PARTS, type Pair, type Pairs, type Part } from './pair.ts';
import { weighSunset } from './terms.ts';
import type { About, Effect, Holding } from './types.ts';
import { takes } from './weigh.ts';
import { weighLengths } from './weigh-amounts.ts';

interface Moved {
  facet: string;
  name: string;
  effect: Effect;
  before?: Value;
  after?: Value;
}

export function keyTermHoldings(contracts: readonly Contract[], keys: Pairs['keys']): Holding[] {
  return PARTS.flatMap((part) =>
    keys[part].flatMap((pair) => {
      const { before, after } = pair;
      if (!before || !after || !isPromised(before) || !isPromised(after)) return [];
      const moved = [
        ...sunset(before, after),
        ...(part === 'limits' ? limitTerms(before as Limit, after as Limit) : []),
        ...(part === 'meters' ? meterTerms(before as Meter, after as Meter) : []),
      ];
      return moved.flatMap((one) => holdingOf(contracts, part, { before, after }, one));
    }),
  );
}

function holdingOf(contracts: readonly Contract[], part: Part, { before, after }: Required<Pair<Key>>, moved: Moved) {
  const { facet, name, effect, before: was, after: is } = moved;
  const about: About = { kind: KINDS[part], key: after.key, facet };
  const met = contracts.flatMap((contract): Met[] => {
    const had = contract.before[part][before.key]?.value;
    const has = contract.after[part][after.key]?.value;
    if (!had || !has || !concerns(part, facet, had) || !concerns(part, facet, has)) return [];
    const breaks = contract.published && takes(effect, was);
    const at = { before: before.at, after: after.at };
    return [{ holder: contract.holder, effect, ...(was && { before: was }), ...(is && { after: is }), breaks, at }];
  });
  return gather(about, name, 'versions', met);
}

/** Terms of a limit concern those who can reach it, and those of a meter all for whom it runs. */
function concerns(part: Part, facet: string, value: Value): boolean {
  if (part === 'limits' && facet !== 'sunset_at') return value.kind === 'amount';
  return isHeld(value) || value.kind === 'amount' || value.kind === 'unlimited';
}

function sunset(before: Key, after: Key): Moved[] {
  const [was, is] = [before.lifecycle?.sunset_at, after.lifecycle?.sunset_at];
  const effect = weighSunset(was, is);
  return effect ? [moved('sunset_at', `${after.name} works until`, effect, words(was), words(is))] : [];
}

/** What is billed when the same is used: a sum is never less than its highest level, or than what is different in it. */
function meterTerms(before: Meter, after: Meter): Moved[] {
  const [was, is] = [before.aggregates, after.aggregates];
  const effect = is === 'sum' ? 'loses' : was === 'sum' ? 'gains' : 'incomparable';
  return [
    ...(was && is && was !== is
      ? [moved('aggregates', `${after.name} is counted as`, effect, words(was), words(is))]
      : []),
    ...(before.unit === after.unit
      ? []
      : [moved('unit', `${after.name} is counted in`, 'incomparable', words(before.unit), words(after.unit))]),
  ];
}

function limitTerms(before: Limit, after: Limit): Moved[] {
  const of = after.name;
  return [
    ...lengths('grace', `Time above ${of}`, before.grace, after.grace),
    ...choice('when_unreadable', `While usage of ${of} cannot be read:`, ['refuse', 'allow'], before, after),
    ...lengths(
      'on_downgrade',
      `What is above ${of} after a downgrade stays for`,
      before.on_downgrade?.hides_for,
      after.on_downgrade?.hides_for,
    ),
    ...choice(
      'afterwards',
      `After a downgrade, what is above ${of}:`,
      ['delete', 'keep'],
      { afterwards: before.on_downgrade?.afterwards },
      { afterwards: after.on_downgrade?.afterwards },
    ),
  ];
}

type Length = { n: number; unit: string } | undefined;

/** A time that is not stated is unknown. */
export function lengths(facet: string, name: string, was: Length, is: Length): Moved[] {
  if (!was && !is) return [];
  const effect = !was ? 'stated' : !is ? 'unstated' : weighLengths(was, is);
  const value = (length: Length): Value | undefined => length && { kind: 'duration', n: length.n, unit: length.unit };
  return effect ? [moved(facet, name, effect, value(was), value(is))] : [];
}

/** `worst` first. */
export function choice<F extends string>(
  facet: F,
  name: string,
  worst: readonly string[],
  before: { [K in F]?: string },
  after: { [K in F]?: string },
): Moved[] {
  const [was, is] = [before[facet], after[facet]];
  if (was === is) return [];
  const effect = !was ? 'stated' : !is ? 'unstated' : worst.indexOf(is) > worst.indexOf(was) ? 'gains' : 'loses';
  return [moved(facet, name, effect, words(was), words(is))];
}

function moved(
  facet: string,
  name: string,
  effect: Effect,
  before: Value | undefined,
  after: Value | undefined,
): Moved {
  return { facet, name, effect, ...(before && { before }), ...(after && { after }) };
}

function words(text: string | undefined): Value | undefined {
  return text === undefined ? undefined : { kind: 'words', text };
}
