/** `version/reused`: one version id for two contracts, or for one that is gone; contracts could then not be told apart. */
import type { RawMatrix } from '../../read/raw.ts';
import { type Path, placeOf } from '../../read/source.ts';
import { aliasesOf, loopsOf } from '../aliases.ts';
import type { MatrixRule } from '../rule.ts';

interface Use {
  path: Path;
  part: 'key' | 'value';
  words: string;
}

export const versionReused: MatrixRule = {
  id: 'version/reused',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) => {
    const elsewhere = otherUses(raw);
    return [...versionUses(raw)].flatMap(([id, uses]) => {
      const [first, second] = uses;
      const others = elsewhere.get(id) ?? [];
      if (!second && !others.length) return [];
      const { path, part } = second ?? first!;
      const found = second
        ? `The version \`${id}\` is used twice.`
        : `The version \`${id}\` bears the id of another contract.`;
      const related = [first!, ...uses.slice(2), ...others].filter((use) => use.path !== path);
      return [
        {
          at: placeOf(source, path, part),
          found,
          write: 'an id that no contract bears yet.',
          related: related.map((use) => ({
            at: placeOf(source, use.path, use.part),
            words: `\`${id}\` ${use.words}.`,
          })),
        },
      ];
    });
  },
};

function versionUses(raw: RawMatrix): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const use = (id: string, path: Path, part: Use['part']) => {
    const before = uses.get(id);
    if (before) before.push({ path, part, words: 'stands here too' });
    else uses.set(id, [{ path, part, words: 'stands here first' }]);
  };
  for (const [key, plan] of Object.entries(raw.plans)) use(plan.version, ['plans', key, 'version'], 'value');
  for (const key of Object.keys(raw.past_versions ?? {})) use(key, ['past_versions', key], 'key');
  return uses;
}

/** Ids that are no versions and must not become any: retired ones, and aliases of other versions. */
function otherUses(raw: RawMatrix): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const use = (id: string, path: Path, words: string) => {
    const before = uses.get(id) ?? [];
    before.push({ path, part: 'value', words });
    uses.set(id, before);
  };
  (raw.retired_ids ?? []).forEach((id, i) => {
    use(id, ['retired_ids', i], 'is retired here');
  });
  const aliases = aliasesOf(raw, 'versions');
  const looping = new Set(loopsOf(aliases).flat());
  for (const alias of aliases)
    if (alias.name !== alias.of && !looping.has(alias))
      use(alias.name, alias.path, `is an alias of \`${alias.of}\` here`);
  return uses;
}
