/** What git says of files, and what findings depend on, go in; what changed, as far as findings depend on it, comes out. */
import { posix } from 'node:path';
import type { Changes } from '../../verifier/audit/changes.ts';
import type { Config } from '../../verifier/config/types.ts';
import { meaningOf } from '../files/glob-meaning.ts';
import type { ChangedFiles } from '../git/changed-files.ts';

/** `decisive`: files besides matrix and printed ones on which every finding depends. */
export function changesOf(
  { files, since, everything = false }: ChangedFiles,
  config: Config,
  decisive: readonly string[],
): Changes {
  const printed = (config.generate ?? []).flatMap((one) => (one.to === undefined ? [] : [one.to]));
  const docs = config.surfaces.filter((surface) => surface.kind === 'docs');
  const { matching } = meaningOf(config);
  const touched = docs.filter((surface) => matching([...files], surface.files).length > 0);
  return {
    since,
    files,
    surfaces: new Set(touched.map((surface) => surface.id)),
    everything: everything || [config.matrix, ...printed, ...decisive].some((path) => files.has(posix.normalize(path))),
  };
}
