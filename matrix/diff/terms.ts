/** Contracts before and after go in; how long they hold, and in which states their holders can be, comes out. */
import { EXCLUDED, INCLUDED } from '../compile/statements.ts';
import { STATE_NAMES, type Value, type Version } from '../types.ts';
import type { Contract } from './contract.ts';
import { gather, type Met } from './gather.ts';
import type { Effect, Holding } from './types.ts';

export function termHoldings(contracts: readonly Contract[]): Holding[] {
  return [
    ...gather({ kind: 'version', key: 'until' }, 'Holds until', 'versions', contracts.flatMap(ends)),
    ...gather({ kind: 'version', key: 'sunset_at' }, 'Works until', 'versions', contracts.flatMap(sunsets)),
    ...STATE_NAMES.flatMap((name) =>
      gather(
        { kind: 'state', key: name },
        STATES[name],
        'versions',
        contracts.flatMap((contract) => stateOf(contract, name)),
      ),
    ),
  ];
}

const STATES = {
  trial: 'Trial',
  active: 'Active contract',
  grace: 'Grace period',
  expired: 'Expired contract',
  suspended: 'Suspended contract',
} as const;

const EVENTS = ['cancellation', 'never'];

/** A contract that is still sold says nothing of its end; only a day takes something from it. */
function ends({ before, after, holder, published }: Contract): Met[] {
  const [was, is] = [before.until, after.until];
  if (was === is || (before.status === 'current' && (is === undefined || EVENTS.includes(is)))) return [];
  const effect = weighEnds(was ?? 'cancellation', is);
  return [met(holder, published, effect, was, is, { before: before.at, after: after.at })];
}

function weighEnds(was: string, is: string | undefined): Effect {
  if (is === undefined) return 'unstated';
  return EVENTS.indexOf(is) > EVENTS.indexOf(was) || (!EVENTS.includes(was) && is > was) ? 'gains' : 'loses';
}

function sunsets({ before, after, holder, published }: Contract): Met[] {
  const effect = weighSunset(before.sunset_at, after.sunset_at);
  if (!effect) return [];
  return [met(holder, published, effect, before.sunset_at, after.sunset_at, { before: before.at, after: after.at })];
}

/** A day from which something no longer works: none is best, and a later one better. */
export function weighSunset(was: string | undefined, is: string | undefined): 'gains' | 'loses' | undefined {
  if (was === is) return undefined;
  return is === undefined || (was !== undefined && is > was) ? 'gains' : 'loses';
}

function stateOf({ before, after, holder, published }: Contract, name: Version['states'][number]): Met[] {
  const [was, is] = [before.states.includes(name), after.states.includes(name)];
  if (was === is) return [];
  const effect = name !== 'grace' ? 'differs' : is ? 'gains' : 'loses';
  const [a, b] = [was ? INCLUDED : EXCLUDED, is ? INCLUDED : EXCLUDED];
  return [
    {
      holder,
      effect,
      before: a,
      after: b,
      breaks: published && effect === 'loses',
      at: { before: before.at, after: after.at },
    },
  ];
}

function met(
  holder: string,
  published: boolean,
  effect: Effect,
  was: string | undefined,
  is: string | undefined,
  at: Met['at'],
): Met {
  const words = (text: string): Value => ({ kind: 'words', text });
  return {
    holder,
    effect,
    ...(was !== undefined && { before: words(was) }),
    ...(is !== undefined && { after: words(is) }),
    breaks: published && (effect === 'loses' || effect === 'unstated'),
    at,
  };
}
