/** The matrix goes in; the words by which copy speaks of it come out: names, units and phrases, never a value. */
import { offeredPlans } from './public.ts';
import type { Key, Matrix, Subject } from './types.ts';

export type Named =
  | { kind: 'plan'; versions: string[] }
  | { kind: 'line'; line: string }
  | { kind: 'key'; subject: Subject }
  /** `many`: its plural, which in English need not end as one: "people". */
  | { kind: 'unit'; unit: string; many?: true };

export interface Name {
  words: string;
  named: Named;
}

export interface LimitWords {
  unit: string;
  per?: { n: number; unit: string };
}

export interface Vocabulary {
  product: string;
  /** The language of the words that are read, as BCP 47 writes it. */
  locale: string;
  currency: string;
  names: Name[];
  limits: Record<string, LimitWords>;
  /** Versions on offer, by product line, in page order. */
  offered: Record<string, string[]>;
  /** Product line of each version. */
  lineOf: Record<string, string>;
  /** Whom the bare name of a product line stands for: its plans on offer, or, where it has none, those it had. */
  ofLine: Record<string, string[]>;
  /** Names of plans without the name of their line: "Starter" of "MSP Starter", where it is clear that MSP is spoken of. */
  short: { words: string; line: string; versions: string[] }[];
  /** "Starter (Founding)", by what stands in the brackets, for those who speak of the founding price of Starter. */
  qualified: { version: string; words: string; is: string }[];
  /** Key of the trial of each product line. */
  trials: Record<string, string>;
  neverSay: { phrase: string; say: string }[];
  /** Words that must stand in the documents whose paths fit. */
  mustSay: { phrase: string; on: string[] }[];
  /** Names that nothing bears any more. */
  retiredNames: string[];
  /** Names and ids that no customer should read. */
  hidden: { words: string; key: string }[];
}

/** `locale`: the language of the surface; that of the matrix where the surface states none. */
export function vocabulary(matrix: Matrix, locale = matrix.locale): Vocabulary {
  const keys = (kind: 'capability' | 'limit', from: Record<string, Key>) =>
    Object.values(from)
      .filter(({ audience }) => audience !== 'internal')
      .flatMap(({ key, name, names, also, audience }) =>
        // The name of a limit that no plan states is an everyday word, such as "users".
        [
          ...new Set([
            ...(kind === 'limit' && audience === 'marker' ? [] : [name, ...Object.values(names), ...also]),
            ...idsOf(matrix, key),
          ]),
        ].map((words): Name => ({ words, named: { kind: 'key', subject: { kind, key } } })),
      );
  const hidden = Object.values(matrix.capabilities).filter(
    (one) => one.audience === 'internal' || one.audience === 'marker',
  );
  return {
    product: matrix.product,
    locale,
    currency: matrix.currency,
    names: [
      ...planNames(matrix),
      ...Object.values(matrix.lines).flatMap(({ key, name, names }) =>
        [...new Set([name, ...Object.values(names)])].map(
          (words): Name => ({ words, named: { kind: 'line', line: key } }),
        ),
      ),
      ...keys('capability', matrix.capabilities),
      ...keys('limit', matrix.limits),
      ...Object.values(matrix.units).flatMap(({ key, one, other, locales }) =>
        [{ one, other }, ...Object.values(locales)].flatMap((said) => unitNames(key, said)),
      ),
    ],
    limits: Object.fromEntries(
      Object.values(matrix.limits).map(({ key, unit, per }) => [key, { unit, ...(per && { per }) }]),
    ),
    offered: Object.fromEntries(
      matrix.order.lines.map((line) => [line, offeredPlans(matrix, line).map((plan) => plan.version)]),
    ),
    ofLine: Object.fromEntries(matrix.order.lines.map((line) => [line, plansOfLine(matrix, line)])),
    short: shortNames(matrix),
    qualified: qualifiedNames(matrix),
    lineOf: Object.fromEntries(Object.values(matrix.versions).map((version) => [version.key, version.line])),
    trials: Object.fromEntries(
      Object.values(matrix.trials).flatMap((trial) =>
        (trial.lines.length ? trial.lines : matrix.order.lines).map((line) => [line, trial.key]),
      ),
    ),
    neverSay: matrix.words.never_say.map(({ phrase, say }) => ({ phrase, say })),
    mustSay: matrix.words.must_say.map(({ phrase, on }) => ({ phrase, on })),
    retiredNames: matrix.words.retired_names.map(({ name }) => name),
    // A key or name that is an everyday word cannot be told from one; the name of a marker is said of who has it.
    hidden: hidden.flatMap(({ key, name, audience }) =>
      (audience === 'internal' ? [key, name] : [key])
        .filter((words) => /[ _-]/.test(words))
        .map((words) => ({ words, key })),
    ),
  };
}

function unitNames(unit: string, { one, other }: { one?: string; other?: string }): Name[] {
  return [
    ...(one ? [{ words: one, named: { kind: 'unit', unit } as const }] : []),
    ...(other && other !== one ? [{ words: other, named: { kind: 'unit', unit, many: true } as const }] : []),
  ];
}

/** Ids are names only where they are set as code. */
function idsOf(matrix: Matrix, key: string): string[] {
  const was = Object.entries(matrix.aliases.keys).filter(([, now]) => now === key);
  return [key, ...was.map(([old]) => old)].map((id) => `\`${id}\``);
}

function plansOfLine(matrix: Matrix, line: string): string[] {
  const offered = offeredPlans(matrix, line).map((plan) => plan.version);
  if (offered.length) return offered;
  return matrix.order.plans
    .map((key) => matrix.plans[key]!)
    .filter((plan) => plan.line === line && (plan.sale === 'retired' || plan.sale === 'legacy'))
    .map((plan) => plan.version);
}

function shortNames(matrix: Matrix): Vocabulary['short'] {
  return Object.values(matrix.plans).flatMap((plan) => {
    const line = matrix.lines[plan.line]?.name.toLowerCase();
    return [plan.name, ...plan.also].flatMap((name) => {
      const rest = line && name.toLowerCase().startsWith(`${line} `) ? name.slice(line.length + 1) : '';
      return rest ? [{ words: rest, line: plan.line, versions: [plan.version] }] : [];
    });
  });
}

function qualifiedNames(matrix: Matrix): Vocabulary['qualified'] {
  const plans = Object.values(matrix.plans);
  return plans.flatMap((plan) => {
    const match = /^(.+?) \((\p{L}+)\)$/u.exec(plan.name);
    const base = match && plans.find((one) => one.name === match[1]);
    return base ? [{ version: base.version, words: match[2]!.toLowerCase(), is: plan.version }] : [];
  });
}

function planNames(matrix: Matrix): Name[] {
  const plans = Object.values(matrix.plans).flatMap((plan) =>
    [...new Set([plan.name, ...Object.values(plan.names), ...plan.also])].map(
      (words): Name => ({ words, named: { kind: 'plan', versions: [plan.version] } }),
    ),
  );
  const past = Object.values(matrix.versions)
    .filter((version) => version.status === 'past' && !plans.some((plan) => plan.words === version.name))
    .map((version): Name => ({ words: version.name, named: { kind: 'plan', versions: [version.key] } }));
  return [...plans, ...past];
}
