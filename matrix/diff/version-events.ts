/** Two matrices go in; what became of every id that a contract carries, and which ids are new, comes out. */
import type { Matrix, Version } from '../types.ts';
import { placesOf } from './events.ts';
import { type Pairs, versionNow } from './pair.ts';
import type { Event, Holding } from './types.ts';

interface Sides {
  before: Matrix;
  after: Matrix;
  pairs: Pairs;
}

/** `holdings` tell whether the holders of a version that moved keep what they had. */
export function versionEvents(sides: Sides, holdings: readonly Holding[]): Event[] {
  const { before, after } = sides;
  const touched = new Set(holdings.flatMap((one) => (one.of === 'versions' && one.breaks ? one.holders : [])));
  const carried = before.order.versions.flatMap((id) => {
    const event = fateOf(sides, before.versions[id]!);
    return event?.fate === 'moved' ? [{ ...event, kept: !touched.has(id) }] : event ? [event] : [];
  });
  const moved = new Set(carried.flatMap(({ fate, now }) => (fate === 'moved' && now ? [now] : [])));
  const fresh = after.order.versions.flatMap((id) => (before.versions[id] ? [] : newId(sides, after.versions[id]!)));
  return [...carried, ...fresh.filter(({ fate, key }) => fate === 'reused' || !moved.has(key))];
}

function fateOf({ before, after, pairs }: Sides, version: Version): Event | undefined {
  const id = version.key;
  const now = versionNow(after, id);
  const common = { what: 'version' as const, key: id, name: version.name, at: placesOf(version, now) };
  if (!now) {
    const retired = after.retired_ids.includes(id);
    return { ...common, plan: version.plan, fate: retired ? 'retired' : 'deleted', breaks: !retired };
  }
  const plan = now.plan;
  if (now.key !== id) return { ...common, plan, fate: 'aliased', now: now.key, breaks: false };
  if (pairs.planNow(version.plan) !== plan)
    return { ...common, plan, fate: 'reused', was: version.plan, now: plan, breaks: true };
  const current = after.plans[plan]?.version;
  if (version.status === 'past' || now.status === 'current' || !current || before.versions[current]) return undefined;
  return { ...common, plan, fate: 'moved', now: current, breaks: false };
}

function newId({ before }: Sides, version: Version): Event[] {
  const { key, name, plan } = version;
  const retired = before.retired_ids.includes(key);
  // An alias that is an id of its own now is told with the aliases.
  if (!retired && before.aliases.versions[key] !== undefined) return [];
  const at = placesOf(undefined, version);
  return [{ what: 'version', fate: retired ? 'reused' : 'new', key, name, plan, breaks: retired, at }];
}
