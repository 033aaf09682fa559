/** `state/undeclared`: a state that a product line, plan or contract can be in, and of which nothing is declared. */
import { placesIn } from '../../read/source.ts';
import type { StateName } from '../../types.ts';
import type { MatrixRule } from '../rule.ts';

export const stateUndeclared: MatrixRule = {
  id: 'state/undeclared',
  level: 'error',
  from: 'lifecycle',
  // The compiled states hold what everybody can be in where none are declared.
  find: ({ raw, source, matrix }) =>
    (['lines', 'plans', 'past_versions'] as const).flatMap((part) =>
      Object.entries<{ states?: StateName[] }>(raw[part] ?? {}).flatMap(([key, { states = [] }]) =>
        states.flatMap((state, i) =>
          matrix.states[state]
            ? []
            : [
                {
                  at: placesIn(source, [part, key, 'states'])(i),
                  found: `\`${key}\` can be in the state ${state}, of which \`states\` says nothing.`,
                  write: `what it keeps, such as \`states: { ${state}: { keeps: paid } }\`; or the list without it.`,
                },
              ],
        ),
      ),
    ),
};
