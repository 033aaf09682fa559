/** A report of all that was found goes in; what people decided is read, or written where they asked for it, and what counts comes out. */
import type { Problem } from '../../matrix/problem.ts';
import { FILES, problemFindings } from '../../verifier/audit/file-findings.ts';
import { type Decisions, settle } from '../../verifier/audit/settle.ts';
import type { Config } from '../../verifier/config/types.ts';
import type { Report } from '../../verifier/types.ts';
import { Failure } from '../failure.ts';
import type { ChangedFiles } from '../git/changed-files.ts';
import type { Dependence } from './changes-of.ts';
import { type OpenDecisions, openDecisions } from './open-decisions.ts';
import type { Waive } from './waive-words.ts';

export interface Deciding {
  root: string;
  config: Config;
  /** Surfaces of which only a part was asked for. */
  partly?: readonly string[];
  /** Files besides the matrix on which every finding depends: the configuration, the source of gates. */
  decisive?: readonly string[];
  /** Paths that each document asked for to include them. */
  included?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Show only findings in files that changed. */
  changed?: (() => Promise<ChangedFiles>) | undefined;
  baseline?: string | undefined;
  updateBaseline?: boolean | undefined;
  waive?: Waive | undefined;
}

export interface Decided {
  report: Report;
  /** Of the files that hold decisions. */
  problems: Problem[];
  /** Why what was asked for was not written. */
  refused?: string;
}

/** Throws `Failure` when a file is named and not there, or when it cannot be told what changed. */
export async function decide(report: Report, deciding: Deciding): Promise<Decided> {
  const { updateBaseline, waive, changed } = deciding;
  if (updateBaseline && changed)
    throw new Failure('A baseline is about everything: leave out `--changed` and `--staged`, or `--update-baseline`.');
  const before = await settled(report, deciding);
  if (!updateBaseline && !waive) return before;
  try {
    const done = updateBaseline ? await shrink(before, deciding) : await add(before, deciding, waive!);
    console.error(`planproof: ${done}`);
    return settled(report, deciding);
  } catch (error) {
    // What was found is told all the same: an audit takes its time.
    if (error instanceof Failure) return { ...before, refused: error.message };
    throw error;
  }
}

interface Settled extends Decided {
  open: OpenDecisions;
}

async function settled(report: Report, deciding: Deciding): Promise<Settled> {
  const {
    root,
    config,
    partly = [],
    decisive = [],
    included = new Map(),
    changed,
    baseline,
    updateBaseline,
    waive,
  } = deciding;
  const writes = updateBaseline ? 'baseline' : waive ? 'waivers' : undefined;
  const open = await openDecisions(root, config, { baseline, writes });
  const { waivers, problems, paths } = open;
  const decisions: Decisions = {
    waivers,
    ...(open.baseline && { baseline: open.baseline }),
    partly,
    surfaces: new Set([FILES, ...config.surfaces.map(({ id }) => id)]),
    problems: problemFindings(problems),
    ...(changed && {
      changes: await changesSince(changed, {
        root,
        config,
        included,
        decisive: [...decisive, ...Object.values(paths)],
      }),
    }),
  };
  return { report: settle(report, decisions), problems, open };
}

async function changesSince(changed: () => Promise<ChangedFiles>, dependence: Dependence) {
  const { changesOf } = await import('./changes-of.ts');
  return changesOf(await changed(), dependence);
}

async function shrink({ report, open }: Settled, { root }: Deciding): Promise<string> {
  const path = open.paths.baseline;
  refuseBroken(open, path);
  const { updateBaseline } = await import('./update-baseline.ts');
  return updateBaseline({ root, path, before: open.baseline, report });
}

async function add({ report, open }: Settled, { root }: Deciding, asked: Waive): Promise<string> {
  const path = open.paths.waivers;
  refuseBroken(open, path);
  const { waive } = await import('./waive.ts');
  return waive({ root, path, report, ...asked });
}

function refuseBroken({ problems }: OpenDecisions, path: string): void {
  const problem = problems.find((one) => one.at.path === path);
  if (problem)
    throw new Failure(
      `${path}:${problem.at.line}:${problem.at.column}: ${problem.found} Write: ${problem.write} Then run this again.`,
    );
}
