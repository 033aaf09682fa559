/** `plan/loops`: a plan or bundle that is built on itself, directly or through others. */
import type { RawMatrix } from '../../read/raw.ts';
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const planLoops: MatrixRule = {
  id: 'plan/loops',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    [
      ...Object.keys(raw.plans).map((key) => ['plans', key]),
      ...Object.keys(raw.bundles ?? {}).map((key) => ['bundles', key]),
    ].flatMap(([part = '', key = '']) => {
      const loop = loopFrom(raw, key);
      if (!loop) return [];
      return [
        {
          at: placeOf(source, [part, key, 'everything_in']),
          found: `\`${key}\` builds on itself: ${loop.map((name) => `\`${name}\``).join(' → ')}.`,
          write: 'a plan that comes before it, or no `everything_in`.',
        },
      ];
    }),
};

function loopFrom(raw: RawMatrix, key: string): string[] | undefined {
  const way = new Set([key]);
  for (let next = base(raw, key); next; next = base(raw, next)) {
    if (next === key) return [...way, key];
    if (way.has(next)) return undefined;
    way.add(next);
  }
  return undefined;
}

function base(raw: RawMatrix, key: string): string | undefined {
  return (raw.plans[key] ?? raw.bundles?.[key])?.everything_in;
}
