/** `surface/unread`: what could not be looked at, once for each surface and reason, with all holders and places. */
import type { Holder, Matrix, Place } from '../../matrix/types.ts';
import { plansName } from '../judge/names.ts';
import type { Pair } from '../pair/pair.ts';
import type { Finding } from '../types.ts';
import type { LookedAt } from './assemble.ts';
import { makeFinding } from './make-finding.ts';

interface Unread {
  count: number;
  holders: Holder[];
  at: Place[];
}

const MOST_PLACES = 10;

export function unreadFindings(matrix: Matrix, surface: LookedAt, pairs: readonly Pair[]): Finding[] {
  const byReason = new Map<string, Unread>();
  const add = (reason: string, at: Place[], holder?: Holder) => {
    const one = byReason.get(reason) ?? { count: 0, holders: [], at: [] };
    one.count += 1;
    if (holder && !one.holders.some((other) => other.version === holder.version && other.state === holder.state))
      one.holders.push(holder);
    for (const place of at)
      if (one.at.length < MOST_PLACES && !one.at.some((other) => JSON.stringify(other) === JSON.stringify(place)))
        one.at.push(place);
    byReason.set(reason, one);
  };
  for (const { outcome, about, at } of surface.observations)
    if (outcome.kind === 'unread') add(outcome.reason, at, 'holder' in about ? about.holder : undefined);
  for (const { comparison, seen, about } of pairs)
    if (comparison?.is === 'incomparable')
      add(`was read and cannot be compared: ${comparison.why}`, seen.at, about.holders?.[0]);
  const nothing = !surface.observations.length;
  if (nothing)
    add(surface.documents ? 'nothing was found there, though it was looked at' : 'there was nothing to look at', []);
  return [...byReason]
    .map(([reason, one]) => findingOf(matrix, surface, reason, one))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function findingOf(matrix: Matrix, surface: LookedAt, reason: string, { count, holders, at }: Unread): Finding {
  const about = {
    surface: surface.id,
    subject: { kind: 'words' as const, key: reason },
    versions: [],
    ...(holders.length && { holders }),
  };
  const who = holders.length ? ` for ${plansName(matrix, about)}` : '';
  return makeFinding(
    {
      rule: 'surface/unread',
      level: 'error',
      direction: 'unread',
      about,
      says: `The surface ${surface.id} could not be looked at ${count === 1 ? 'once' : `${count} times`}${who}: ${reason}.`,
      sides: [
        { who: 'matrix', value: { kind: 'unknown' }, at: [] },
        { who: surface.id, value: { kind: 'unknown' }, at },
      ],
      fix: 'Make it readable and run again; or leave it out in the configuration with a reason and an owner.',
    },
    '',
  );
}
