/** A configuration and the name of an environment go in; the configuration as it is there, its settings filled in, comes out. */
import { fillAll } from '../holders/fill.ts';
import type { Config } from './types.ts';

/** Without a name, everything stands as it is written. Gives the reason where there is no such environment. */
export function applyEnvironment(config: Config, name?: string): Config | { reason: string } {
  const { environments = {} } = config;
  const chosen = name === undefined ? {} : Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (!chosen) {
    const known = Object.keys(environments).join(', ');
    return {
      reason: `There is no environment \`${name}\`: ${known ? `write one of ${known}` : 'add it under `environments:` in planproof.config.yaml'}.`,
    };
  }
  const { servers = {}, surfaces, holders = {}, settings = {}, secrets = {} } = config;
  const all = { ...settings, ...chosen.settings };
  return {
    ...config,
    ...fillAll({ servers: { ...servers, ...chosen.servers }, surfaces, holders }, all),
    settings: all,
    secrets: { ...secrets, ...chosen.secrets },
  };
}
