/** `planproof audit`: starts what must run, looks at every surface, writes the report, and stops everything again. */
import { join } from 'node:path';
import type { Matrix } from '../../matrix/types.ts';
import { assemble, type LookedAt } from '../../verifier/audit/assemble.ts';
import { floorPercent } from '../../verifier/audit/below-floor.ts';
import { exitCodeOf } from '../../verifier/audit/exit-code.ts';
import { withReplay } from '../../verifier/audit/replay.ts';
import type { Config, SurfaceConfig } from '../../verifier/config/types.ts';
import type { Holders } from '../../verifier/holders/holders.ts';
import { knownWords } from '../../verifier/holders/known-words.ts';
import { Mask } from '../../verifier/holders/mask.ts';
import { maskLook } from '../../verifier/holders/mask-look.ts';
import { Undoing } from '../../verifier/holders/undoing.ts';
import { unreadable } from '../../verifier/probes/look.ts';
import { Writes } from '../../verifier/probes/requests/writes.ts';
import type { Narrow } from '../../verifier/questions/narrow.ts';
import { htmlReport } from '../../verifier/report/html.ts';
import { jsonReport } from '../../verifier/report/json.ts';
import { namePictures } from '../../verifier/report/name-pictures.ts';
import type { Observation } from '../../verifier/types.ts';
import { decide } from '../decisions/decide.ts';
import { openDecisions } from '../decisions/open-decisions.ts';
import { type Waive, waiveWords } from '../decisions/waive-words.ts';
import { Failure } from '../failure.ts';
import { allFiles } from '../files/find-files.ts';
import { openReportFolder } from '../files/report-folder.ts';
import { requestsFile } from '../files/requests-file.ts';
import { writeWhole } from '../files/write-whole.ts';
import { printReport } from '../formats/print-report.ts';
import { tellUnreadable } from '../formats/tell-unreadable.ts';
import { wantedFormats } from '../formats/wanted-formats.ts';
import { differences } from '../generate/compare.ts';
import { printAll } from '../generate/print-all.ts';
import { inEnvironment } from '../holders/in-environment.ts';
import { lazyBrowser } from '../holders/lazy-browser.ts';
import { openWays } from '../holders/open-ways.ts';
import { undone } from '../holders/undone.ts';
import { progress } from '../progress.ts';
import { reportProblems } from '../report-problems.ts';
import { stopAll } from '../servers/processes.ts';
import type { Serving } from '../servers/serve-folder.ts';
import { startAll } from '../servers/start-all.ts';
import { stopWhenTold } from '../servers/stop-when-told.ts';
import { chooseSurfaces, refuseUnknown } from '../surfaces/choose-surfaces.ts';
import { demoAddress, serversOf, withoutDemo } from '../surfaces/demo-of.ts';
import { lookAtDocs } from '../surfaces/look-at-docs.ts';
import { lookAtApi, lookAtApp, lookAtSite } from '../surfaces/look-at-running.ts';
import { signInPages } from '../surfaces/sign-in-pages.ts';
import { withEnded } from '../surfaces/with-ended.ts';
import { today } from '../today.ts';
import { openWorkspace } from '../workspace.ts';

export interface AuditOptions {
  root: string;
  json: boolean;
  /** Name of the sandbox tenants that may be written to. */
  sandbox?: string;
  /** Name of an environment; as the configuration stands when left out. */
  env?: string | undefined;
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
  const { config: written, matrix, problems } = openWorkspace(root, date);
  const toStdout = wanted.some(({ name, file }) => name === 'terminal' && file === undefined);
  reportProblems(root, problems, toStdout ? console.log : console.error);
  if (!matrix) return tellUnreadable({ root, problems, config: written, date, wanted });
  const config = inEnvironment(written, options.env);
  // What would keep the decisions from being read is told before anything is started.
  if (options.waive) waiveWords(options.waive, date);
  await openDecisions(root, config, { baseline: options.baseline, writes: options.waive && 'waivers' });
  const chosen = chooseSurfaces(config, options.only);
  refuseUnknown(options.narrow, matrix);
  const folder = config.report ?? 'report';
  const reports = openReportFolder(root, folder);
  const servers = new Map<string, Serving>();
  const writes = new Map<string, Writes>();
  const { mask, undoing, browser } = becoming(matrix);
  const interrupted = stopWhenTold(() => undone(undoing, writes));
  const started = Date.now();
  try {
    const stale = await refresh(root, config, matrix);
    if (stale) return 2;
    const ways = await openWays({ ...options, config, matrix, chosen, mask, undoing, browser: browser.start });
    const surfaces = await lookAtAll({ ...options, config, matrix, chosen, servers, ways, mask, writes });
    await interrupted.unlessTold();
    // Whatever becomes of the report, nothing is left running.
    await browser.close();
    await stopServers(servers);
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
    const told = mask.hideAll(withReplay(decided, { ...options, command: 'audit', surfaces: config.surfaces }));
    reportProblems(root, undecided, toStdout ? console.log : console.error);
    const { report, pictures } = namePictures(told, new Map(surfaces.flatMap((one) => [...(one.pictures ?? [])])));
    await interrupted.unlessTold();
    reports.write({
      'report.json': jsonReport(report),
      'report.html': htmlReport(report, { pictures }),
      ...requestsFile(mask, writes),
      ...Object.fromEntries(pictures),
    });
    await interrupted.unlessTold();
    // Whoever reads what is printed may take long over it.
    interrupted.forget();
    reports.release();
    await printReport(report, wanted, { root, command: 'audit', pictures });
    console.error(`planproof: wrote ${folder}/report.html and ${folder}/report.json`);
    if (!whole) console.error('planproof: a part was asked for, which decides nothing about a release');
    if (refused) console.error(`planproof: ${refused}`);
    return refused ? 2 : exitCodeOf(report);
  } catch (error) {
    throw withoutSecrets(error, mask);
  } finally {
    await interrupted.unlessTold();
    await undone(undoing, writes);
    await stopServers(servers);
    interrupted.forget();
    await browser.close();
    reports.release();
  }
}

