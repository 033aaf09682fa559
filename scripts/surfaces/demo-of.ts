/** A surface, and what was started, go in; where the public demo of it is, or that none is looked at, come out. */
import type { LookedAt } from '../../verifier/audit/assemble.ts';
import type { ApiSurface, Config, SurfaceConfig } from '../../verifier/config/types.ts';
import type { Serving } from '../servers/serve-folder.ts';

/** A demo runs beside the product that it is of, where everything is asked. */
export function serversOf(surface: Exclude<SurfaceConfig, { kind: 'docs' }>, everything: boolean): string[] {
  const demo = everything && surface.kind === 'api' && surface.demo;
  return demo ? [surface.server, demo.server] : [surface.server];
}

/** Where it was started here, or runs by itself. */
export function demoAddress(
  { demo }: ApiSurface,
  { servers = {} }: Config,
  started: ReadonlyMap<string, Serving>,
): string | undefined {
  return demo && (started.get(demo.server)?.url ?? servers[demo.server]?.url);
}

/** The demo of this clone says nothing of an API that runs elsewhere. */
export function withoutDemo(looked: LookedAt, { must_refuse, pages }: NonNullable<ApiSurface['demo']>): LookedAt {
  const reason = 'the command line names an API that runs already, and its demo has no `url` under `servers`';
  const what = 'what a public demo refuses, and what its pages sell';
  const count = must_refuse.length + (pages?.shown.length ?? 0);
  const left = { surface: looked.id, what, count, reason, owner: 'command line' };
  return { ...looked, excluded: [...looked.excluded, { ...left, of: 'question' }] };
}
