/** `version/reused`: one version id for two contracts, which contracts could then not tell apart. */
import { type Path, placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const versionReused: MatrixRule = {
  id: 'version/reused',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) => {
    const seen = new Map<string, Path>();
    const all: [string, Path][] = [
      ...Object.entries(raw.plans).map(([key, plan]): [string, Path] => [plan.version, ['plans', key, 'version']]),
      ...Object.keys(raw.past_versions ?? {}).map((key): [string, Path] => [key, ['past_versions', key]]),
    ];
    return all.flatMap(([id, path]) => {
      const before = seen.get(id);
      seen.set(id, before ?? path);
      if (!before) return [];
      return [
        {
          at: placeOf(source, path, path.length === 2 ? 'key' : 'value'),
          found: `The version \`${id}\` is used twice.`,
          write: 'an id that no contract bears yet.',
          related: [{ at: placeOf(source, before), words: `\`${id}\` stands here first.` }],
        },
      ];
    });
  },
};
