/**
 * `plan/inferior`: a plan that costs more than another of its line, gives nothing more and something less; or that is said to
 * have everything in the other, and has a smaller number.
 */
import { currentVersion } from '../../public.ts';
import type { RawMatrix } from '../../read/raw.ts';
import type { Matrix, Plan, Version } from '../../types.ts';
import { amountWords } from '../amount-words.ts';
import { type Cost, costOf, dearer } from '../dearer.ts';
import { type Fact, factsOf } from '../facts.ts';
import { grouped } from '../grouped.ts';
import type { MatrixRule } from '../rule.ts';

interface Offered {
  plan: Plan;
  version: Version;
  cost: Cost;
  /** Add-ons that can be bought with it. */
  addons: string[];
}

interface Looking {
  facts: readonly Fact[];
  numbers: (set: string) => readonly Fact[];
  line: readonly Offered[];
}

type Costs = NonNullable<ReturnType<typeof dearer>>;

/** A warning, because a plan for one person may cost more than a seat among many. */
export const planInferior: MatrixRule = {
  id: 'plan/inferior',
  level: 'warning',
  from: 'copy',
  find: ({ matrix, raw }) => {
    const facts = factsOf(matrix);
    const numbers = numbersOf(raw, facts);
    return [...grouped(offered(matrix), ({ plan }) => plan.line).values()].flatMap((line) =>
      line.flatMap((one) => problems({ facts, numbers, line }, one)),
    );
  },
};

function offered(matrix: Matrix): Offered[] {
  const addons = Object.values(matrix.addons);
  return matrix.order.plans.flatMap((key) => {
    const plan = matrix.plans[key]!;
    const cost = plan.sale === 'on_sale' ? costOf(matrix, plan) : undefined;
    if (!cost) return [];
    const own = addons.filter((addon) => addon.for.includes(key)).map((addon) => addon.key);
    return [{ plan, version: currentVersion(matrix, plan), cost, addons: own }];
  });
}

/**
 * Of all that are better, the first of the page is told. They are looked at from the last, since what is more than in a
 * large plan is more than in those before it, which is then soon seen.
 */
function problems(looking: Looking, one: Offered) {
  const { facts, line, numbers } = looking;
  const stated = numbers(one.plan.key);
  const lackedBy = lacks({ facts, stated }, one);
  let found: ReturnType<typeof problem>[] = [];
  for (const other of line.toReversed()) {
    const costs = dearer(one.cost, other.cost);
    if (!costs) continue;
    const lacked = one.addons.every((addon) => other.addons.includes(addon)) ? lackedBy(other) : [];
    const builds = one.version.builds_on.includes(other.plan.key);
    const smaller = builds && !lacked.length ? smallerThan({ ...looking, stated }, one, other) : [];
    if (lacked.length) found = [problem(one, other, costs, lacked)];
    else if (smaller.length) found = smaller.map((fact) => smallerProblem(fact, one, other, costs));
  }
  return found;
}

/** What customers read of in numbers, by the plan or bundle that states it. */
function numbersOf({ plans, bundles = {} }: RawMatrix, facts: readonly Fact[]): (set: string) => readonly Fact[] {
  const counted = new Map(facts.flatMap((fact) => (fact.counts && fact.advertised ? [[fact.key, fact]] : [])));
  const known = new Map<string, Fact[]>();
  return (set) => {
    const before = known.get(set);
    if (before) return before;
    const stated = Object.keys((plans[set] ?? bundles[set])?.limits ?? {}).flatMap((key) => counted.get(key) ?? []);
    known.set(set, stated);
    return stated;
  };
}

/**
 * Limits of which `one` has less than the plan that it builds on. What it has from that plan, it has as much of; what a
 * plan between them states is told there. Of a key that it lacks, `without` says so on purpose.
 */
function smallerThan(
  { numbers, line, stated }: Looking & { stated: readonly Fact[] },
  one: Offered,
  other: Offered,
): Fact[] {
  const { builds_on } = one.version;
  const between = builds_on.slice(0, builds_on.indexOf(other.plan.key));
  const untold = between.filter((set) => !line.some(({ plan, cost }) => plan.key === set && dearer(cost, other.cost)));
  const own = untold.length ? new Set([...stated, ...untold.flatMap(numbers)]) : stated;
  const smaller: Fact[] = [];
  for (const fact of own)
    if (fact.given(one.version, other.version) === 'less' && fact.cellOf(one.version).value.kind === 'amount')
      smaller.push(fact);
  return smaller;
}

function smallerProblem(fact: Fact, one: Offered, other: Offered, { more, less }: Costs) {
  const [dear, cheap] = [one.plan.name, other.plan.name];
  return {
    at: fact.cellOf(one.version).at,
    found: `${dear} costs ${amountWords(more)} and ${cheap} ${less ? amountWords(less) : 'nothing'}, and builds on it, but gives less of ${fact.name}.`,
    write: `a number that is not below that of ${cheap}; or none, to have the same.`,
    related: [{ at: fact.cellOf(other.version).at, words: `${fact.name} of ${cheap} stands here.` }],
  };
}

/** What `one` has less of than another; nothing as soon as it gives more, or may give more. */
function lacks(
  { facts, stated }: { facts: readonly Fact[]; stated: readonly Fact[] },
  one: Offered,
): (other: Offered) => Fact[] {
  // What is more than in one plan is often more than in the next.
  let decisive: Fact | undefined;
  const excuses = (fact: Fact, { version }: Offered) => {
    const given = fact.given(one.version, version);
    return given === 'more' || given === 'unclear';
  };
  return (other) => {
    if (decisive && excuses(decisive, other)) return [];
    const isDecisive = (fact: Fact) => excuses(fact, other);
    // Where a plan gives more, it mostly says so itself.
    decisive = stated.find(isDecisive) ?? facts.find(isDecisive);
    if (decisive) return [];
    return facts.filter((fact) => fact.advertised && fact.given(one.version, other.version) === 'less');
  };
}

function problem(one: Offered, other: Offered, { more, less }: Costs, lacked: readonly Fact[]) {
  const [worse, better] = [one.plan.name, other.plan.name];
  const first = lacked[0]!;
  return {
    at: one.plan.at,
    found: `${worse} costs ${amountWords(more)} and ${better} ${less ? amountWords(less) : 'nothing'}, but ${worse} gives nothing more, and less of ${list(lacked)}.`,
    write: `what ${worse} gives beyond ${better}, or a price that is not above it.`,
    related: [
      { at: other.plan.at, words: `${better} stands here.` },
      { at: first.cellOf(other.version).at, words: `${first.name} of ${better} stands here.` },
    ],
  };
}

function list(lacked: readonly Fact[]): string {
  const names = lacked.slice(0, 3).map(({ name }) => name);
  const more = lacked.length - names.length;
  const last = more ? `${more} more` : names.pop();
  return names.length ? `${names.join(', ')} and ${last}` : String(last);
}
