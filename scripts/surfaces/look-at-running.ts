/** A surface that answers HTTP and its address go in; what is seen there comes out. */
import type { Matrix } from '../../matrix/types.ts';
import { vocabulary } from '../../matrix/vocabulary.ts';
import { absentAgain } from '../../verifier/audit/absent-again.ts';
import type { LookedAt } from '../../verifier/audit/assemble.ts';
import { confirm } from '../../verifier/audit/confirm.ts';
import { type Found, forbiddenRequests, pagesOf, type Visit } from '../../verifier/audit/forbidden-requests.ts';
import { foundAgain } from '../../verifier/audit/found-again.ts';
import type { PageSigns } from '../../verifier/browse/gate-signs.ts';
import type { Pictures } from '../../verifier/browse/page-evidence.ts';
import { RenderedPages } from '../../verifier/browse/rendered-pages.ts';
import type { ApiSurface, AppSurface, SiteSurface } from '../../verifier/config/types.ts';
import { excludeWithoutAccount } from '../../verifier/holders/exclude-without-account.ts';
import type { Holders } from '../../verifier/holders/holders.ts';
import type { Mask } from '../../verifier/holders/mask.ts';
import { CircuitBreaker } from '../../verifier/http/circuit-breaker.ts';
import { probeApi } from '../../verifier/probes/api.ts';
import { apiAgain } from '../../verifier/probes/api-again.ts';
import { type AppProbe, probeApp } from '../../verifier/probes/app.ts';
import { appAgain } from '../../verifier/probes/app-again.ts';
import { startBrowser } from '../../verifier/probes/browser.ts';
import { askConduct } from '../../verifier/probes/conduct/ask-conduct.ts';
import { askOverTime } from '../../verifier/probes/conduct/ask-over-time.ts';
import type { Look } from '../../verifier/probes/look.ts';
import type { Refusal } from '../../verifier/probes/meaning.ts';
import type { Writes } from '../../verifier/probes/requests/writes.ts';
import { probeSite } from '../../verifier/probes/site.ts';
import { Tenants } from '../../verifier/probes/tenants.ts';
import { visitsAgain } from '../../verifier/probes/visits-again.ts';
import { apiQuestions } from '../../verifier/questions/api-questions.ts';
import { promisesOf } from '../../verifier/questions/conduct/conduct-questions.ts';
import { ownersOf } from '../../verifier/questions/conduct/isolation.ts';
import { trialBudget } from '../../verifier/questions/conduct/trial-start.ts';
import { declaredFacts } from '../../verifier/questions/declared.ts';
import { limitBudgets } from '../../verifier/questions/limit-budgets.ts';
import { isNarrow, type Narrow } from '../../verifier/questions/narrow.ts';
import { appQuestions } from '../../verifier/questions/questions.ts';
import type { Observation } from '../../verifier/types.ts';
import { Failure } from '../failure.ts';

export type Progress = (done: number, of: number) => void;

export interface SiteOptions {
  /** Pages on which customers sign in, as other surfaces of the same server name them. */
  signIn: readonly string[];
  mask?: Mask;
}

export async function lookAtSite(
  matrix: Matrix,
  surface: SiteSurface,
  base: string,
  { signIn, mask }: SiteOptions,
): Promise<LookedAt> {
  const declared = declaredFacts(matrix, surface.id, surface.must_state);
  if (declared.unknown.length)
    throw new Failure(
      `The surface \`${surface.id}\` must state what the matrix does not have: ${declared.unknown.join(', ')}.`,
    );
  const pictures: Pictures = new Map();
  let browser: string | undefined;
  const start = async () => {
    const started = await startBrowser();
    if (started.browser) browser = started.from;
    return started;
  };
  const rendered = new RenderedPages(base, start, { mask, timeout: surface.crawl?.timeout });
  try {
    const probe = { base, surface, vocabulary: vocabulary(matrix, surface.locale), signIn, rendered, pictures };
    const { again, pages, read, ...look } = await probeSite(probe);
    const requests = await requestsOf(surface, base, look, { again: (found) => rendered.visitAgain(pagesOf(found)) });
    const confirmed = await confirm(matrix, look.observations, again);
    const stating = { surface: surface.id, declared: declared.facts, observations: confirmed, pages, read };
    const facts = await absentAgain(matrix, stating);
    return {
      ...{ id: surface.id, kind: 'site', ...look, pictures, declared: facts.declared, browser },
      observations: [...confirmed, ...requests.unread, ...facts.unread],
      found: [...look.found, ...requests.found],
      excluded: [...look.excluded, ...declared.excluded],
    };
  } finally {
    await rendered.close();
  }
}

export interface ApiOptions {
  narrow: Narrow;
  progress: Progress;
  writes: Writes;
  holders?: Holders | undefined;
  /** Where the demo runs. */
  demo?: string | undefined;
}

