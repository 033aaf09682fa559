/** `version/edited`: a past version whose contents no longer bear its seal. What was sold cannot be changed afterwards. */
import { versionDigest } from '../../compile/version-digest.ts';
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const versionEdited: MatrixRule = {
  id: 'version/edited',
  level: 'error',
  from: 'lifecycle',
  find: ({ raw, source, matrix }) =>
    Object.entries(raw.past_versions ?? {}).flatMap(([key, past]) => {
      const version = matrix.versions[key];
      const digest = version && version.status === 'past' ? versionDigest(version) : past.digest;
      if (past.digest === digest) return [];
      const sealed = past.digest !== undefined;
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
    }),
};
