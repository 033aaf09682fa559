/** `copy/contradicts`: two documents that say different things of which the matrix says nothing. */
import type { Matrix } from '../../matrix/types.ts';
import { compare } from '../compare.ts';
import { plansName, subjectName } from '../judge/names.ts';
import { quoted } from '../judge/quoted.ts';
import type { Pair } from '../pair/pair.ts';
import { valueWords } from '../report/value-words.ts';
import type { Finding, Side } from '../types.ts';
import { makeFinding } from './make-finding.ts';

export function contradictions(matrix: Matrix, pairs: readonly Pair[]): Finding[] {
  const byFact = new Map<string, Pair[]>();
  for (const one of pairs) {
    if (one.kind !== 'copy' || one.promised.length || !one.value || one.about.subject.kind === 'words') continue;
    const id = JSON.stringify([one.about.subject, one.about.versions, one.about.offer ?? null]);
    const told = byFact.get(id);
    if (told) told.push(one);
    else byFact.set(id, [one]);
  }
  return [...byFact.values()].flatMap((told) => {
    const [first, ...others] = told;
    const other = others.find(
      (one) =>
        compare(first!.value!, one.value!).is === 'differs' && compare(one.value!, first!.value!).is === 'differs',
    );
    if (!first || !other) return [];
    const side = (one: Pair): Side => ({ who: one.about.surface, value: one.value!, at: quoted(one.seen) });
    return [
      makeFinding(
        {
          rule: 'copy/contradicts',
          level: 'error',
          direction: 'contradiction',
          about: first.about,
          says: `${subjectName(matrix, first.about.subject)} of ${plansName(matrix, first.about)} is ${valueWords(first.value!)} in ${first.document}, and ${valueWords(other.value!)} in ${other.document}; the matrix does not say.`,
          sides: [side(first), side(other)],
          fix: 'State it in the matrix, then correct the copy that is wrong.',
        },
        [first.document, other.document].sort().join(' '),
      ),
    ];
  });
}
