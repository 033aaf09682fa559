/** `copy/enforced-differently`: copy says something of a plan, the product does something else, and the matrix says nothing. */
import { edgeOf, effectiveVersion } from '../../matrix/expect/enforced.ts';
import type { Holder, Matrix, Subject, Value } from '../../matrix/types.ts';
import { compareMet } from '../compare.ts';
import { plansName, subjectName } from '../judge/names.ts';
import type { Pair } from '../pair/pair.ts';
import { valueWords } from '../report/value-words.ts';
import type { Finding } from '../types.ts';
import { makeFinding } from './make-finding.ts';

/** Once for each document and gate, with everybody who meets the same there. */
export function copyAgainstProduct(matrix: Matrix, pairs: readonly Pair[]): Finding[] {
  const unstated = pairs.filter((one) => !one.promised.length && one.value);
  const product = byFact(
    matrix,
    unstated.filter((one) => one.kind === 'enforced' && one.about.subject.facet !== 'soft'),
  );
  const copy = byFact(
    matrix,
    unstated.filter((one) => one.kind === 'copy'),
  );
  return [...copy].flatMap(([fact, said]) =>
    [...firstOf(said, (one) => one.document).values()].flatMap((one) => {
      const others = (product.get(fact) ?? []).filter((other) => isOther(matrix, one, other));
      const gates = firstOf(others, (other) => other.document);
      return [...gates.values()].map((first) =>
        findingOf(
          matrix,
          one,
          first,
          others.filter((other) => other.document === first.document && sameValue(other, first)),
        ),
      );
    }),
  );
}

function byFact(matrix: Matrix, pairs: readonly Pair[]): Map<string, Pair[]> {
  const facts = new Map<string, Pair[]>();
  for (const one of pairs) {
    const { subject } = one.about;
    const version = heldBy(matrix, one);
    if (version === undefined || (subject.kind !== 'capability' && subject.kind !== 'limit')) continue;
    const fact = JSON.stringify([version, subject.kind, subject.key]);
    const before = facts.get(fact);
    if (before) before.push(one);
    else facts.set(fact, [one]);
  }
  return facts;
}

/** Whose cells hold: after an end, those of the plan that it falls back to; of an account that keeps nothing, none. */
function heldBy(matrix: Matrix, { about: { versions, holders } }: Pair): string | undefined {
  const [holder] = holders ?? [];
  return holder ? effectiveVersion(matrix, holder)?.key : versions[0];
}

function firstOf(pairs: readonly Pair[], by: (one: Pair) => string): Map<string, Pair> {
  const first = new Map<string, Pair>();
  for (const one of pairs) if (!first.has(by(one))) first.set(by(one), one);
  return first;
}

function isOther(matrix: Matrix, said: Pair, seen: Pair): boolean {
  const promise = promiseOf(matrix, said.about.subject, said.value!);
  return promise !== undefined && compareMet(promise, seen.value!).is === 'differs';
}

/** What the product would have to do for the copy to be true; nothing where the words leave that open. */
function promiseOf(matrix: Matrix, { key }: Subject, value: Value): Value | undefined {
  switch (value.kind) {
    case 'included':
    case 'excluded':
    case 'unlimited':
      return value;
    case 'amount': {
      const limit = matrix.limits[key];
      return limit && (value.bound === 'exactly' || value.bound === 'at_most')
        ? edgeOf(limit, value, 'hard')
        : undefined;
    }
    default:
      return undefined;
  }
}

function sameValue(a: Pair, b: Pair): boolean {
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}

function findingOf(matrix: Matrix, said: Pair, seen: Pair, alike: readonly Pair[]): Finding {
  const { surface } = said.about;
  const { subject } = seen.about;
  const holders = alike.flatMap((one): Holder[] => one.about.holders ?? []);
  const about = { surface, subject, versions: said.about.versions, holders };
  const name = `${subjectName(matrix, subject)} of ${plansName(matrix, { ...about, holders: [] })}`;
  const gate = seen.seen.at[0];
  const where = gate?.kind === 'call' ? `${gate.method} ${gate.path}` : (subject.facet ?? seen.about.surface);
  return makeFinding(
    {
      rule: 'copy/enforced-differently',
      level: 'error',
      direction: 'contradiction',
      about,
      says: `${name} is ${valueWords(said.value!)} in ${said.document}, and ${valueWords(seen.value!)} at ${where}; the matrix does not say.`,
      sides: [
        { who: surface, value: said.value!, at: said.seen.at },
        { who: seen.about.surface, value: seen.value!, at: seen.seen.at },
      ],
      fix: 'State it in the matrix, then correct what is wrong: the copy or the product.',
    },
    `${said.document} ${seen.document}`,
  );
}
