/** The configuration and the surfaces to look at go in; everything needed to become their holders comes out, before anything is asked. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Matrix } from '../../matrix/types.ts';
import type { HolderWay } from '../../verifier/config/holder-way.ts';
import type { Config, SurfaceConfig } from '../../verifier/config/types.ts';
import { strangeAccounts } from '../../verifier/holders/exclude-without-account.ts';
import type { Become, Holders, Outside } from '../../verifier/holders/holders.ts';
import type { Mask } from '../../verifier/holders/mask.ts';
import type { TokenKey } from '../../verifier/holders/sign-token.ts';
import { Turns } from '../../verifier/holders/turns.ts';
import type { Undoing } from '../../verifier/holders/undoing.ts';
import { usedNames } from '../../verifier/holders/used-names.ts';
import { Failure } from '../failure.ts';
import { readSecrets } from './read-secrets.ts';

export interface OpenWays {
  root: string;
  config: Config;
  matrix: Matrix;
  chosen: readonly SurfaceConfig[];
  mask: Mask;
  undoing: Undoing;
  sandbox?: string;
  browser: Outside['browser'];
}

/** By surface. Throws `Failure` when a secret, key or module is not there or of no use. */
export async function openWays(opening: OpenWays): Promise<Map<string, Holders>> {
  const { root, config, matrix, chosen, mask, undoing, sandbox, browser } = opening;
  const asked = chosen.flatMap((one) => (one.kind === 'api' || one.kind === 'app' ? [one] : []));
  const ways = config.holders ?? {};
  const used = [...new Set(asked.flatMap((one) => one.holders ?? []))];
  const names = usedNames(
    asked,
    used.map((name) => ways[name]),
  );
  for (const name of used) for (const key of namesBeyondTexts(ways[name]!, config)) names.add(key);
  refuseMissing(config, names);
  const needed = Object.entries(config.secrets ?? {}).filter(([name]) => names.has(name));
  const secrets = readSecrets(root, Object.fromEntries(needed));
  mask.add(...Object.values(secrets));
  const planNames = Object.fromEntries(Object.values(matrix.versions).map((version) => [version.key, version.name]));
  const shared = {
    planNames,
    secrets,
    mask,
    undoing,
    outside: outside(root, browser),
    ...(sandbox !== undefined && { sandbox }),
  };
  const opened = new Map<string, Holders>();
  for (const name of used) opened.set(name, { ...shared, ...(await openWay(opening, name, ways[name]!, secrets)) });
  const none: Holders = { ...shared, way: {}, accountSecrets: [], turns: new Turns() };
  return new Map(asked.map((one) => [one.id, opened.get(one.holders ?? '') ?? none]));
}

/** What only other environments have would be sent as it is written. */
function refuseMissing({ settings = {}, secrets = {}, environments = {} }: Config, names: ReadonlySet<string>): void {
  for (const [where, one] of Object.entries(environments))
    for (const name of [...Object.keys(one.settings ?? {}), ...Object.keys(one.secrets ?? {})])
      if (names.has(name) && !(name in settings) && !(name in secrets))
        throw new Failure(
          `\`{${name}}\` has no value here, only in the environment \`${where}\`: run with \`--env ${where}\`, or state it for all.`,
        );
}

/** A key is named and never filled in; a module may be given all. */
function namesBeyondTexts({ sign_token, module }: HolderWay, { secrets = {} }: Config): string[] {
  return [...(sign_token ? [sign_token.key] : []), ...(module ? Object.keys(secrets) : [])];
}

async function openWay(
  { root, matrix, mask }: OpenWays,
  name: string,
  way: HolderWay,
  secrets: Readonly<Record<string, string>>,
): Promise<Pick<Holders, 'way' | 'accountSecrets' | 'turns' | 'key' | 'module'>> {
  const [strange] = strangeAccounts(matrix, way);
  if (strange)
    throw new Failure(
      `\`holders.${name}.accounts\` has an account of ${strange}, which the matrix does not have: write a version and a state of it.`,
    );
  const accountSecrets = (way.accounts ?? []).map((one) =>
    readSecrets(root, one.secrets ?? {}, ` of the account ${one.version} (${one.state})`),
  );
  for (const one of accountSecrets) mask.add(...Object.values(one));
  return {
    ...{ way, accountSecrets, turns: new Turns() },
    ...(way.sign_token && { key: await openKey(name, way, secrets) }),
    ...(way.module && { module: await openModule(root, way.module) }),
  };
}

async function openKey(
  name: string,
  { sign_token }: HolderWay,
  secrets: Readonly<Record<string, string>>,
): Promise<TokenKey> {
  const { readTokenKey, signToken } = await import('../../verifier/holders/sign-token.ts');
  if (!(await import('jose').catch(() => undefined)))
    throw new Failure(
      `\`holders.${name}.sign_token\` needs the package jose: install it with \`npm install --save-dev jose\`.`,
    );
  try {
    const key = await readTokenKey(sign_token!, secrets[sign_token!.key]!);
    await signToken({ ...sign_token!, claims: {} }, key, {});
    return key;
  } catch {
    throw new Failure(
      `The secret \`${sign_token!.key}\` is no key that signs with ${sign_token!.alg}: ${sign_token!.alg.startsWith('HS') ? 'give a longer one' : 'give a private key for it, as PEM or JWK'}.`,
    );
  }
}

async function openModule(root: string, path: string): Promise<Become> {
  const file = resolve(root, path);
  if (!existsSync(file))
    throw new Failure(`There is no module ${path}: write it, or correct \`module:\` under \`holders:\`.`);
  const loaded: { default?: unknown } = await import(pathToFileURL(file).href).catch((error) => {
    throw new Failure(`The module ${path} cannot be loaded: ${String((error as Error).message).split('\n')[0]}`);
  });
  if (typeof loaded.default === 'function') return loaded.default as Become;
  throw new Failure(
    `The module ${path} has no function as its default export: write \`export default async (holder, context) => …\`.`,
  );
}

function outside(root: string, browser: Outside['browser']): Outside {
  const read = (path: string) => {
    try {
      return readFileSync(join(root, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  return { read, env: process.env, browser };
}
