/** The current folder goes in; its workspace comes out, without its matrix where the configuration asks for what that does not have. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNames } from '../../verifier/config/check-names.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

/** For what asks the surfaces. Throws `Failure` like `openWorkspace`. */
export function openAsked(root: string, date?: string): Workspace {
  const { matrix, ...opened } = openWorkspace(root, date);
  const [path] = opened.decisive;
  if (!matrix || path === undefined) return opened;
  const strange = checkNames(readFileSync(join(root, path)), path, matrix);
  return strange.length ? { ...opened, problems: [...opened.problems, ...strange] } : { ...opened, matrix };
}
