/** The matrix and `trial` go in; the questions how a trial is started, and how often one may ask, come out. */
import type { Question } from '../../../matrix/types.ts';
import type { RefusedWith, TrialConfig } from '../../config/conduct.ts';
import { type About, type Conduct, type ConductPart, joined, listed } from './conduct.ts';
import { trialStartConduct } from './trial-start.ts';

export function trialConduct(about: About): ConductPart {
  const { trial } = about.surface;
  const hasTrial = Object.values(about.matrix.trials).some((one) => one.length);
  if (!trial)
    return listed(about, 'starting a trial, and how often', hasTrial ? 2 : 0, 'the configuration has no `trial`');
  const ask = (facet: string, answer: RefusedWith): Conduct => {
    const question: Question = { holder: trial.as, subject: { kind: 'trial', key: trial.request, facet } };
    const value = answer.status < 300 ? ({ kind: 'included' } as const) : ({ kind: 'refusal', ...answer } as const);
    return { question, promise: { who: 'configuration', value, at: [] }, request: trial.request };
  };
  const asks = [ask('start', trial.first), ask('rate_limit', trial.limited)];
  return joined([{ asks, left: [] }, trialStartConduct(about, trial), gatesOfTrial(about, trial)]);
}

/** That it runs, and for how long, is told by who-am-I; what it opens is not looked at. */
function gatesOfTrial(about: About, { starts }: TrialConfig): ConductPart {
  const gates = about.matrix.gates.filter((gate) => gate.api).length;
  const reason = 'of a trial that is started only who-am-I is asked: no gate during it, and none once it is over';
  return listed(about, 'what a started trial opens, and closes at its end', starts ? gates : 0, reason);
}
