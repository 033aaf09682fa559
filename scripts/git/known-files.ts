/** A folder goes in; the files that git would notice a change of, relative to the folder, come out. */
import { pathsHere } from './paths-here.ts';

export interface Known {
  /** Of git, where its index is not the folder's own. */
  env?: Record<string, string>;
  /** Only what the index holds counts: also what git was told not to look at in the folder. */
  staged?: boolean;
}

/** Of submodules too, unless it is about the index. What git ignores, and what is in a repository of its own, is not among them. */
export async function knownFiles(root: string, { env, staged = false }: Known): Promise<Set<string>> {
  const args = ['ls-files', '-v', ...(staged ? [] : ['--recurse-submodules']), '--full-name', '-z', ':/'];
  // Other letters than H stand for files that git was told not to compare, or in which a merge left two texts.
  const pathOf = (line: string) => (staged || line.startsWith('H ') ? line.slice(2) : '');
  return new Set(await pathsHere(root, { args, pathOf, ...(env && { env }) }));
}
