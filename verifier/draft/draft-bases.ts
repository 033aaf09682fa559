/** Claims go in; which plan has everything of which other comes out, the nearest for each, without loops. */
import type { DraftBase } from '../../matrix/draft/types.ts';
import type { Place } from '../../matrix/types.ts';
import type { Mention } from '../types.ts';

interface Claimed {
  about: Mention & { plans: { known: string[] } };
  at: Place[];
}

export function draftBases(claims: readonly Claimed[]): DraftBase[] {
  const all: DraftBase[] = [];
  for (const { about, at } of claims) {
    if (about.subject.kind !== 'plan' || about.subject.facet !== 'everything_in') continue;
    for (const version of about.plans.known) {
      const base = about.subject.key;
      const known = all.find((one) => one.version === version && one.base === base);
      if (known) known.at.push(...at);
      // Two plans that each have everything of the other are one of them misread: the first that was said counts.
      else if (version !== base && !isBuiltOn(all, base, version)) all.push({ version, base, at: [...at] });
    }
  }
  return all.filter(
    (one) => !all.some((other) => other.version === one.version && isBuiltOn(all, other.base, one.base)),
  );
}

export function isBuiltOn(bases: readonly DraftBase[], version: string, base: string): boolean {
  return bases.some((one) => one.version === version && (one.base === base || isBuiltOn(bases, one.base, base)));
}
