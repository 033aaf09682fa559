/** Two matrices go in; earlier ids that are read as something else now, or not at all, come out. */
import type { Matrix } from '../types.ts';
import { type Pairs, versionNow } from './pair.ts';
import type { Event, Kept } from './types.ts';

interface Space {
  what: Kept;
  before: Readonly<Record<string, string>>;
  /** What an id is read as now. */
  read: (id: string) => string | undefined;
  /** What became of that which it stood for. */
  now: (key: string) => string | undefined;
}

export function aliasEvents(before: Matrix, after: Matrix, pairs: Pairs): Event[] {
  const read = (list: Readonly<Record<string, unknown>>, was: Readonly<Record<string, string>>) => (id: string) =>
    list[id] ? id : was[id];
  const { versions, plans, addons, keys } = before.aliases;
  const version = (id: string) => versionNow(after, id)?.key;
  const allKeys = Object.assign(Object.create(null), after.capabilities, after.limits, after.meters);
  const spaces: Space[] = [
    { what: 'version', before: versions, read: version, now: version },
    { what: 'plan', before: plans, read: read(after.plans, after.aliases.plans), now: pairs.planNow },
    { what: 'addon', before: addons, read: read(after.addons, after.aliases.addons), now: pairs.addonNow },
    { what: 'key', before: keys, read: read(allKeys, after.aliases.keys), now: pairs.keyNow },
  ];
  const retired = new Set(after.retired_ids);
  return [...spaces.flatMap((space) => changed(space, retired)), ...revived(before, after)];
}

/** An alias of what is gone goes with it, and was told of there. */
function changed({ what, before, read, now }: Space, retired: ReadonlySet<string>): Event[] {
  return Object.entries(before).flatMap(([alias, of]): Event[] => {
    const [reads, meant] = [read(alias), now(of)];
    if (reads === meant || (reads === undefined && what === 'version' && retired.has(alias))) return [];
    const common = { what, key: alias, name: alias, was: of, breaks: true, at: {} };
    if (reads === undefined) return [{ ...common, fate: 'unaliased' }];
    return [{ ...common, fate: 'realiased', now: reads }];
  });
}

/** An id that nobody holds any more is never used again, as an alias neither. */
function revived(before: Matrix, after: Matrix): Event[] {
  return before.retired_ids.flatMap((id): Event[] => {
    const now = after.aliases.versions[id];
    if (now === undefined || before.aliases.versions[id] !== undefined) return [];
    return [{ what: 'version', fate: 'reused', key: id, name: id, now, breaks: true, at: {} }];
  });
}
