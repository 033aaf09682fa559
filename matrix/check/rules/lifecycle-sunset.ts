/** `lifecycle/sunset`: a key that no longer works on the judging date, and that a plan on offer still sells. */
import { currentVersion, offeredPlans } from '../../public.ts';
import { placeOf } from '../../read/source.ts';
import { holding, listed } from '../holding.ts';
import { outgoingKeys } from '../lifecycles.ts';
import type { MatrixRule } from '../rule.ts';

export const lifecycleSunset: MatrixRule = {
  id: 'lifecycle/sunset',
  level: 'error',
  from: 'lifecycle',
  find: ({ raw, source, matrix, date }) => {
    if (date === undefined) return [];
    return outgoingKeys(raw).flatMap(({ key, path, lifecycle: { sunset_at, replacement_key } }) => {
      if (!sunset_at || sunset_at > date) return [];
      const sold = offeredPlans(matrix).flatMap((plan) => {
        const cell = holding(currentVersion(matrix, plan), key);
        return cell ? [{ plan: plan.key, at: cell.at }] : [];
      });
      if (!sold.length) return [];
      const places = new Map(sold.map(({ at }) => [`${at.line}:${at.column}`, at]));
      return [
        {
          at: placeOf(source, [...path, 'sunset_at']),
          found: `\`${key}\` no longer works since ${sunset_at}, and is still sold with ${listed(sold.map(({ plan }) => plan))}.`,
          write: `the plans without it${replacement_key ? `, and with \`${replacement_key}\` in its place` : ''}; or a later day.`,
          related: [...places.values()].slice(0, 3).map((at) => ({ at, words: `\`${key}\` is sold here.` })),
        },
      ];
    });
  },
};
