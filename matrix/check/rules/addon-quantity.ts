/** `addon/quantity`: an add-on of which more has to be bought than can be. */
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const addonQuantity: MatrixRule = {
  id: 'addon/quantity',
  level: 'error',
  from: 'copy',
  find: ({ source, matrix }) =>
    matrix.order.addons.flatMap((key) => {
      const { at_least, at_most } = matrix.addons[key]!.quantity;
      if (at_most === undefined || at_most >= at_least) return [];
      const path = ['addons', key, 'quantity'];
      return [
        {
          at: placeOf(source, [...path, 'at_most']),
          found: `At least ${at_least} of \`${key}\` have to be bought, and at most ${at_most} can be.`,
          write: `\`at_most\` of ${at_least} or more, or a smaller \`at_least\`.`,
          related: [{ at: placeOf(source, [...path, 'at_least']), words: 'The smallest number stands here.' }],
        },
      ];
    }),
};
