/** A workspace and a revision, or none, go in; what changed, as far as findings depend on it, comes out. */
import type { Changes } from '../../verifier/audit/changes.ts';
import type { Config } from '../../verifier/config/types.ts';
import { matching } from '../files/find-files.ts';
import { changedFiles } from '../git/changed-files.ts';

/** `decisive`: files besides matrix and printed ones on which every finding depends. Throws `Failure` when there is no telling. */
export async function changesOf(
  root: string,
  { config, base, decisive }: { config: Config; base: string | undefined; decisive: readonly string[] },
): Promise<Changes> {
  const { files, since } = await changedFiles(root, base);
  const printed = (config.generate ?? []).flatMap((one) => (one.to === undefined ? [] : [one.to]));
  const docs = config.surfaces.filter((surface) => surface.kind === 'docs');
  const touched = docs.filter((surface) => matching([...files], surface.files).length > 0);
  return {
    since,
    files,
    surfaces: new Set(touched.map((surface) => surface.id)),
    everything: [config.matrix, ...printed, ...decisive].some((path) => files.has(path)),
  };
}
