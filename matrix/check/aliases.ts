/** A matrix goes in; the other names of plans and add-ons, of keys and of versions, and those that lead in a circle, come out. */
import type { RawMatrix } from '../read/raw.ts';
import type { Path } from '../read/source.ts';

export interface Alias {
  name: string;
  of: string;
  path: Path;
}

/** Names that are looked up together. */
export type Space = 'sold' | 'keys' | 'versions';

export const SPACES: readonly Space[] = ['sold', 'keys', 'versions'];

export function aliasesOf(raw: RawMatrix, space: Space): Alias[] {
  if (space === 'versions')
    return Object.entries(raw.version_aliases ?? {}).flatMap(([of, all]) =>
      all.map((name, i) => ({ name, of, path: ['version_aliases', of, i] })),
    );
  const parts = space === 'sold' ? (['plans', 'addons'] as const) : (['capabilities', 'limits', 'meters'] as const);
  return parts.flatMap((part) =>
    Object.entries<{ was?: string[] }>(raw[part] ?? {}).flatMap(([of, one]) =>
      (one.was ?? []).map((name, i) => ({ name, of, path: [part, of, 'was', i] })),
    ),
  );
}

/** Each circle of two or more aliases once, from its first in the file. What is claimed twice counts for its first claim. */
export function loopsOf(aliases: readonly Alias[]): Alias[][] {
  const byName = new Map<string, Alias>();
  for (const alias of aliases) if (alias.name !== alias.of && !byName.has(alias.name)) byName.set(alias.name, alias);
  const seen = new Set<Alias>();
  return [...byName.values()].flatMap((start) => {
    const way: Alias[] = [];
    let next: Alias | undefined = start;
    for (; next && !seen.has(next); next = byName.get(next.of)) {
      seen.add(next);
      way.push(next);
    }
    const from = next ? way.indexOf(next) : -1;
    return from < 0 ? [] : [way.slice(from)];
  });
}

/** Names in the aliases of versions that lead in a circle: what is wrong with them is said once, by `alias/loops`. */
export function loopingVersions(raw: RawMatrix): ReadonlySet<string> {
  return new Set(loopsOf(aliasesOf(raw, 'versions')).flatMap((loop) => loop.map(({ name }) => name)));
}
