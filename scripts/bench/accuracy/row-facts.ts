/** The subject of a row goes in, such as `free.history_days` or `msp_*.workspaces`; tests of what was read come out. */
import type { Matrix, Subject } from '../../../matrix/types.ts';
import type { About } from '../../../verifier/types.ts';
import { withoutBraces } from './claim-row.ts';

/** One fact: a row is read when each of its facts is. */
export interface RowFact {
  words: string;
  about(about: About): boolean;
}

export function factsOf(matrix: Matrix, subject: string): RowFact[] {
  return withoutBraces(subject).flatMap((one) => {
    const dot = one.indexOf('.');
    const [plans, key] = dot < 0 ? alone(matrix, one) : [one.slice(0, dot), one.slice(dot + 1)];
    return (plans ? plans.split(/[,/]/) : ['']).map((plan): RowFact => {
      const versions = plan ? versionsOf(matrix, plan.trim()) : undefined;
      const fits = keyTest(matrix, plan.trim(), key);
      const line = matrix.lines[plan.trim()]?.key;
      return {
        words: `${plan}${plan && key ? '.' : ''}${key}`,
        about: (about) =>
          fits(about.subject, line) &&
          (!versions || !about.versions.length || about.versions.some((version) => versions.has(version))),
      };
    });
  });
}

/** A subject without a dot: a key of every plan, or a plan with every key. */
function alone(matrix: Matrix, words: string): [plans: string, key: string] {
  if (keysOf(matrix, words).size) return ['', words];
  if (versionsOf(matrix, words)?.size) return [words, ''];
  const [first = ''] = words.split(' ');
  return versionsOf(matrix, first)?.size ? [first, ''] : ['', words];
}

function keyTest(matrix: Matrix, plan: string, key: string): (subject: Subject, line: string | undefined) => boolean {
  const [head = '', facet] = key.split('.');
  if (plan === 'grace') return (subject) => subject.kind === 'grace';
  if (head === 'price')
    return (subject) =>
      subject.kind === 'price' && (!facet || !subject.facet || [facet, 'any'].includes(subject.facet));
  if (/^trial/.test(head)) {
    const lines = new Set([...(versionsOf(matrix, plan) ?? [])].map((version) => matrix.versions[version]!.line));
    // A trial that names no line is that of all.
    const own = (all: readonly string[]) => !all.length || all.some((one) => lines.has(one));
    return (subject) => subject.kind === 'trial' && own(matrix.trials[subject.key]?.lines ?? []);
  }
  if (head === 'label') {
    const keys = keysOf(matrix, plan);
    return (subject) => subject.kind === 'words' && (keys.has(subject.key) || subject.key === plan);
  }
  const keys = keysOf(matrix, head);
  return (subject) => (keys.size ? keys.has(subject.key) : subject.kind !== 'words');
}

/** Keys that words name: by key, name, other name or retired id. */
function keysOf(matrix: Matrix, words: string): Set<string> {
  const all = [...Object.values(matrix.capabilities), ...Object.values(matrix.limits)];
  const alias = matrix.aliases.keys[words];
  const plain = folded(words);
  return new Set(
    all
      .filter(
        (one) =>
          one.key === words || one.key === alias || [one.name, ...one.also].some((name) => folded(name) === plain),
      )
      .map((one) => one.key),
  );
}

/** Versions that words name: by plan or version, with `*`; by a retired id, a name or a product line. */
function versionsOf(matrix: Matrix, words: string): Set<string> | undefined {
  const pattern = new RegExp(
    `^${words
      .split('*')
      .map((part) => part.replace(/[^\w ]/g, '\\$&'))
      .join('.*')}$`,
  );
  const alias = matrix.aliases.plans[words];
  const plain = folded(words);
  const named = Object.values(matrix.versions).filter(
    ({ key, plan, name, line }) =>
      [key, plan].some((one) => pattern.test(one)) || plan === alias || folded(name) === plain || line === words,
  );
  return named.length ? new Set(named.map((version) => version.key)) : undefined;
}

function folded(words: string): string {
  return (words.toLowerCase().match(/[a-z0-9+]+/g) ?? []).sort().join(' ');
}
