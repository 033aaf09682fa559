/**
 * `plan/inferior`: a plan that costs more than another of its line, gives nothing more and something less; or that is said to
 * have everything in the other, and has a smaller number.
 */
import { currentVersion } from '../../public.ts';
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

type Costs = NonNullable<ReturnType<typeof dearer>>;

/** A warning, because a plan for one person may cost more than a seat among many. */
export const planInferior: MatrixRule = {
  id: 'plan/inferior',
  level: 'warning',
  from: 'copy',
  find: ({ matrix }) => {
    const facts = factsOf(matrix);
    return [...grouped(offered(matrix), ({ plan }) => plan.line).values()].flatMap((line) =>
      line.flatMap((one) => problems(facts, one, line)),
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

/** At most one, however many plans are better. */
function problems(facts: readonly Fact[], one: Offered, line: readonly Offered[]) {
  const lackedBy = lacks(facts, one);
  for (const other of line) {
    const costs = dearer(one.cost, other.cost);
    const lacked = costs && one.addons.every((addon) => other.addons.includes(addon)) ? lackedBy(other) : [];
    if (costs && lacked.length) return [problem(one, other, costs, lacked)];
    const smaller = costs && one.version.builds_on.includes(other.plan.key) ? smallerThan(facts, one, other) : [];
    if (costs && smaller.length) return smaller.map((fact) => smallerProblem(fact, one, other, costs));
  }
  return [];
}

/** Limits of which `one` has less than the plan that it builds on. Of a key that it lacks, `without` says so on purpose. */
function smallerThan(facts: readonly Fact[], one: Offered, other: Offered): Fact[] {
  return facts.filter(
    (fact) =>
      fact.advertised &&
      fact.cellOf(one.version).value.kind === 'amount' &&
      fact.given(one.version, other.version) === 'less',
  );
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
function lacks(facts: readonly Fact[], one: Offered): (other: Offered) => Fact[] {
  // What is more than in one plan is often more than in the next.
  let decisive: Fact | undefined;
  const excuses = (fact: Fact, { version }: Offered) => {
    const given = fact.given(one.version, version);
    return given === 'more' || given === 'unclear';
  };
  return (other) => {
    if (decisive && excuses(decisive, other)) return [];
    decisive = facts.find((fact) => excuses(fact, other));
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
