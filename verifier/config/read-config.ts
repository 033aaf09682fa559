/** The text of a configuration file goes in; the configuration, or problems at exact places, come out. */
import { Ajv } from 'ajv';
import type { Problem } from '../../matrix/problem.ts';
import { openYaml } from '../../matrix/read/read.ts';
import { validate } from '../../matrix/read/validate.ts';
import { checkHolders } from './check-holders.ts';
import schema from './config.schema.json' with { type: 'json' };
import type { Config } from './types.ts';

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
  const config = { ...(data as Config), surfaces: (data as Config).surfaces ?? [] };
  const unfit = checkHolders(source, config);
  return unfit.length ? { problems: unfit } : { config, problems: [] };
}