/** `later` moves the clock of the sandbox: it is asked once every other surface was looked at. */
export async function lookAtApi(
  matrix: Matrix,
  surface: ApiSurface,
  base: string,
  { narrow, progress, writes, holders, demo }: ApiOptions,
): Promise<{ looked: LookedAt; later: () => Promise<Observation[]> }> {
  const asking = excludeWithoutAccount(matrix, surface, holders?.way);
  const { asked, conduct, ...planned } = apiQuestions(matrix, asking, narrow);
  const limits = limitBudgets(matrix, surface);
  const become = { base, surface, writes, holders, breaker: new CircuitBreaker(), tenants: new Tenants() };
  const units = Object.fromEntries(Object.values(matrix.meters).map(({ key, unit }) => [key, unit]));
  const told = { limits, units, trial: trialBudget(matrix), refusals: declaredRefusals(matrix) };
  const words = vocabulary(matrix, surface.locale);
  const probe = { ...become, ...told, vocabulary: words, ...(demo && { demo }) };
  const questions = conduct.map((one) => one.question);
  const behaved = await askConduct(probe, questions, ownersOf(matrix, surface));
  const gates = { ...probe, asked, progress };
  const { observations, usedUp, excluded } = await probeApi(gates);
  const confirmed = await confirm(matrix, observations, apiAgain(gates));
  const all = { observations: [...confirmed, ...behaved], conduct: promisesOf(conduct) };
  const left = { ...planned, excluded: [...planned.excluded, ...excluded] };
  return {
    looked: { id: surface.id, kind: 'api', declared: [], documents: asked.length, ...all, ...left },
    later: () => askOverTime(probe, { usedUp, questions }),
  };
}

/** Throws `Failure` when there is no browser. */
export async function lookAtApp(
  matrix: Matrix,
  surface: AppSurface,
  base: string,
  { progress, narrow, holders }: { progress: Progress; narrow: Narrow; holders?: Holders | undefined },
): Promise<LookedAt> {
  const { asked, ...planned } = appQuestions(matrix, excludeWithoutAccount(matrix, surface, holders?.way), narrow);
  const started = await startBrowser();
  if (!started.browser) throw new Failure(`The surface \`${surface.id}\` needs a browser: ${started.reason}.`);
  try {
    const pictures: Pictures = new Map();
    const probe = {
      ...appProbe(matrix, surface, { base, browser: started.browser, asked }),
      progress,
      holders,
      breaker: new CircuitBreaker(),
    };
    const look = await probeApp(probe);
    const confirmed = await confirm(matrix, look.observations, appAgain(probe, pictures));
    const again = (found: readonly Found[]) => visitsAgain(probe, found);
    const requests = await requestsOf(surface, base, look, { again, partly: isNarrow(narrow) });
    const observations = [...confirmed, ...requests.unread];
    return {
      id: surface.id,
      kind: 'app',
      ...look,
      observations,
      found: requests.found,
      pictures,
      browser: started.from,
      declared: [],
      ...planned,
    };
  } finally {
    await started.browser.close();
  }
}

/** What a probe of pages is told: signs, names and words, never what a gate is for. */
export function appProbe(
  matrix: Matrix,
  surface: AppSurface,
  running: Pick<AppProbe, 'base' | 'browser' | 'asked'>,
): AppProbe {
  return {
    ...running,
    surface,
    pages: pageSigns(matrix),
    planNames: Object.fromEntries(Object.values(matrix.versions).map((version) => [version.key, version.name])),
    vocabulary: vocabulary(matrix, surface.locale),
    emptyStates: Object.values(matrix.states).flatMap((state) => (state.keeps === 'nothing' ? [state.name] : [])),
  };
}

interface RequestsAgain {
  /** Opens the pages of these findings again. */
  again(found: readonly Found[]): Promise<readonly Visit[]>;
  partly?: boolean;
}

async function requestsOf(
  { id, must_not_request: rules = [] }: AppSurface | SiteSurface,
  base: string,
  { visits = [] }: Look,
  { again, partly = false }: RequestsAgain,
) {
  const visited = { surface: id, base, rules, partly };
  const first = forbiddenRequests({ ...visited, visits });
  const twice = await foundAgain(
    first.found,
    ({ key }) => key,
    async () => forbiddenRequests({ ...visited, visits: await again(first.found), partly: true }).found,
  );
  return { found: twice.found, unread: [...first.unread, ...twice.unread] };
}

function declaredRefusals(matrix: Matrix): Refusal[] {
  const all = [
    ...matrix.gates.map((gate) => gate.refusal),
    ...Object.values(matrix.states).map((state) => state.refusal),
  ];
  return all.filter((refusal) => refusal !== undefined);
}

function pageSigns(matrix: Matrix): Record<string, PageSigns> {
  const states = Object.values(matrix.states).flatMap((state) => (state.locked ? [state.locked] : []));
  return Object.fromEntries(
    matrix.gates.flatMap(({ app, shows, locked, locked_role: lockedRole }) =>
      app && shows && locked ? [[app, { shows, locked, ...(lockedRole && { lockedRole }), states }]] : [],
    ),
  );
}
