/** The text of a configuration file goes in; the configuration, or problems at exact places, come out. */
import { Ajv } from 'ajv';
import type { Problem } from '../../matrix/problem.ts';
import { openYaml } from '../../matrix/read/read.ts';
import { placeOf, type Source } from '../../matrix/read/source.ts';
import { validate } from '../../matrix/read/validate.ts';
import { checkConduct } from './check-conduct.ts';
import { checkHolders } from './check-holders.ts';
import { checkSurfaces } from './check-surfaces.ts';
import { checkTargets } from './check-targets.ts';
import schema from './config.schema.json' with { type: 'json' };
import type { Config, SurfaceConfig } from './types.ts';

/** `path` is the file's name as shown to people. JSON is YAML, so both are read. Never throws on bad input. */
export function readConfig(bytes: Uint8Array, path: string): { config?: Config; problems: Problem[] } {
  const { source, data, problems } = openYaml(bytes, path);
  if (problems.length) return { problems: problems.map((problem) => ({ ...problem, rule: 'config/unreadable' })) };
  const found = validate(
    source,
    data,
    new Ajv({ allErrors: true, verbose: true, strict: false, strictNumbers: true }).compile(schema),
  );
  if (found.length) return { problems: found.map((problem) => ({ ...problem, rule: 'config/malformed' })) };
  const config = { ...(data as Config), surfaces: ((data as Config).surfaces ?? []).map(placed(source)) };
  const unfit = [checkSurfaces, checkTargets, checkHolders, checkConduct].flatMap((check) => check(source, config));
  return unfit.length ? { problems: unfit } : { config, problems: [] };
}

/** Findings point at the rules that they break. */
function placed(source: Source): (surface: SurfaceConfig, index: number) => SurfaceConfig {
  return (surface, index) =>
    'must_not_request' in surface && surface.must_not_request
      ? {
          ...surface,
          must_not_request: surface.must_not_request.map((rule, nth) => ({
            ...rule,
            at: placeOf(source, ['surfaces', index, 'must_not_request', nth]),
          })),
        }
      : surface;
}
