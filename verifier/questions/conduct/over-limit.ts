/** The matrix and `over_limit` go in; the questions where somebody above a limit stands as time goes by come out. */
import { type About, type Conduct, type ConductPart, joined, leave, listed } from './conduct.ts';

export function overLimitConduct(about: About): ConductPart {
  const { over_limit: config, clock, limits = {} } = about.surface;
  const keys = Object.values(about.matrix.limits).flatMap(({ key, grace }) => (grace && limits[key] ? [key] : []));
  const silent = keys.filter((key) => key !== config?.of);
  const rest = silent.map((key) =>
    listed(
      about,
      `where one stands above ${key} as time goes by`,
      1,
      'the configuration says nothing of it under `over_limit`',
    ),
  );
  if (!config) return joined(rest);
  const what = `where one stands above ${config.of} as time goes by`;
  if (!clock) return joined([leave(about, what, config.stages.length, 'the configuration names no `clock`'), ...rest]);
  const asks = config.stages.map(
    ({ after, shows }): Conduct => ({
      question: { holder: config.as, subject: { kind: 'limit', key: config.of, facet: `above for ${after}` } },
      promise: { who: 'configuration', value: { kind: 'words', text: shows }, at: [] },
      request: config.read.request,
    }),
  );
  return joined([{ asks, left: [] }, ...rest]);
}
