/** `alias/shadows`: an alias that is itself a name in use, or that two things share. */
import { type Path, placeOf } from '../../read/source.ts';
import type { Checked, MatrixRule } from '../rule.ts';

interface Alias {
  name: string;
  of: string;
  path: Path;
}

export const aliasShadows: MatrixRule = {
  id: 'alias/shadows',
  level: 'error',
  from: 'copy',
  find: (checked) => spaces(checked).flatMap(({ aliases, names }) => problems(checked, aliases, names)),
};

/** Plans, versions and keys are three separate spaces of names. */
function spaces({ raw }: Checked): { aliases: Alias[]; names: Map<string, Path> }[] {
  const was = (part: string, from: Record<string, { was?: string[] }> = {}) =>
    Object.entries(from).flatMap(([of, one]) =>
      (one.was ?? []).map((name, i) => ({ name, of, path: [part, of, 'was', i] })),
    );
  const names = (part: string, from: object = {}) => Object.keys(from).map((key): [string, Path] => [key, [part, key]]);
  return [
    { aliases: was('plans', raw.plans), names: new Map(names('plans', raw.plans)) },
    {
      aliases: [...was('capabilities', raw.capabilities), ...was('limits', raw.limits)],
      names: new Map([...names('capabilities', raw.capabilities), ...names('limits', raw.limits)]),
    },
    {
      aliases: Object.entries(raw.version_aliases ?? {}).flatMap(([of, all]) =>
        all.map((name, i) => ({ name, of, path: ['version_aliases', of, i] })),
      ),
      names: new Map([
        ...Object.entries(raw.plans).map(([key, plan]): [string, Path] => [plan.version, ['plans', key, 'version']]),
        ...names('past_versions', raw.past_versions),
      ]),
    },
  ];
}

function problems({ source }: Checked, aliases: Alias[], names: Map<string, Path>) {
  const first = new Map<string, Alias>();
  return aliases.flatMap((alias) => {
    const name = names.get(alias.name);
    const before = first.get(alias.name);
    first.set(alias.name, before ?? alias);
    const other = name ?? before?.path;
    if (!other) return [];
    const found = name
      ? `The alias \`${alias.name}\` of \`${alias.of}\` is itself a name in use.`
      : `The alias \`${alias.name}\` is used twice.`;
    return [
      {
        at: placeOf(source, alias.path),
        found,
        write: 'an alias that nothing else bears, or leave it out.',
        related: [{ at: placeOf(source, other, name ? 'key' : 'value'), words: `\`${alias.name}\` stands here too.` }],
      },
    ];
  });
}
