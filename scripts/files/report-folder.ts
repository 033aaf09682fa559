/** The folder of reports goes in; it is held for one audit, and takes all files of its report at once or none. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { lockFolder } from './lock-folder.ts';
import { EVIDENCE, isPicture, REQUESTS, SEAL } from './report-names.ts';
import { BESIDE, writeTogether } from './write-together.ts';

export interface ReportFolder {
  /**
   * By path within the folder, `report.json` among them: where it stands, all else is of the same audit. Throws `Failure`,
   * with everything as it was, when not all can be written.
   */
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
      const stale = othersIn(folder, Object.keys(files));
      told(name, () => writeTogether({ files: Object.fromEntries(paths), stale, seal: join(folder, SEAL) }));
      removeEmpty(join(folder, EVIDENCE));
    },
    release: lock.release,
  };
}

/** Pictures and requests of an earlier run would be taken for those of this one; what others keep there is theirs. */
function othersIn(folder: string, kept: readonly string[]): string[] {
  const pictures = namesIn(join(folder, EVIDENCE)).map((one) => `${EVIDENCE}/${one}`);
  const all = [...pictures.filter(isPicture), ...(existsSync(join(folder, SEAL)) ? [REQUESTS] : [])];
  return all.filter((one) => !kept.includes(one) && existsSync(join(folder, one))).map((one) => join(folder, one));
}

/** Nothing where it is no folder. */
function namesIn(place: string): string[] {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(place) : [];
}

function removeEmpty(place: string): void {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder && !readdirSync(place).length) rmSync(place, { recursive: true });
}

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
