/** `planproof audit`: starts what must run, looks at every surface, writes the report, and stops everything again. */
import { join } from 'node:path';
import type { Matrix } from '../../matrix/types.ts';
import { assemble, type LookedAt } from '../../verifier/audit/assemble.ts';
import { floorPercent } from '../../verifier/audit/below-floor.ts';
import { exitCodeOf } from '../../verifier/audit/exit-code.ts';
import { withReplay } from '../../verifier/audit/replay.ts';
import type { Config, SurfaceConfig } from '../../verifier/config/types.ts';
import { unreadable } from '../../verifier/probes/look.ts';
import { Writes } from '../../verifier/probes/requests/writes.ts';
import type { Narrow } from '../../verifier/questions/narrow.ts';
import { htmlReport } from '../../verifier/report/html.ts';
import { jsonReport } from '../../verifier/report/json.ts';
import type { Observation } from '../../verifier/types.ts';
import { decide } from '../decisions/decide.ts';
import { openDecisions } from '../decisions/open-decisions.ts';
import { type Waive, waiveWords } from '../decisions/waive-words.ts';
import { Failure } from '../failure.ts';
import { allFiles } from '../files/find-files.ts';
import { writeRequests } from '../files/write-requests.ts';
import { writeWhole } from '../files/write-whole.ts';
import { printReport } from '../formats/print-report.ts';
import { tellUnreadable } from '../formats/tell-unreadable.ts';
import { wantedFormats } from '../formats/wanted-formats.ts';
import { differences } from '../generate/compare.ts';
import { printAll } from '../generate/print-all.ts';
import { progress } from '../progress.ts';
import { reportProblems } from '../report-problems.ts';
import { stopAll } from '../servers/processes.ts';
import type { Serving } from '../servers/serve-folder.ts';
import { startServer } from '../servers/start-server.ts';
import { chooseSurfaces, refuseUnknown } from '../surfaces/choose-surfaces.ts';
import { demoAddress, serversOf, withoutDemo } from '../surfaces/demo-of.ts';
import { lookAtDocs } from '../surfaces/look-at-docs.ts';
import { lookAtApi, lookAtApp, lookAtSite } from '../surfaces/look-at-running.ts';
import { signInPages } from '../surfaces/sign-in-pages.ts';
import { today } from '../today.ts';
import { openWorkspace } from '../workspace.ts';

export interface AuditOptions {
  root: string;
  json: boolean;
  /** Name of the sandbox tenants that may be written to. */
  sandbox?: string;
  date?: string;
  /** Surfaces to look at; all when empty. */
  only: readonly string[];
  /** The part of the questions to app and API that is put. */
  narrow: Narrow;
  /** Addresses of what runs already, by kind of surface. */
  urls: { site?: string; app?: string; api?: string };
  /** `NAME` or `NAME=FILE`. */
  formats?: readonly string[];
  baseline?: string | undefined;
  /** A finding to add to the waivers. */
  waive?: Waive | undefined;
}

/** Gives the exit code. A matrix with errors is 2: nothing could be looked at. */
export async function audit(options: AuditOptions): Promise<0 | 1 | 2> {
  const { root } = options;
  const date = today(options.date);
  const wanted = wantedFormats(options.formats ?? [], options.json);
  const { config, matrix, problems } = openWorkspace(root, date);
  const toStdout = wanted.some(({ name, file }) => name === 'terminal' && file === undefined);
  reportProblems(root, problems, toStdout ? console.log : console.error);
  if (!matrix) return tellUnreadable({ root, problems, config, date, wanted });
  // What would keep the decisions from being read is told before anything is started.
  if (options.waive) waiveWords(options.waive, date);
  await openDecisions(root, config, { baseline: options.baseline, writes: options.waive && 'waivers' });
  const chosen = chooseSurfaces(config, options.only);
  refuseUnknown(options.narrow, matrix);
  const stale = await refresh(root, config, matrix);
  if (stale) return 2;
  const servers = new Map<string, Serving>();
  const writes = new Map<string, Writes>();
  const interrupted = stopWhenTold(writes);
  const started = Date.now();
  try {
    const surfaces = await lookAtAll({ ...options, config, matrix, chosen, servers, writes });
    const base_urls = Object.fromEntries([...servers].map(([name, server]) => [name, server.url]));
    const run = {
      took_ms: Date.now() - started,
      started: new Date(started).toISOString(),
      base_urls,
      versions: { node: process.versions.node },
    };
    const narrowed = isNarrow(options.narrow);
    // A part decides nothing: what was not asked for could be wrong.
    const whole = !narrowed && chosen.length === config.surfaces.length;
    const found = assemble({ matrix, matrixPath: config.matrix, date, surfaces, whole, run });
    const partly = narrowed ? asked(chosen) : [];
    const { report: decided, problems: undecided, refused } = await decide(found, { ...options, config, partly });
    const report = withReplay(decided, { ...options, command: 'audit', surfaces: config.surfaces });
    reportProblems(root, undecided, toStdout ? console.log : console.error);
    const folder = config.report ?? 'report';
    writeWhole(join(root, folder, 'report.json'), jsonReport(report));
    writeWhole(join(root, folder, 'report.html'), htmlReport(report));
    writeRequests(join(root, folder, 'requests.jsonl'), writes);
    await printReport(report, wanted, { root, command: 'audit' });
    console.error(`planproof: wrote ${folder}/report.html and ${folder}/report.json`);
    if (!whole) console.error('planproof: a part was asked for, which decides nothing about a release');
    if (refused) console.error(`planproof: ${refused}`);
    return refused ? 2 : exitCodeOf(report);
  } finally {
    interrupted.forget();
    await takeBack(writes);
    await Promise.all([...servers.values()].map((server) => server.stop()));
    await stopAll();
  }
}

