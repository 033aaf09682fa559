/** The matrix and `over_limit` go in; the questions where somebody above a limit stands, and what they may do, as time goes by come out. */
import type { Limit, Value } from '../../../matrix/types.ts';
import type { Blocks, OverLimitConfig, OverLimitStage } from '../../config/conduct.ts';
import { secondsIn } from '../../config/seconds-in.ts';
import { type Act, overLimitFacet } from '../../probes/conduct/over-limit-facet.ts';
import { secondsOf } from '../../probes/limits/edge-outcome.ts';
import { edgeProbe } from '../../probes/limits/edge-probe.ts';
import type { Side } from '../../types.ts';
import { type About, type ConductPart, joined, leave, listed, NOTHING } from './conduct.ts';

export function overLimitConduct(about: About): ConductPart {
  const { over_limit: config, clock, limits = {} } = about.surface;
  const keys = Object.values(about.matrix.limits).flatMap(({ key, grace }) => (grace && limits[key] ? [key] : []));
  const silent = keys.filter((key) => key !== config?.of);
  const rest = silent.map((key) =>
    listed(about, whatOf(key), 1, 'the configuration says nothing of it under `over_limit`'),
  );
  if (!config) return joined(rest);
  const stages = config.stages.length;
  if (!clock) return joined([leave(about, whatOf(config.of), stages, 'the configuration names no `clock`'), ...rest]);
  return joined([
    ...config.stages.flatMap((stage) => atStage(about, config, stage)),
    ...notAsked(about, config),
    ...rest,
  ]);
}

function whatOf(key: string): string {
  return `where one stands above ${key} as time goes by`;
}

function atStage(about: About, config: OverLimitConfig, stage: OverLimitStage): ConductPart[] {
  const ask = (promise: Side, request: string, act?: Act): ConductPart => {
    const facet = overLimitFacet(stage.after, act);
    const question = { holder: config.as, subject: { kind: 'limit' as const, key: config.of, facet } };
    return { asks: [{ question, promise, request }], left: [] };
  };
  const shows: Side = { who: 'configuration', value: { kind: 'words', text: stage.shows }, at: [] };
  const acts = Object.entries(requestsOf(about, config)).map(([act, request]) => {
    const promise = request === undefined ? undefined : promiseOf(about, { config, stage, act: act as Act });
    return promise ? ask(promise, request!, act as Act) : NOTHING;
  });
  return [ask(shows, config.read.request), ...acts];
}

function requestsOf(
  { surface }: About,
  { of, new: makes, change, keeps }: OverLimitConfig,
): Record<Act, string | undefined> {
  const same = edgeProbe(surface.limits?.[of]);
  return {
    same: same?.by === 'count' ? same.request : undefined,
    new: makes?.request,
    change: change?.request,
    read: keeps,
  };
}

/** What is refused at each stage, with all before it. */
const FROM: Readonly<Record<Act, number>> = { same: 1, new: 2, change: 3, read: 4 };
const ORDER: readonly Blocks[] = ['nothing', 'same', 'new', 'changes', 'everything'];
/** So near to the end of the grace nobody can tell on which side of it a product stands. */
const NEAR_SECONDS = 60;

/** The matrix first, where it says until when new ones are let through; then what the configuration states. */
function promiseOf(
  { matrix }: About,
  { config, stage, act }: { config: OverLimitConfig; stage: OverLimitStage; act: Act },
): Side | undefined {
  const limit = matrix.limits[config.of];
  const over = limit && graceIsOver(limit, stage);
  const promised = act === 'new' ? over : undefined;
  const stated = stage.blocks === undefined ? undefined : ORDER.indexOf(stage.blocks) >= FROM[act];
  // Of what was there before the matrix takes nothing; of more of the same its grace says nothing.
  const assumed = over === undefined || act === 'same' || act === 'change' ? undefined : false;
  const blocked = promised ?? stated ?? assumed;
  if (blocked === undefined || (act === 'new' && limit?.grace && over === undefined)) return undefined;
  const side = promised === undefined ? { who: 'configuration', at: [] } : { who: 'matrix', at: [limit!.at] };
  return { ...side, value: blocked ? refusedAs(config, act) : { kind: 'included' } };
}

/** Nothing where the matrix states no grace, or this is too near to its end to tell. */
function graceIsOver({ grace }: Limit, { after }: OverLimitStage): boolean | undefined {
  const ends = grace && secondsOf(grace);
  const seconds = secondsIn(after);
  if (ends === undefined || seconds === undefined || Math.abs(seconds - ends) < NEAR_SECONDS) return undefined;
  return seconds > ends;
}

/** More of the same is refused by the limit itself, or by the posture. */
function refusedAs({ refusal }: OverLimitConfig, act: Act): Value {
  return refusal && act !== 'same' ? { kind: 'refusal', ...refusal } : { kind: 'excluded' };
}

function notAsked(about: About, config: OverLimitConfig): ConductPart[] {
  const what = { same: 'more of the same', new: 'new things', change: 'changes', read: 'reading' };
  const reason = {
    same: `limit ${config.of} is not reached by \`count\``,
    ...{ new: '`over_limit` does not say `new`', change: '`over_limit` does not say `change`' },
    read: '`over_limit` does not say `keeps`',
  };
  const requests = requestsOf(about, config);
  const acts = ['same', 'new', 'change', 'read'] as const;
  return acts.map((act) => {
    const silent = config.stages.filter((stage) => !promiseOf(about, { config, stage, act })).length;
    const count = requests[act] === undefined ? config.stages.length : silent;
    const why =
      requests[act] === undefined ? reason[act] : 'neither `blocks` nor the matrix says whether it is refused';
    return listed(about, `${what[act]} of one above ${config.of}`, count, why);
  });
}
