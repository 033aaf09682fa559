/** The matrix and `trial` with `starts` go in; the questions what a trial that starts gives, and for how long, come out. */
import type { Matrix, Trial, Value } from '../../../matrix/types.ts';
import type { TrialConfig, TrialStartConfig } from '../../config/conduct.ts';
import type { TrialBudget } from '../../probes/conduct/lived-trial.ts';
import { holderWords } from '../../probes/conduct/shown-holder.ts';
import { secondsOf } from '../../probes/limits/edge-outcome.ts';
import type { Side } from '../../types.ts';
import { type About, type ConductPart, joined, leave, listed, NOTHING, REFUSED } from './conduct.ts';

const HOUR_S = 3600;
const DAY_S = 86_400;
/** Each takes two looks and two moves of the clock. */
const MOST_UNITS = 100;

export function trialStartConduct(about: About, config: TrialConfig): ConductPart {
  const { starts } = config;
  if (!starts) return listed(about, 'a trial that starts', 1, 'the configuration has no `starts` under `trial`');
  const { state: shown } = about.surface.session.who_am_i;
  if (shown === undefined)
    return leave(about, 'a trial that starts', 1, '`who_am_i` does not say where the state stands');
  const rule = trialFor(about.matrix, starts);
  if (!rule) return leave(about, 'a trial that starts', 1, `the matrix states no trial for ${starts.as.version}`);
  const ask = (facet: string, promise: Side): ConductPart => {
    const question = { holder: starts.as, subject: { kind: 'trial' as const, key: config.request, facet } };
    return { asks: [{ question, promise, request: config.request }], left: [] };
  };
  const lasts: Side = { who: 'matrix', value: { kind: 'duration', ...rule.length }, at: [rule.at] };
  return joined([
    ask('started', { who: 'matrix', value: startedWords(about, starts, rule), at: [rule.at] }),
    starts.shows
      ? ask('shown_length', lasts)
      : listed(about, 'the end of a trial as shown', 1, '`starts` has no `shows`'),
    starts.shows ? ask('second_start', REFUSED) : NOTHING,
    livedPart(about, starts, () => joined([ask('length', lasts), againPart(about, starts, ask)])),
  ]);
}

type Ask = (facet: string, promise: Side) => ConductPart;

function againPart(about: About, { again }: TrialStartConfig, ask: Ask): ConductPart {
  if (!again) return listed(about, 'a second trial once the first is over', 1, '`starts` does not say `again`');
  return ask('after_end', { who: 'configuration', value: { kind: 'refusal', ...again }, at: [] });
}

function livedPart(about: About, { again }: TrialStartConfig, ask: () => ConductPart): ConductPart {
  const { clock, session } = about.surface;
  const [what, count] = ['how long a trial lasts', again ? 2 : 1];
  if (!clock) return listed(about, what, count, 'the configuration names no `clock`');
  if (!session.sign_in) return leave(about, what, count, 'nobody could sign in again once time was moved');
  if (!trialBudget(about.matrix))
    return leave(about, what, count, `a clock is moved by at most ${MOST_UNITS} days or hours`);
  return ask();
}

/** A line without a trial, or with one of no stated length, promises none that could be compared. */
function trialFor(matrix: Matrix, { as }: TrialStartConfig): (Trial & Required<Pick<Trial, 'length'>>) | undefined {
  const line = matrix.versions[as.version]?.line;
  const trials = Object.values(matrix.trials);
  // Without lines of its own, a trial is for all of them.
  const rule = trials.find((one) => one.lines.includes(line ?? '')) ?? trials.find((one) => !one.lines.length);
  return rule?.length && { ...rule, length: rule.length };
}

function startedWords({ matrix, surface }: About, { as }: TrialStartConfig, { gives }: Trial): Value {
  const version = (gives && matrix.plans[gives]?.version) || as.version;
  const shown = surface.session.who_am_i.version === undefined ? undefined : version;
  return { kind: 'words', text: holderWords({ version: shown, state: 'trial' }) };
}

/** One more than the longest trial of any line; nothing where one has no fixed length, or is too long to wait for in steps. */
export function trialBudget(matrix: Matrix): TrialBudget | undefined {
  const lengths = Object.values(matrix.trials).flatMap(({ length }) => (length ? [secondsOf(length)] : []));
  const longest = Math.max(0, ...lengths.map((one) => one ?? Infinity));
  const whole = lengths.every((one) => one !== undefined && one % DAY_S === 0);
  const budget = Math.ceil(longest / (whole ? DAY_S : HOUR_S)) + 1;
  return budget <= MOST_UNITS ? { unit: whole ? 'day' : 'hour', budget } : undefined;
}