function isNarrow({ holders, keys }: Narrow): boolean {
  return holders.length + keys.length > 0;
}

/** Surfaces that are put questions, of which a part may be left out. */
function asked(chosen: readonly SurfaceConfig[]): string[] {
  return chosen.filter((one) => one.kind === 'api' || one.kind === 'app').map((one) => one.id);
}

/** An audit of what generated files say would be worth nothing with old ones, so it prints them first. */
async function refresh(root: string, config: Config, matrix: Matrix): Promise<boolean> {
  const files = allFiles(root);
  const { printed, problems } = await printAll(root, config, matrix, files);
  if (problems.length) return reportProblems(root, problems) === 1;
  const contents = new Map(printed.map((one) => [one.path, one.contents]));
  for (const { path, how } of differences(root, printed, files))
    if (how !== 'stale') writeWhole(join(root, path), contents.get(path)!);
  return false;
}

interface Looking extends AuditOptions {
  config: Config;
  matrix: Matrix;
  chosen: readonly SurfaceConfig[];
  servers: Map<string, Serving>;
  /** What was written, by surface. */
  writes: Map<string, Writes>;
}

async function lookAtAll(looking: Looking): Promise<LookedAt[]> {
  const { chosen, config, root, servers, urls } = looking;
  const needed = new Map(
    chosen.flatMap((one) =>
      one.kind === 'docs' || urls[one.kind]
        ? []
        : serversOf(one, !isNarrow(looking.narrow)).map((server) => [server, one.id] as const),
    ),
  );
  const say = progress();
  const missing = [...needed].find(([name]) => !config.servers?.[name]);
  if (missing)
    throw new Failure(
      `The surface \`${missing[1]}\` names the server \`${missing[0]}\`, which is not there: add it under \`servers:\` in planproof.config.yaml.`,
    );
  say(`starting ${[...needed.keys()].join(' and ') || 'nothing'}`);
  const starting = [...needed.keys()].map(async (name) =>
    servers.set(name, await startServer(name, config.servers![name]!, root)),
  );
  const failed = (await Promise.allSettled(starting)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  const out: Looked[] = [];
  for (const surface of chosen)
    out.push(await lookAt(surface, looking, (done, of) => say(`looking at ${surface.id}: ${done} of ${of}`)));
  // Only now may time be moved: nobody else is looked at any more.
  for (const { looked, later } of out) looked.observations.push(...((await later?.()) ?? []));
  for (const [id, writes] of looking.writes) leftBehind(out, id, await writes.stop());
  say('');
  const floors = new Map(chosen.map((one) => [one.id, one.floor]));
  return out.map(({ looked }) => {
    const floor = floors.get(looked.id);
    return floor === undefined ? looked : { ...looked, floor: floorPercent(floor) };
  });
}

interface Looked {
  looked: LookedAt;
  later?: () => Promise<Observation[]>;
}

/** What could not be taken back is told like what could not be looked at. */
function leftBehind(out: readonly Looked[], id: string, reasons: readonly string[]): void {
  const looked = out.find((one) => one.looked.id === id)?.looked;
  looked?.observations.push(...reasons.map((reason) => unreadable(id, reason, [])));
}

async function lookAt(
  surface: SurfaceConfig,
  { root, config, matrix, servers, sandbox, urls, narrow, writes }: Looking,
  say: (done: number, of: number) => void,
): Promise<Looked> {
  if (surface.kind === 'docs') return { looked: await lookAtDocs(root, matrix, surface, allFiles(root)) };
  const base = urls[surface.kind] ?? servers.get(surface.server)!.url;
  if (surface.kind === 'site')
    return { looked: await lookAtSite(matrix, surface, base, signInPages(config, surface.server)) };
  const how = { narrow, progress: say };
  if (surface.kind === 'api') {
    const own = new Writes(surface, sandbox);
    writes.set(surface.id, own);
    const demo = demoAddress(surface, config, servers);
    const missing = surface.demo && !demo && !isNarrow(narrow) ? surface.demo : undefined;
    const asked = missing ? { ...surface, demo: undefined } : surface;
    const { looked, later } = await lookAtApi(matrix, asked, base, { writes: own, demo, ...how });
    return { looked: missing ? withoutDemo(looked, missing) : looked, later };
  }
  return { looked: await lookAtApp(matrix, surface, base, how) };
}

/** Interrupted or told to stop, nothing that was started keeps running, and nothing that was made stays. */
function stopWhenTold(writes: ReadonlyMap<string, Writes>): { forget(): void } {
  const stop = (signal: NodeJS.Signals) => {
    console.error(`\nplanproof: stopped (${signal})`);
    const ended = async () => {
      await Promise.race([takeBack(writes), new Promise((done) => setTimeout(done, TAKE_BACK_MS).unref())]);
      await stopAll();
    };
    void ended().finally(() => process.exit(2));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  const forget = () => {
    for (const signal of signals) process.removeListener(signal, stop);
  };
  return { forget };
}

/** A product that hangs does not keep us from ending. */
const TAKE_BACK_MS = 20_000;

async function takeBack(writes: ReadonlyMap<string, Writes>): Promise<void> {
  const left = await Promise.all([...writes.values()].map((one) => one.stop()));
  for (const reason of left.flat()) console.error(`planproof: ${reason}`);
}
