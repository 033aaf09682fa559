/** `version/edited`: a past version whose contents no longer bear its seal. What was sold cannot be changed afterwards. */
import { chainOf } from '../../compile/resolve.ts';
import { versionDigest } from '../../compile/version-digest.ts';
import type { RawMatrix, RawPastVersion } from '../../read/raw.ts';
import { type Path, placeOf } from '../../read/source.ts';
import { Declared } from '../declared.ts';
import { referencesOf } from '../references.ts';
import type { MatrixRule } from '../rule.ts';

export const versionEdited: MatrixRule = {
  id: 'version/edited',
  level: 'error',
  from: 'lifecycle',
  find: ({ raw, source, matrix }) => {
    let inVain: Path[] | undefined;
    return Object.entries(raw.past_versions ?? {}).flatMap(([key, past]) => {
      const version = matrix.versions[key];
      const digest = version && version.status === 'past' ? versionDigest(version) : past.digest;
      // What does not say how long it holds is told of by another rule, and a seal before that would not last.
      if (past.digest === digest || (past.until === undefined && past.sunset_at === undefined)) return [];
      const sealed = past.digest !== undefined;
      inVain ??= referencesInVain(raw);
      // A name that nothing declares is told of itself, and what it was meant to be may well be what was sealed.
      if (sealed && rests(raw, key, past, inVain)) return [];
      return [
        {
          at: sealed
            ? placeOf(source, ['past_versions', key, 'digest'])
            : placeOf(source, ['past_versions', key], 'key'),
          found: sealed
            ? `\`${key}\` is frozen, and its contents are no longer what was sealed.`
            : `\`${key}\` is not sealed.`,
          write: sealed
            ? `what stood there before; or, if this corrects a mistake, \`digest: ${digest}\`.`
            : `\`digest: ${digest}\`.`,
        },
      ];
    });
  },
};

function referencesInVain(raw: RawMatrix): Path[] {
  const declared = new Declared(raw);
  return referencesOf(raw).flatMap(({ to, names, path }) =>
    names.every((name) => declared.names(to).has(name)) ? [] : [path],
  );
}

/** Whether any of the references stands in the contract, in a bundle that it is built on, or in a limit that they state. */
function rests(raw: RawMatrix, key: string, past: RawPastVersion, references: readonly Path[]): boolean {
  if (!references.length) return false;
  const sets = chainOf(raw, ['past_versions', key], past);
  const limits = sets.flatMap(({ set }) => Object.keys(set.limits ?? {}).map((limit): Path => ['limits', limit]));
  const parts = new Set([...sets.map(({ path }) => path), ...limits].map((path) => path.join('/')));
  return references.some(([part, name]) => parts.has(`${part}/${name}`));
}
