/** `maturity/sold`: a capability with a waitlist, which nobody can use yet, in a plan on sale or an add-on. */
import { currentVersion, isOffered } from '../../public.ts';
import type { Cell, Matrix } from '../../types.ts';
import type { MatrixRule } from '../rule.ts';

export const maturitySold: MatrixRule = {
  id: 'maturity/sold',
  level: 'error',
  from: 'copy',
  find: ({ matrix }) => {
    const sold = soldToday(matrix);
    return Object.values(matrix.capabilities)
      .filter(({ maturity }) => maturity === 'waitlist')
      .flatMap(({ key, name, at: declared }) => {
        // Plans that inherit it share the line that gives it.
        const seen = new Set<string>();
        return sold.flatMap(({ name: seller, capabilities }) => {
          const cell = capabilities[key];
          if (cell?.value.kind !== 'included') return [];
          const place = `${cell.at.line}:${cell.at.column}`;
          if (seen.has(place)) return [];
          seen.add(place);
          return [
            {
              at: cell.at,
              found: `${seller} is sold with ${name}, which has a waitlist and cannot be used yet.`,
              write: `the list without it until it can be used; or \`maturity: preview\`, if it can.`,
              related: [{ at: declared, words: `${name} is declared here.` }],
            },
          ];
        });
      });
  },
};

interface Sold {
  name: string;
  capabilities: Record<string, Cell>;
}

function soldToday(matrix: Matrix): Sold[] {
  const plans = matrix.order.plans.map((key) => matrix.plans[key]!).filter(isOffered);
  const addons = matrix.order.addons.map((key) => matrix.addons[key]!);
  return [
    ...plans.map((plan) => ({ name: plan.name, capabilities: currentVersion(matrix, plan).capabilities })),
    ...addons.filter(({ audience, maturity }) => audience === 'public' && maturity !== 'waitlist'),
  ];
}
