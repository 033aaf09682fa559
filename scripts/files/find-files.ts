/** Globs relative to a folder go in; the files that match, sorted, with `/`, come out. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';

const NEVER = new Set(['node_modules', '.git', 'dist', 'report', '.astro', '.planproof']);

/** Every file below `root` but dependencies, builds and version control. Links are not followed. */
export function allFiles(root: string, below = ''): string[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return NEVER.has(entry.name) ? [] : allFiles(root, path);
      return entry.isFile() ? [path] : [];
    });
}

export function matching(files: readonly string[], globs: readonly string[]): string[] {
  const fits = picomatch([...globs]);
  return files.filter((file) => fits(file));
}
