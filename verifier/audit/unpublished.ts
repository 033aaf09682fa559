/** `fact/unpublished`: what a surface has to state and nobody found there. */
import { published } from '../../matrix/expect/published.ts';
import type { Matrix } from '../../matrix/types.ts';
import { plansName, subjectName } from '../judge/names.ts';
import type { Pair } from '../pair/pair.ts';
import type { DeclaredFact } from '../questions/declared.ts';
import { valueWords } from '../report/value-words.ts';
import type { Finding } from '../types.ts';
import type { LookedAt } from './assemble.ts';
import { makeFinding } from './make-finding.ts';

/** Of a page that could not be looked at, nobody knows whether it states anything: the page is told, and not each fact. */
export function knownFacts({ declared, observations }: LookedAt): DeclaredFact[] {
  const unread = new Set(
    observations.flatMap(({ outcome, about, at: [place] }) =>
      outcome.kind === 'unread' &&
      place?.kind === 'page' &&
      place.selector === 'html' &&
      about.subject.key === place.url
        ? [place.url]
        : [],
    ),
  );
  return declared.map((fact) => (fact.on !== undefined && unread.has(fact.on) ? { ...fact, unstable: true } : fact));
}

export function unpublished(matrix: Matrix, surface: LookedAt, pairs: readonly Pair[]): Finding[] {
  if (!surface.declared.length) return [];
  const stated = statedFacts(pairs);
  return surface.declared.flatMap((fact) => {
    if (fact.unstable || !isMissing(fact, stated)) return [];
    const { version, subject, on, currency } = fact;
    const about = { surface: surface.id, subject, versions: [version], ...(currency && { offer: { currency } }) };
    const promised = published(matrix, matrix.versions[version]!, subject).filter(
      ({ value }) => !currency || (value.kind === 'money' && value.currency === currency),
    );
    const which = currency ? ` in ${currency}` : '';
    const words = `${subjectName(matrix, subject)} of ${plansName(matrix, about)}${which} (${promised.map((one) => valueWords(one.value)).join(' or ')})`;
    return [
      makeFinding(
        {
          rule: 'fact/unpublished',
          level: 'error',
          direction: 'unpublished',
          about,
          says: `${words} stands nowhere on ${on ?? `the surface ${surface.id}`}, which has to state it.`,
          sides: [
            ...promised.map(({ value, at }) => ({ who: 'matrix', value, at: [at] })),
            { who: surface.id, value: { kind: 'unknown' }, at: [] },
          ],
          fix: 'State it there; or, if the surface need not, take it out of its `must_state`.',
        },
        on ?? '',
      ),
    ];
  });
}

/** What these pairs are about, each anywhere and on its document. */
export function statedFacts(pairs: readonly Pair[]): ReadonlySet<string> {
  return new Set(
    pairs
      .filter((one) => one.comparison)
      .flatMap(({ document, value, about: { subject, versions } }) => {
        const currency = value?.kind === 'money' ? value.currency : undefined;
        return [undefined, ...(currency ? [currency] : [])].flatMap((one) => [
          id(versions[0], subject, '', one),
          id(versions[0], subject, document, one),
        ]);
      }),
  );
}

export function isMissing({ version, subject, on, currency }: DeclaredFact, stated: ReadonlySet<string>): boolean {
  const anyPrice = subject.kind === 'price' ? id(version, { ...subject, facet: 'any' }, on) : '';
  return !stated.has(id(version, subject, on, currency)) && !stated.has(anyPrice);
}

function id(
  version: string | undefined,
  { kind, key, facet }: { kind: string; key: string; facet?: string },
  document = '',
  currency = '',
): string {
  return [version, kind, key, kind === 'capability' ? '' : facet, document, currency].join('\u0000');
}
