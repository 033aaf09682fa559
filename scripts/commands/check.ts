/** `planproof check`: matrix, generated files and docs in one go; no server, no network. */
import { assemble } from '../../verifier/audit/assemble.ts';
import { exitCodeOf } from '../../verifier/audit/exit-code.ts';
import { FILES, printedFindings, problemFindings } from '../../verifier/audit/file-findings.ts';
import { withReplay } from '../../verifier/audit/replay.ts';
import { nothingSeen, unreadableMatrix } from '../../verifier/audit/unreadable-matrix.ts';
import type { Report } from '../../verifier/types.ts';
import { type Decided, decide } from '../decisions/decide.ts';
import { type Waive, waiveWords } from '../decisions/waive-words.ts';
import { Failure } from '../failure.ts';
import { findFiles } from '../files/find-files.ts';
import { printReport } from '../formats/print-report.ts';
import { toldUnseen } from '../formats/told-unseen.ts';
import { type Wanted, wantedFormats } from '../formats/wanted-formats.ts';
import { differences } from '../generate/compare.ts';
import { printAll } from '../generate/print-all.ts';
import type { ChangedFiles } from '../git/changed-files.ts';
import { reportProblems } from '../report-problems.ts';
import { lookAtDocs } from '../surfaces/look-at-docs.ts';
import { today } from '../today.ts';
import { VERSION } from '../version.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

export interface CheckOptions {
  root: string;
  json: boolean;
  /** `NAME` or `NAME=FILE`. */
  formats?: readonly string[];
  date?: string | undefined;
  /** Show only what changed since this revision; where this branch left the main one when it is empty. */
  changed?: string | undefined;
  /** Look at what the next commit would have, and show only what it changes. */
  staged?: boolean;
  /** Also what is only likely to be meant, as notes. */
  guesses?: boolean;
  baseline?: string | undefined;
  updateBaseline?: boolean;
  /** First mend what is certain. */
  fix?: boolean;
  /** A finding to add to the waivers. */
  waive?: Waive | undefined;
}

/** Gives the exit code; 2 wins over 1. */
export async function check(options: CheckOptions): Promise<0 | 1 | 2> {
  if (!options.staged) return checkFolder(options, options.root);
  const other = (['fix', 'waive', 'updateBaseline', 'changed'] as const).find(
    (one) => (options[one] ?? false) !== false,
  );
  if (other) throw new Failure(`\`--staged\` only looks at the next commit: leave out ${OTHERS[other]}.`);
  const { stagedCopy } = await import('../git/staged-copy.ts');
  const copy = await stagedCopy(options.root);
  try {
    return await checkFolder(options, copy.root, copy.submodules);
  } finally {
    copy.remove();
  }
}

const OTHERS = { fix: '`--fix`', waive: '`--waive`', updateBaseline: '`--update-baseline`', changed: '`--changed`' };

/** `folder` holds the files; what is printed goes to the root that was named. */
async function checkFolder(
  options: CheckOptions,
  folder: string,
  submodules: readonly string[] = [],
): Promise<0 | 1 | 2> {
  const { root } = options;
  const started = Date.now();
  const wanted = wantedFormats(options.formats ?? [], options.json);
  const date = today(options.date);
  if (options.waive) waiveWords(options.waive, date);
  if (options.fix) await fix(folder, date);
  const workspace = await toldUnseen({ root, command: 'check', date, wanted }, () => openWorkspace(folder, date));
  const run = () => ({
    took_ms: Date.now() - started,
    started: new Date(started).toISOString(),
    base_urls: {},
    versions: { planproof: VERSION, node: process.versions.node },
  });
  const { report, problems, refused } = workspace.matrix
    ? await lookAndDecide(workspace, date, { ...options, submodules })
    : withoutMatrix(workspace, date, options);
  const all = [...workspace.problems, ...problems];
  // Without a matrix there is no coverage to show, and a report would only say the same again.
  const shown = workspace.matrix ? wanted : wanted.filter((one) => !isOnTerminal(one));
  if (wanted.some(isOnTerminal)) reportProblems(folder, all);
  const { date: asked, baseline, guesses } = options;
  const called = { command: 'check' as const, date: asked, baseline, guesses, surfaces: [] };
  await printReport(withReplay({ ...report, run: run() }, called), shown, { root, command: 'check' });
  if (refused) console.error(`planproof: ${refused}`);
  return refused ? 2 : exitCodeOf(report);
}

