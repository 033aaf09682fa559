/** Two matrices and their contracts go in; what changed for holders in a state, or on trial, comes out. */
import type { Matrix, State, StateName, Trial, Value, Version } from '../types.ts';
import { STATE_NAMES } from '../types.ts';
import { cellHoldings } from './cells.ts';
import { type Contract, contractOf } from './contract.ts';
import { gather, type Met } from './gather.ts';
import { choice, lengths } from './key-terms.ts';
import type { Pairs } from './pair.ts';
import type { Effect, Holding } from './types.ts';
import { takes } from './weigh.ts';

interface Sides {
  before: Matrix;
  after: Matrix;
  pairs: Pairs;
}

export function stateHoldings(sides: Sides, contracts: readonly Contract[]): Holding[] {
  return STATE_NAMES.flatMap((name) => {
    const [was, is] = [sides.before.states[name], sides.after.states[name]];
    if (!was || !is) return [];
    const inState = contracts.filter((one) => one.before.states.includes(name) && one.after.states.includes(name));
    return [...stateTerms(was, is), ...fallback(sides, was, is)].flatMap(({ facet, name: words, ...moved }) =>
      gather(
        { kind: 'state', key: name, facet },
        words,
        'versions',
        meet(inState, moved, { before: was.at, after: is.at }),
      ),
    );
  });
}

interface Moved {
  facet: string;
  name: string;
  effect: Effect;
  before?: Value;
  after?: Value;
  /** Whether it was promised at all. */
  promised?: boolean;
}

/** A longer grace period or trial gives more; how long a contract stays expired gives nothing. */
const WANTED: readonly StateName[] = ['trial', 'grace'];

function stateTerms(was: State, is: State): Moved[] {
  const state = `In the state ${is.name}`;
  const lasts = lengths('lasts', is.name === 'grace' ? 'Grace period' : `${state}: at most`, was.lasts, is.lasts);
  return [
    ...lasts.map((one) => (WANTED.includes(is.name) ? one : { ...one, effect: 'differs' as const })),
    ...choice('keeps', `${state}: keeps`, ['nothing', 'fallback', 'paid'], was, is),
    ...choice('blocks', `${state}: blocks`, ['everything', 'changes', 'new', 'nothing'], was, is),
    ...(was.warns === is.warns
      ? []
      : [
          {
            facet: 'warns',
            name: `${state}: warnings`,
            effect: 'differs' as const,
            before: yes(was.warns),
            after: yes(is.warns),
          },
        ]),
  ];
}

function yes(is: boolean): Value {
  return { kind: is ? 'included' : 'excluded' };
}

/** Who falls back to a plan has what its version of the day gives. That it gives as much as before is no promise. */
function fallback({ before, after, pairs }: Sides, was: State, is: State): Moved[] {
  if (was.keeps !== 'fallback' || is.keeps !== 'fallback') return [];
  const [a, b] = [versionOf(before, was.falls_back_to), versionOf(after, is.falls_back_to)];
  if (!a || !b || a.key === b.key) return [];
  const words = (one: Version): Value => ({ kind: 'words', text: `${one.name} (${one.key})` });
  return [
    {
      facet: 'falls_back_to',
      name: `In the state ${is.name}: falls back to`,
      promised: false,
      effect: weighContents(pairs, a, b),
      before: words(a),
      after: words(b),
    },
  ];
}

function versionOf({ plans, versions }: Matrix, plan: string | undefined): Version | undefined {
  return versions[plans[plan ?? '']?.version ?? ''];
}

/** Who had all that is in one version, and has what is in another. */
function weighContents({ planNow, keys }: Pairs, before: Version, after: Version): Effect {
  const changes = cellHoldings([{ ...contractOf({ before, after }, planNow), published: true }], keys);
  if (changes.some(({ breaks }) => breaks)) return 'loses';
  return changes.some(({ effect }) => effect === 'gains') ? 'gains' : 'differs';
}

/** Who is on trial was promised its length and what is tried; who is not yet, was promised nothing. */
export function trialHoldings(sides: Sides, contracts: readonly Contract[]): Holding[] {
  const { before, after } = sides;
  const keys = [...new Set([...Object.keys(before.trials), ...Object.keys(after.trials)])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [before.trials[key], after.trials[key]];
    const { lines } = (was ?? is)!;
    const onTrial = contracts.filter(
      (one) => one.before.states.includes('trial') && (!lines.length || lines.includes(one.before.line)),
    );
    return trialTerms(sides, key, was, is).flatMap(({ facet, name, ...moved }) => {
      const at = { ...(was && { before: was.at }), ...(is && { after: is.at }) };
      const told = gather({ kind: 'trial', key, facet }, name, 'versions', meet(onTrial, moved, at));
      const nobody: Holding = {
        holders: [],
        of: 'versions',
        about: { kind: 'trial', key, facet },
        name,
        ...moved,
        because: [],
        breaks: false,
        at,
      };
      return told.length ? told : [nobody];
    });
  });
}

function trialTerms(sides: Sides, key: string, was: Trial | undefined, is: Trial | undefined): Moved[] {
  const name = `Trial (${key})`;
  const length = (trial: Trial) => trial.length ?? { n: 0, unit: 'day' };
  const moved = lengths('length', name, was && length(was), is && length(is));
  const card = (trial: Trial | undefined) =>
    trial?.card_required === undefined ? undefined : trial.card_required ? 'needed' : 'not needed';
  return [
    ...moved
      .filter((one) => !isNone(one))
      .map((one) => (was && is ? one : { ...one, effect: was ? ('withdrawn' as const) : ('offered' as const) })),
    ...(was && is ? tried(sides, `${name}: gives`, was.gives, is.gives) : []),
    ...(was && is ? plainly('card_required', `${name}: payment card`, card(was), card(is)) : []),
  ];
}

/** Another plan to try; not the same one under another key. */
function tried({ before, after, pairs }: Sides, name: string, was: string | undefined, is: string | undefined) {
  const [a, b] = [versionOf(before, was), versionOf(after, is)];
  if (was !== undefined && pairs.planNow(was) === is) return [];
  return plainly('gives', name, was, is).map((one) => (a && b ? { ...one, effect: weighContents(pairs, a, b) } : one));
}

/** A trial that is stated to be none takes and gives nothing when it comes or goes. */
function isNone({ before, after }: Moved): boolean {
  const none = (value: Value | undefined) => !value || (value.kind === 'duration' && value.n === 0);
  return none(before) && none(after);
}

function plainly(facet: string, name: string, was: string | undefined, is: string | undefined): Moved[] {
  const words = (text: string): Value => ({ kind: 'words', text });
  if (was === is) return [];
  return [{ facet, name, effect: 'differs', ...(was && { before: words(was) }), ...(is && { after: words(is) }) }];
}

function meet(
  contracts: readonly Contract[],
  { promised = true, ...moved }: Omit<Moved, 'facet' | 'name'>,
  at: Met['at'],
): Met[] {
  return contracts.map(({ holder, published }) => ({
    holder,
    ...moved,
    breaks: promised && published && takes(moved.effect, moved.before),
    at,
  }));
}
