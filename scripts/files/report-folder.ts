/** The folder of reports goes in; it is held for one audit, and takes all files of its report at once or none. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { lockFolder } from './lock-folder.ts';
import { BESIDE, writeTogether } from './write-together.ts';

export interface ReportFolder {
  /** By path within the folder. Throws `Failure`, with everything as it was, when not all can be written. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  release(): void;
}

/** Throws `Failure` where nothing can be written, or another audit holds it. */
export function openReportFolder(root: string, name: string): ReportFolder {
  const folder = resolve(root, name);
  const lock = told(name, () => lockFolder(folder, name));
  for (const left of readdirSync(folder).filter((one) => BESIDE.test(one))) rmSync(join(folder, left), { force: true });
  return {
    write: (files) => {
      const paths = Object.entries(files).map(([file, contents]) => [join(folder, file), contents]);
      told(name, () => writeTogether(Object.fromEntries(paths)));
      forgetOthers(folder, Object.keys(files));
    },
    release: lock.release,
  };
}

/** Pictures and requests of an earlier run would be taken for those of this one. */
function forgetOthers(folder: string, kept: readonly string[]): void {
  if (!kept.includes(REQUESTS)) rmSync(join(folder, REQUESTS), { force: true });
  const place = join(folder, EVIDENCE);
  if (!existsSync(place)) return;
  const old = readdirSync(place).filter((one) => !kept.includes(`${EVIDENCE}/${one}`));
  for (const one of old) rmSync(join(place, one), { recursive: true, force: true });
  if (old.length && !readdirSync(place).length) rmSync(place, { recursive: true });
}

const EVIDENCE = 'evidence';
/** One in each line, where anything was asked. */
export const REQUESTS = 'requests.jsonl';

function told<T>(name: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why = (error as Error).message.split('\n')[0]!.replace(/^(\w+: [^,]+).*/, '$1');
    throw new Failure(
      `The report cannot be written to ${name} (${why}): make room there, or name another folder as \`report:\` in planproof.config.yaml.`,
    );
  }
}