async function stopServers(servers: ReadonlyMap<string, Serving>): Promise<void> {
  await Promise.all([...servers.values()].map((server) => server.stop()));
  await stopAll();
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

/** What is shared by all that become a customer. */
function becoming(matrix: Matrix) {
  return { mask: new Mask(knownWords(matrix)), undoing: new Undoing(), browser: lazyBrowser() };
}

/** A command that fails may say what it was given. */
function withoutSecrets(error: unknown, mask: Mask): unknown {
  if (!(error instanceof Error)) return error;
  error.message = mask.hide(error.message);
  if (error.stack !== undefined) error.stack = mask.hide(error.stack);
  return error;
}

interface Looking extends AuditOptions {
  config: Config;
  matrix: Matrix;
  chosen: readonly SurfaceConfig[];
  servers: Map<string, Serving>;
  ways: ReadonlyMap<string, Holders>;
  mask: Mask;
  /** What was written, by surface. */
  writes: Map<string, Writes>;
}

async function lookAtAll(looking: Looking): Promise<LookedAt[]> {
  const { chosen, config, root, servers, urls, ways, mask } = looking;
  const running = chosen.flatMap((one) => {
    if (one.kind === 'docs' || urls[one.kind]) return [];
    return serversOf(one, !isNarrow(looking.narrow)).map((server) => [server, one.id] as const);
  });
  const others = [...ways].flatMap(([id, { way }]) => (way.server === undefined ? [] : [[way.server, id] as const]));
  const needed = new Map([...running, ...others]);
  const say = progress();
  const missing = [...needed].find(([name]) => !config.servers?.[name]);
  if (missing)
    throw new Failure(
      `The surface \`${missing[1]}\` names the server \`${missing[0]}\`, which is not there: add it under \`servers:\` in planproof.config.yaml.`,
    );
  say(`starting ${[...needed.keys()].join(' and ') || 'nothing'}`);
  await startAll(Object.fromEntries([...needed.keys()].map((name) => [name, config.servers![name]!])), root, servers);
  const out: Looked[] = [];
  for (const surface of chosen)
    out.push(await lookAt(surface, looking, (done, of) => say(`looking at ${surface.id}: ${done} of ${of}`)));
  // Only now may time be moved: nobody else is looked at any more.
  for (const { looked, later } of out) looked.observations.push(...((await later?.()) ?? []));
  for (const [id, writes] of looking.writes) leftBehind(out, id, await writes.stop());
  say('');
  return out.map(({ looked }, n) => {
    const surface = chosen[n]!;
    const one = {
      ...maskLook(mask, looked),
      ...(surface.floor !== undefined && { floor: floorPercent(surface.floor) }),
    };
    if (surface.kind === 'docs' || urls[surface.kind]) return one;
    return withEnded(one, surface.server, servers.get(surface.server));
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
  looking: Looking,
  say: (done: number, of: number) => void,
): Promise<Looked> {
  const { root, config, matrix, servers, urls, narrow, ways } = looking;
  if (surface.kind === 'docs') return { looked: await lookAtDocs(root, matrix, surface, allFiles(root)) };
  const base = urls[surface.kind] ?? servers.get(surface.server)!.url;
  if (surface.kind === 'site')
    return { looked: await lookAtSite(matrix, surface, base, signInPages(config, surface.server)) };
  const way = ways.get(surface.id);
  const server = way?.way.server;
  const holders = way && server !== undefined ? { ...way, base: servers.get(server)!.url } : way;
  const how = { narrow, progress: say, holders };
  if (surface.kind === 'app') return { looked: await lookAtApp(matrix, surface, base, how) };
  const own = new Writes(surface, looking.sandbox);
  looking.writes.set(surface.id, own);
  const demo = demoAddress(surface, config, servers);
  const missing = surface.demo && !demo && !isNarrow(narrow) ? surface.demo : undefined;
  const asked = missing ? { ...surface, demo: undefined } : surface;
  const { looked, later } = await lookAtApi(matrix, asked, base, { writes: own, demo, ...how });
  return { looked: missing ? withoutDemo(looked, missing) : looked, later };
}
