/** A surface that answers HTTP and its address go in; what is seen there comes out. */
import type { Matrix } from '../../matrix/types.ts';
import { vocabulary } from '../../matrix/vocabulary.ts';
import type { LookedAt } from '../../verifier/audit/assemble.ts';
import type { ApiSurface, AppSurface, SiteSurface } from '../../verifier/config/types.ts';
import { probeApi } from '../../verifier/probes/api.ts';
import { type PageSigns, probeApp } from '../../verifier/probes/app.ts';
import { startBrowser } from '../../verifier/probes/browser.ts';
import type { Refusal } from '../../verifier/probes/meaning.ts';
import type { Writes } from '../../verifier/probes/requests/writes.ts';
import { probeSite } from '../../verifier/probes/site.ts';
import { declaredFacts } from '../../verifier/questions/declared.ts';
import { limitBudgets } from '../../verifier/questions/limit-budgets.ts';
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
  const look = await probeSite({ base, surface, vocabulary: vocabulary(matrix, surface.locale), signIn });
  return {
    id: surface.id,
    kind: 'site',
    ...look,
    declared: declared.facts,
    excluded: [...look.excluded, ...declared.excluded],
  };
}

export async function lookAtApi(
  matrix: Matrix,
  surface: ApiSurface,
  base: string,
  { narrow, progress, writes }: { progress: Progress; narrow: Narrow; writes: Writes },
): Promise<LookedAt> {
  const { asked, ...planned } = apiQuestions(matrix, surface, narrow);
  const limits = limitBudgets(matrix, surface);
  const { observations } = await probeApi({
    ...{ base, surface, asked, limits, progress, writes },
    refusals: declaredRefusals(matrix),
  });
  return { id: surface.id, kind: 'api', observations, declared: [], documents: asked.length, ...planned };
}

/** Throws `Failure` when there is no browser. */
export async function lookAtApp(
  matrix: Matrix,
  surface: AppSurface,
  base: string,
  { progress, narrow }: { progress: Progress; narrow: Narrow },
): Promise<LookedAt> {
  const { asked, ...planned } = appQuestions(matrix, surface, narrow);
  const started = await startBrowser();
  if (!started.browser) throw new Failure(`The surface \`${surface.id}\` needs a browser: ${started.reason}.`);
  try {
    const planNames = Object.fromEntries(Object.values(matrix.versions).map((version) => [version.key, version.name]));
    const look = await probeApp({
      base,
      surface,
      browser: started.browser,
      asked,
      pages: pageSigns(matrix),
      planNames,
      vocabulary: vocabulary(matrix, surface.locale),
      emptyStates: Object.values(matrix.states).flatMap((state) => (state.keeps === 'nothing' ? [state.name] : [])),
      progress,
    });
    return { id: surface.id, kind: 'app', ...look, declared: [], ...planned };
  } finally {
    await started.browser.close();
  }
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
    matrix.gates.flatMap(({ app, shows, locked }) =>
      app && shows && locked ? [[app, { shows, locked, states }]] : [],
    ),
  );
}
