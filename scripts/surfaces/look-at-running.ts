/** A surface that answers HTTP and its address go in; what is seen there comes out. */
import type { Matrix } from '../../matrix/types.ts';
import { vocabulary } from '../../matrix/vocabulary.ts';
import type { LookedAt } from '../../verifier/audit/assemble.ts';
import type { ApiSurface, AppSurface, SiteSurface } from '../../verifier/config/types.ts';
import { probeApi } from '../../verifier/probes/api.ts';
import { type PageSigns, probeApp } from '../../verifier/probes/app.ts';
import { startBrowser } from '../../verifier/probes/browser.ts';
import { askConduct } from '../../verifier/probes/conduct/ask-conduct.ts';
import { askOverTime } from '../../verifier/probes/conduct/ask-over-time.ts';
import type { Refusal } from '../../verifier/probes/meaning.ts';
import type { Writes } from '../../verifier/probes/requests/writes.ts';
import { probeSite } from '../../verifier/probes/site.ts';
import { apiQuestions } from '../../verifier/questions/api-questions.ts';
import { promisesOf } from '../../verifier/questions/conduct/conduct-questions.ts';
import { ownersOf } from '../../verifier/questions/conduct/isolation.ts';
import { declaredFacts } from '../../verifier/questions/declared.ts';
import { limitBudgets } from '../../verifier/questions/limit-budgets.ts';
import type { Narrow } from '../../verifier/questions/narrow.ts';
import { appQuestions } from '../../verifier/questions/questions.ts';
import type { Observation } from '../../verifier/types.ts';
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

export interface ApiOptions {
  narrow: Narrow;
  progress: Progress;
  writes: Writes;
  /** Where the demo runs. */
  demo?: string | undefined;
}

/** `later` moves the clock of the sandbox: it is asked once every other surface was looked at. */
export async function lookAtApi(
  matrix: Matrix,
  surface: ApiSurface,
  base: string,
  { narrow, progress, writes, demo }: ApiOptions,
): Promise<{ looked: LookedAt; later: () => Promise<Observation[]> }> {
  const { asked, conduct, ...planned } = apiQuestions(matrix, surface, narrow);
  const limits = limitBudgets(matrix, surface);
  const probe = { base, surface, limits, writes, refusals: declaredRefusals(matrix), ...(demo && { demo }) };
  const questions = conduct.map((one) => one.question);
  const behaved = await askConduct(probe, questions, ownersOf(matrix, surface));
  const { observations, usedUp } = await probeApi({ ...probe, asked, progress });
  const all = { observations: [...observations, ...behaved], conduct: promisesOf(conduct) };
  return {
    looked: { id: surface.id, kind: 'api', declared: [], documents: asked.length, ...all, ...planned },
    later: () => askOverTime(probe, { usedUp, questions }),
  };
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
