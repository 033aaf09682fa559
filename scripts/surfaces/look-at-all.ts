/** Surfaces, and all that it takes to look at them, go in; servers are started, and what was seen on each surface comes out. */
import type { Matrix } from '../../matrix/types.ts';
import type { LookedAt } from '../../verifier/audit/assemble.ts';
import { floorPercent } from '../../verifier/audit/below-floor.ts';
import type { Config, SurfaceConfig } from '../../verifier/config/types.ts';
import type { Holders } from '../../verifier/holders/holders.ts';
import type { Mask } from '../../verifier/holders/mask.ts';
import { maskLook } from '../../verifier/holders/mask-look.ts';
import { unreadable } from '../../verifier/probes/look.ts';
import { Writes } from '../../verifier/probes/requests/writes.ts';
import { isNarrow, type Narrow } from '../../verifier/questions/narrow.ts';
import type { Observation } from '../../verifier/types.ts';
import { Failure } from '../failure.ts';
import { findFiles } from '../files/find-files.ts';
import { progress } from '../progress.ts';
import type { Serving } from '../servers/serve-folder.ts';
import { startAll } from '../servers/start-all.ts';
import { demoAddress, serversOf, withoutDemo } from './demo-of.ts';
import { lookAtDocs } from './look-at-docs.ts';
import { lookAtApi, lookAtApp, lookAtSite } from './look-at-running.ts';
import { signInPages } from './sign-in-pages.ts';
import { withEnded } from './with-ended.ts';

/** Addresses of what runs already, by kind of surface. */
export type RunningAt = { site?: string; app?: string; api?: string };

/** Everything that is known before the first surface is looked at. */
export interface Looking {
  root: string;
  sandbox?: string;
  narrow: Narrow;
  urls: RunningAt;
  config: Config;
  matrix: Matrix;
  chosen: readonly SurfaceConfig[];
  servers: Map<string, Serving>;
  ways: ReadonlyMap<string, Holders>;
  mask: Mask;
  /** What was written, by surface. */
  writes: Map<string, Writes>;
}

/** One surface after another, then what needs time to pass. Whatever was made is taken back. */
export async function lookAtAll(looking: Looking): Promise<LookedAt[]> {
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
  const { root, config, matrix, servers, urls, narrow, ways, mask } = looking;
  if (surface.kind === 'docs') return { looked: await lookAtDocs(findFiles(root, config), matrix, surface) };
  const base = urls[surface.kind] ?? servers.get(surface.server)!.url;
  if (surface.kind === 'site')
    return { looked: await lookAtSite(matrix, surface, base, { signIn: signInPages(config, surface.server), mask }) };
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
