/** `limit/fractional`: a part of a thing as the number of a limit that counts whole things. */
import type { RawLimitValue } from '../../read/raw.ts';
import { type Path, placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';
import { type Stated, setsOf } from '../sets.ts';

export const limitFractional: MatrixRule = {
  id: 'limit/fractional',
  level: 'error',
  from: 'gates',
  find: ({ raw, source, matrix }) =>
    setsOf(raw).flatMap((stated) =>
      fractionsIn(stated).flatMap(({ key, n, path }) => {
        if (matrix.limits[key]?.counts !== 'counted') return [];
        return [
          {
            at: placeOf(source, path),
            found: `\`${key}\` counts whole things, and \`${stated.name}\` has ${n} of them.`,
            write: `a whole number, in a smaller unit where need be; or \`counts: range\` where \`${key}\` is declared.`,
          },
        ];
      }),
    ),
};

interface Fraction {
  key: string;
  n: number;
  path: Path;
}

function fractionsIn({ path, set }: Stated): Fraction[] {
  const found: Fraction[] = [];
  const look = (key: string, n: RawLimitValue, at: () => Path) => {
    if (typeof n === 'number' && !Number.isInteger(n)) found.push({ key, n, path: at() });
  };
  for (const [key, value] of Object.entries(set.limits ?? {}))
    if (typeof value !== 'object') look(key, value, () => [...path, 'limits', key]);
    else
      for (const field of ['advertised', 'enforced'] as const)
        look(key, value[field], () => [...path, 'limits', key, field]);
  for (const [key, n] of Object.entries(set.adds ?? {})) look(key, n, () => [...path, 'adds', key]);
  return found;
}
