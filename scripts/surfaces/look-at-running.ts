/** A surface that answers HTTP and its address go in; what is seen there comes out. */
import { budgetOf } from '../../matrix/expect/enforced.ts';
import type { Matrix } from '../../matrix/types.ts';
import { vocabulary } from '../../matrix/vocabulary.ts';
import type { LookedAt } from '../../verifier/audit/assemble.ts';
import { confirm } from '../../verifier/audit/confirm.ts';
import { forbiddenRequests } from '../../verifier/audit/forbidden-requests.ts';
import type { PageSigns } from '../../verifier/browse/gate-signs.ts';
import type { Pictures } from '../../verifier/browse/page-evidence.ts';
import { RenderedPages } from '../../verifier/browse/rendered-pages.ts';
import type { ApiSurface, AppSurface, SiteSurface } from '../../verifier/config/types.ts';
import { excludeWithoutAccount } from '../../verifier/holders/exclude-without-account.ts';
import type { Holders } from '../../verifier/holders/holders.ts';
import { type LimitBudget, probeApi } from '../../verifier/probes/api.ts';
import { apiAgain } from '../../verifier/probes/api-again.ts';
import { type AppProbe, probeApp } from '../../verifier/probes/app.ts';
import { appAgain } from '../../verifier/probes/app-again.ts';
import { startBrowser } from '../../verifier/probes/browser.ts';
import type { Look } from '../../verifier/probes/look.ts';
import type { Refusal } from '../../verifier/probes/meaning.ts';
import { probeSite } from '../../verifier/probes/site.ts';
import { declaredFacts } from '../../verifier/questions/declared.ts';
import type { Narrow } from '../../verifier/questions/narrow.ts';
import { apiQuestions, appQuestions } from '../../verifier/questions/questions.ts';
import { Failure } from '../failure.ts';

export type Progress = (done: number, of: number) => void;

/** `signIn`: pages on which customers sign in, as other surfaces of the same server name them. */
export async function lookAtSite(
  matrix: Matrix,
  surface: SiteSurface,
  base: string,
  signIn: readonly string[],
): Promise<LookedAt> {
  const declared = declaredFacts(matrix, surface.id, surface.must_state);
  if (declared.unknown.length)
    throw new Failure(
      `The surface \`${surface.id}\` must state what the matrix does not have: ${declared.unknown.join(', ')}.`,
    );
  const pictures: Pictures = new Map();
  const rendered = new RenderedPages(base, startBrowser);
  try {
    const probe = { base, surface, vocabulary: vocabulary(matrix, surface.locale), signIn, rendered, pictures };
    const { again, ...look } = await probeSite(probe);
    const requests = requestsOf(surface, base, look, false);
    const observations = [...(await confirm(matrix, look.observations, again)), ...requests.unread];
    const found = [...look.found, ...requests.found];
    const excluded = [...look.excluded, ...declared.excluded];
    return { id: surface.id, kind: 'site', ...look, observations, found, pictures, declared: declared.facts, excluded };
  } finally {
    await rendered.close();
  }
}

export async function lookAtApi(
  matrix: Matrix,
  surface: ApiSurface,
  base: string,
  { narrow, ...options }: { sandbox?: string; progress: Progress; narrow: Narrow; holders?: Holders | undefined },
): Promise<LookedAt> {
  const { asked, ...planned } = apiQuestions(
    matrix,
    excludeWithoutAccount(matrix, surface, options.holders?.way),
    narrow,
  );
  const probe = {
    base,
    surface,
    asked,
    limits: limitBudgets(matrix, surface),
    refusals: declaredRefusals(matrix),
    ...options,
  };
  const observations = await confirm(matrix, await probeApi(probe), apiAgain(probe));
  return { id: surface.id, kind: 'api', observations, declared: [], documents: asked.length, ...planned };
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
    const probe = { ...appProbe(matrix, surface, { base, browser: started.browser, asked }), progress, holders };
    const look = await probeApp(probe);
    const confirmed = await confirm(matrix, look.observations, appAgain(probe, pictures));
    const requests = requestsOf(surface, base, look, narrow.holders.length + narrow.keys.length > 0);
    const observations = [...confirmed, ...requests.unread];
    return {
      id: surface.id,
      kind: 'app',
      ...look,
      observations,
      found: requests.found,
      pictures,
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

function requestsOf(
  { id, must_not_request: rules = [] }: AppSurface | SiteSurface,
  base: string,
  look: Look,
  partly: boolean,
) {
  return forbiddenRequests({ surface: id, base, rules, visits: look.visits ?? [], partly });
}

/** Units and budgets, never a value of a plan. */
export function limitBudgets(matrix: Matrix, surface: ApiSurface): Record<string, LimitBudget> {
  return Object.fromEntries(
    matrix.gates.flatMap((gate) => {
      const limit = matrix.limits[gate.key];
      if (!limit || !gate.api) return [];
      const budget: LimitBudget = {
        unit: limit.unit,
        ...(limit.per && { per: limit.per }),
        budget: Math.max(budgetOf(matrix, limit.key), surface.limits?.[limit.key]?.look_up_to ?? 0),
        operation: gate.api,
        ...(gate.refusal && { refusal: gate.refusal }),
      };
      return [[limit.key, budget]];
    }),
  );
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
