/** `plan/returned`: a name that was retired, borne again by a plan on offer or an add-on. */
import { isOffered } from '../../public.ts';
import { placeOf } from '../../read/source.ts';
import { plainWords } from '../phrases.ts';
import type { Checked, MatrixRule } from '../rule.ts';
import { type Text, textsIn } from '../texts.ts';

export const planReturned: MatrixRule = {
  id: 'plan/returned',
  level: 'error',
  from: 'copy',
  find: (checked) => {
    const retired = new Map(checked.matrix.words.retired_names.map((one) => [plainWords(one.name), one]));
    if (!retired.size) return [];
    return namesToday(checked).flatMap(({ words, path }) => {
      const gone = retired.get(plainWords(words));
      if (!gone) return [];
      return [
        {
          at: placeOf(checked.source, path),
          found: `\`${words}\` is a retired name, and \`${path[1]}\` bears it again.`,
          write: gone.say ? `\`${gone.say}\`, or another name.` : 'another name.',
          related: [{ at: gone.at, words: `\`${gone.name}\` is retired here.` }],
        },
      ];
    });
  },
};

function namesToday({ raw, matrix }: Checked): Text[] {
  const plans = Object.entries(raw.plans).filter(([key]) => isOffered(matrix.plans[key]!));
  const addons = Object.entries(raw.addons ?? {}).filter(([key]) => matrix.addons[key]!.audience !== 'internal');
  const names = (part: string, from: [string, { name: unknown; also?: unknown }][]) =>
    from.flatMap(([key, { name, also }]) => [
      ...textsIn(name, [part, key, 'name']),
      ...textsIn(also, [part, key, 'also']),
    ]);
  return [...names('plans', plans), ...names('addons', addons)];
}
