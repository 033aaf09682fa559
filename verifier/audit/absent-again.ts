/** What a site has to state, what was seen there and how to read pages again go in; the same facts come out, those that are there only sometimes marked as such. */
import type { Matrix } from '../../matrix/types.ts';
import { pair } from '../pair/pair.ts';
import { unreadable } from '../probes/look.ts';
import type { DeclaredFact } from '../questions/declared.ts';
import type { Observation } from '../types.ts';
import { isMissing, statedFacts } from './unpublished.ts';

export interface Stating {
  surface: string;
  declared: readonly DeclaredFact[];
  observations: readonly Observation[];
  /** Addresses that were read. */
  pages: readonly string[];
  read(addresses: readonly string[]): Promise<readonly Observation[]>;
}

/** Where a fact may stand anywhere, so many pages are read again: first those that say anything of plans. */
const MOST_PAGES = 200;

export async function absentAgain(
  matrix: Matrix,
  { surface, declared, observations, pages, read }: Stating,
): Promise<{ declared: DeclaredFact[]; unread: Observation[] }> {
  const stated = (all: readonly Observation[]) =>
    statedFacts(all.flatMap((one) => (one.outcome.kind === 'read' ? pair(matrix, one) : [])));
  const first = stated(observations);
  const missing = declared.filter((fact) => isMissing(fact, first));
  if (!missing.length) return { declared: [...declared], unread: [] };
  const second = stated(await read(pagesFor(missing, observations, pages)));
  const unstable = new Set(missing.filter((fact) => !isMissing(fact, second)));
  return {
    declared: declared.map((fact) => (unstable.has(fact) ? { ...fact, unstable: true } : fact)),
    unread: [...unstable].map((fact) => told(surface, fact)),
  };
}

function pagesFor(
  missing: readonly DeclaredFact[],
  observations: readonly Observation[],
  pages: readonly string[],
): string[] {
  const named = missing.flatMap(({ on }) => on ?? []);
  if (missing.every(({ on }) => on !== undefined)) return [...new Set(named)];
  const telling = observations.flatMap(({ about, at: [place] }) =>
    'plans' in about && place?.kind === 'page' ? [place.url] : [],
  );
  // A twin is the same address in another form, which cannot be named.
  const known = [...telling, ...pages].filter((one) => !one.includes('#'));
  return [...new Set([...named, ...known])].slice(0, MOST_PAGES);
}

function told(surface: string, { version, subject, currency = '', on }: DeclaredFact): Observation {
  const fact = [subject.kind, subject.key, subject.kind === 'price' ? (subject.facet ?? '') : '', currency]
    .filter(Boolean)
    .join(' ');
  const reason = `unstable: ${fact} of ${version} stood nowhere at first, and was there when it was looked at again`;
  const at = on === undefined ? [] : [{ kind: 'page' as const, url: on, selector: 'html', words: '' }];
  return unreadable(surface, reason, at, fact);
}
