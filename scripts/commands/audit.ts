/** `planproof audit`: starts what must run, looks at every surface, writes the report, and stops everything again. */
import type { Matrix } from '../../matrix/types.ts';
import { assemble, type LookedAt } from '../../verifier/audit/assemble.ts';
import { exitCodeOf } from '../../verifier/audit/exit-code.ts';
import { withReplay } from '../../verifier/audit/replay.ts';
import type { Config, SurfaceConfig } from '../../verifier/config/types.ts';
import { knownWords } from '../../verifier/holders/known-words.ts';
import { Mask } from '../../verifier/holders/mask.ts';
import { Undoing } from '../../verifier/holders/undoing.ts';
import type { Writes } from '../../verifier/probes/requests/writes.ts';
import { isNarrow, type Narrow } from '../../verifier/questions/narrow.ts';
import { htmlReport } from '../../verifier/report/html.ts';
import { jsonReport } from '../../verifier/report/json.ts';
import { namePictures } from '../../verifier/report/name-pictures.ts';
import type { Part } from '../../verifier/types.ts';
import { decide } from '../decisions/decide.ts';
import { openDecisions } from '../decisions/open-decisions.ts';
import { type Waive, waiveWords } from '../decisions/waive-words.ts';
import { Failure, sentenceOf } from '../failure.ts';
import { findFiles } from '../files/find-files.ts';
import { openReportFolder } from '../files/report-folder.ts';
import { requestsFile } from '../files/requests-file.ts';
import { printReport } from '../formats/print-report.ts';
import { tellUnreadable } from '../formats/tell-unreadable.ts';
import { tellUnseen } from '../formats/tell-unseen.ts';
import { toldUnseen } from '../formats/told-unseen.ts';
import { wantedFormats } from '../formats/wanted-formats.ts';
import { differences } from '../generate/compare.ts';
import { printAll } from '../generate/print-all.ts';
import { writePrinted } from '../generate/write-printed.ts';
import { inEnvironment } from '../holders/in-environment.ts';
import { lazyBrowser } from '../holders/lazy-browser.ts';
import { openWays } from '../holders/open-ways.ts';
import { secretsInAddress } from '../holders/secrets-in-address.ts';
import { undone } from '../holders/undone.ts';
import { reportProblems } from '../report-problems.ts';
import { stopAll } from '../servers/processes.ts';
import type { Serving } from '../servers/serve-folder.ts';
import { stopWhenTold } from '../servers/stop-when-told.ts';
import { chooseSurfaces, refuseUnknown } from '../surfaces/choose-surfaces.ts';
import { lookAtAll, type RunningAt } from '../surfaces/look-at-all.ts';
import { openAsked } from '../surfaces/open-asked.ts';
import { today } from '../today.ts';
import { VERSION } from '../version.ts';

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
  urls: RunningAt;
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
  const unseen = { root, command: 'audit' as const, date, wanted };
  const { config: written, matrix, problems } = await toldUnseen(unseen, () => openAsked(root, date));
  const toStdout = wanted.some(({ name, file }) => name === 'terminal' && file === undefined);
  reportProblems(root, problems, toStdout ? console.log : console.error);
  if (!matrix) return tellUnreadable({ root, problems, config: written, date, wanted });
  const config = inEnvironment(written, options.env);
  refuseAddresses(options.urls);
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
  for (const url of addresses(options.urls, config)) mask.add(...secretsInAddress(url));
  const interrupted = stopWhenTold(
    () => undone(undoing, writes),
    (fault) => sentenceOf(withoutSecrets(fault, mask)),
  );
  const started = Date.now();
  const held = { ...unseen, matrix: config.matrix, folder, reports };
  let seen = false;
  try {
    const stale = await refresh(root, config, matrix);
    if (stale) {
      await tellUnseen({ ...held, reason: UNPRINTED });
      return 2;
    }
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
      versions: versionsOf(surfaces),
    };
    const narrowed = isNarrow(options.narrow);
    // A part decides nothing: what was not asked for could be wrong.
    const part = partOf(options, config, chosen);
    const whole = !part;
    const found = assemble({ matrix, matrixPath: config.matrix, date, surfaces, whole, part, run });
    const partly = narrowed ? asked(chosen) : [];
    const { report: decided, problems: undecided, refused } = await decide(found, { ...options, config, partly });
    const told = mask.hideAll(withReplay(decided, { ...options, command: 'audit', surfaces: config.surfaces }));
    reportProblems(root, undecided, toStdout ? console.log : console.error);
    const { report, pictures } = namePictures(told, new Map(surfaces.flatMap((one) => [...(one.pictures ?? [])])));
    await interrupted.unlessTold();
    seen = true;
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
    const told = withoutSecrets(error, mask);
    await interrupted.unlessTold();
    if (!seen) await tellUnseen({ ...held, reason: sentenceOf(told) });
    throw told;
  } finally {
    await interrupted.unlessTold();
    await undone(undoing, writes);
    await stopServers(servers);
    interrupted.forget();
    await browser.close();
    reports.release();
  }
}

function addresses(urls: RunningAt, { servers = {} }: Config): string[] {
  return [...Object.values(urls), ...Object.values(servers).map(({ url }) => url)].filter((url) => url !== undefined);
}

function refuseAddresses(urls: RunningAt): void {
  for (const [kind, url] of Object.entries(urls))
    if (url !== undefined && !(/^https?:/i.test(url) && URL.canParse(url)))
      throw new Failure(
        `\`--${kind} ${url}\` is no address: write it with its beginning, such as \`--${kind} http://127.0.0.1:8080\`.`,
      );
}

const UNPRINTED = 'what is printed from the matrix could not be printed, so nothing was looked at';

async function stopServers(servers: ReadonlyMap<string, Serving>): Promise<void> {
  await Promise.all([...servers.values()].map((server) => server.stop()));
  await stopAll();
}

/** What the command line left out; nothing where it asked for everything. */
function partOf({ only, narrow }: AuditOptions, config: Config, chosen: readonly SurfaceConfig[]): Part | undefined {
  const surfaces = config.surfaces.flatMap((one) => (chosen.includes(one) ? [] : [one.id]));
  if (!isNarrow(narrow) && !surfaces.length) return undefined;
  const words = [['--only', only] as const, ['--holder', narrow.holders] as const, ['--key', narrow.keys] as const];
  return { said: words.flatMap(([name, all]) => all.map((one) => `${name} ${one}`)).join(' '), surfaces };
}

/** Surfaces that are put questions, of which a part may be left out. */
function asked(chosen: readonly SurfaceConfig[]): string[] {
  return chosen.filter((one) => one.kind === 'api' || one.kind === 'app').map((one) => one.id);
}

/** An audit of what generated files say would be worth nothing with old ones, so it prints them first. */
async function refresh(root: string, config: Config, matrix: Matrix): Promise<boolean> {
  const files = findFiles(root, config);
  const { printed, problems } = await printAll(config, matrix, files);
  if (problems.length) return reportProblems(root, problems) === 1;
  const fresh = differences(printed, files).filter(({ how }) => how !== 'stale');
  writePrinted(root, printed, fresh);
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

function versionsOf(surfaces: readonly LookedAt[]): Record<string, string> {
  const browser = surfaces.find((one) => one.browser !== undefined)?.browser;
  return { planproof: VERSION, node: process.versions.node, ...(browser !== undefined && { chromium: browser }) };
}
