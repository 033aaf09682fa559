/** `addon/pointless`: an add-on that gives nothing which the plans that it is for do not have already. */
import { currentVersion } from '../../public.ts';
import { type Path, placeOf } from '../../read/source.ts';
import type { Addon, Matrix, Plan } from '../../types.ts';
import { givesTo, isService } from '../addon-gives.ts';
import type { MatrixRule } from '../rule.ts';

export const addonPointless: MatrixRule = {
  id: 'addon/pointless',
  level: 'warning',
  from: 'copy',
  find: ({ raw, source, matrix }) =>
    matrix.order.addons.flatMap((key) => {
      const addon = matrix.addons[key]!;
      const had = hadAlready(matrix, addon);
      if (!had.length) return [];
      const path: Path = ['addons', key, ...(raw.addons?.[key]?.for ? ['for'] : [])];
      const names = had.length > 3 ? `${had.length} plans` : had.map(({ name }) => name).join(' and ');
      return [
        {
          at: placeOf(source, path, 'key'),
          found: `${addon.name} gives nothing that ${names} ${had.length > 1 ? 'do' : 'does'} not have already.`,
          write: 'what it adds to them, or only plans that lack it under `for`.',
          related: had.slice(0, 1).map(({ at, name }) => ({ at, words: `${name} stands here.` })),
        },
      ];
    }),
};

/** All plans of an add-on where it gives something to none of them; of a plan in a loop nobody can say what it has. */
function hadAlready(matrix: Matrix, addon: Addon): Plan[] {
  if (isService(addon)) return [];
  const plans = addon.for.flatMap((key) => matrix.plans[key] ?? []);
  if (plans.some((plan) => currentVersion(matrix, plan).builds_on.includes(plan.key))) return [];
  return plans.some((plan) => givesTo(addon, currentVersion(matrix, plan))) ? [] : plans;
}
