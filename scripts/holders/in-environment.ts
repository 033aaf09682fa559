/** A configuration and what `--env` says go in; the configuration as it is there comes out, or a `Failure` that names what there is. */
import { applyEnvironment } from '../../verifier/config/apply-environment.ts';
import type { Config } from '../../verifier/config/types.ts';
import { Failure } from '../failure.ts';

export function inEnvironment(config: Config, env: string | undefined): Config {
  const applied = applyEnvironment(config, env);
  if ('reason' in applied) throw new Failure(applied.reason);
  return applied;
}