async function fix(folder: string, date: string): Promise<void> {
  const { fixFiles } = await import('../fix/fix-files.ts');
  const written = await fixFiles(openWorkspace(folder, date));
  for (const { path, what } of written) console.error(`planproof: ${path} ${what}`);
  if (!written.length) console.error('planproof: nothing was mended');
}

function isOnTerminal({ name, file }: Wanted): boolean {
  return name === 'terminal' && file === undefined;
}

const NO_RUN = { took_ms: 0, started: '', base_urls: {}, versions: {} };

const UNCONFIGURED = 'the configuration has errors, so nothing was looked at';

/** No decision is about a matrix that cannot be read: nobody could say what it would let be. */
function withoutMatrix(
  { problems, config, unconfigured }: Workspace,
  date: string,
  { waive, updateBaseline }: CheckOptions,
): Decided {
  if (waive || updateBaseline) console.error('planproof: nothing is written before the matrix can be read');
  const report = unreadableMatrix(problems, config.matrix, date, NO_RUN);
  return { report: unconfigured ? nothingSeen(report, UNCONFIGURED) : report, problems: [] };
}

async function lookAndDecide(workspace: Workspace, date: string, options: Looking): Promise<Decided> {
  const { report, partly, included } = await lookAtFiles(workspace, date, options);
  const { root, config, decisive } = workspace;
  return decide(report, { ...options, root, config, decisive, partly, included, changed: changedIn(options) });
}

/** Git is asked in the folder that was named, which is a repository's. */
function changedIn({ root, changed, staged }: CheckOptions): (() => Promise<ChangedFiles>) | undefined {
  if (staged) return async () => (await import('../git/staged-files.ts')).stagedFiles(root);
  if (changed === undefined) return undefined;
  return async () => (await import('../git/changed-files.ts')).changedFiles(root, changed || undefined);
}

/** Options, and folders that the files to look at do not hold. */
type Looking = CheckOptions & { submodules: readonly string[] };

const NO_COMMIT = 'is a submodule, of which a commit holds no files: look at them with `planproof check`';

interface Looked {
  report: Report;
  /** Surfaces of which a part could not be compared. */
  partly: string[];
  /** Paths that each document asked for to include them. */
  included: ReadonlyMap<string, ReadonlySet<string>>;
}

async function lookAtFiles(
  { root, config, matrix, problems }: Workspace,
  date: string,
  { guesses = false, submodules }: Looking,
): Promise<Looked> {
  const files = findFiles(
    root,
    config,
    submodules.map((path) => ({ path, reason: NO_COMMIT })),
  );
  const { printed, problems: unprintable } = await printAll(config, matrix!, files);
  const different = unprintable.length ? [] : differences(printed, files);
  const findings = [...problemFindings([...problems, ...unprintable]), ...printedFindings(different, config.matrix)];
  const docs = config.surfaces.filter((surface) => surface.kind === 'docs');
  const surfaces = await Promise.all(docs.map((surface) => lookAtDocs(files, matrix!, surface)));
  const report = assemble({
    matrix: matrix!,
    matrixPath: config.matrix,
    date,
    surfaces,
    files: { count: 1 + printed.length, findings },
    guesses,
    run: NO_RUN,
  });
  const included = new Map(surfaces.flatMap((one) => [...(one.included ?? [])]));
  return { report, included, partly: unprintable.length ? [FILES] : [] };
}
