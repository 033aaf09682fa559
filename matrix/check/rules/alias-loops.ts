/** `alias/loops`: aliases that lead back to where they began, so that nobody can say which of the names is the one in use. */
import { placeOf } from '../../read/source.ts';
import { aliasesOf, loopsOf, SPACES } from '../aliases.ts';
import type { MatrixRule } from '../rule.ts';

export const aliasLoops: MatrixRule = {
  id: 'alias/loops',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    SPACES.flatMap((space) => loopsOf(aliasesOf(raw, space))).map(([first, ...others]) => {
      const names = [first!, ...others].map(({ name }) => name);
      return {
        at: placeOf(source, first!.path),
        found: `The alias leads back to itself: ${[...names, first!.name].map((name) => `\`${name}\``).join(' → ')}.`,
        write: 'the names that are gone as aliases of the one in use, and no alias on any of them.',
        related: others.map(({ name, path }) => ({
          at: placeOf(source, path),
          words: `\`${name}\` is part of the circle.`,
        })),
      };
    }),
};
