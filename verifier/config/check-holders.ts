/** A configuration of the right shape goes in; what does not fit together about becoming a customer comes out. */
import { didYouMean } from '../../matrix/did-you-mean.ts';
import type { Problem } from '../../matrix/problem.ts';
import { type Path, placeOf, type Source } from '../../matrix/read/source.ts';
import { usedNames } from '../holders/used-names.ts';
import type { AccountConfig, HolderWay } from './holder-way.ts';
import type { ApiSurface, AppSurface, Config } from './types.ts';

interface Wrong {
  path: Path;
  found: string;
  write: string;
}

/** Names that every way has. */
const BUILT_IN = ['version', 'state', 'plan', 'role', 'token', 'now', 'n'];
/** Ways to get a session, of which one is enough; on a page a browser may sign in beside a request. */
const SESSIONS = ['module', 'saved_session', 'sign_token', 'sign_in', 'sign_in_page'] as const;

export function checkHolders(source: Source, config: Config): Problem[] {
  const wrong = [
    ...Object.entries(config.holders ?? {}).flatMap(([name, way]) => ofWay(config, way, ['holders', name])),
    ...(config.surfaces ?? []).flatMap((one, at) =>
      one.kind === 'api' || one.kind === 'app' ? ofSurface(config, one, ['surfaces', at]) : [],
    ),
    ...takenNames(config),
  ];
  return wrong.map(({ path, found, write }) => ({
    ...{ rule: 'config/malformed', level: 'error' as const },
    ...{ at: placeOf(source, path), found, write },
  }));
}

function ofWay(config: Config, way: HolderWay, path: Path): Wrong[] {
  const sessions = SESSIONS.filter((one) => way[one] !== undefined);
  const where = `\`${path.join('.')}\``;
  const wrong: Wrong[] = [];
  const both = sessions.length > 1 && sessions.join() !== 'sign_in,sign_in_page';
  if (both)
    wrong.push({
      path: [...path, sessions[1]!],
      found: `${where} has ${sessions.map((one) => `\`${one}\``).join(' and ')}: nobody knows which of them counts.`,
      write: 'one of them, or another way beside this one.',
    });
  if ((way.before || way.after) && way.sandbox === undefined)
    wrong.push({
      path: [...path, way.before ? 'before' : 'after'],
      found: `${where} changes accounts and names no sandbox.`,
      write: 'a `sandbox:` line with the name of the tenants that may be written to.',
    });
  if (way.server !== undefined && !config.servers?.[way.server])
    wrong.push(unknownName([...path, 'server'], way.server, 'server', Object.keys(config.servers ?? {})));
  return [...wrong, ...unknownSecrets(config, way, path), ...unknownPlaceholders(config, way, path)];
}

function unknownSecrets(config: Config, { sign_token }: HolderWay, path: Path): Wrong[] {
  const known = secretNames(config);
  if (!sign_token || known.includes(sign_token.key)) return [];
  return [unknownName([...path, 'sign_token', 'key'], sign_token.key, 'secret', known)];
}

/** A name that nothing fills in would be sent as it is written. */
function unknownPlaceholders(config: Config, { accounts = [], ...way }: HolderWay, path: Path): Wrong[] {
  const known = [...BUILT_IN, ...secretNames(config), ...Object.keys(settingsOf(config)), ...accounts.flatMap(namesOf)];
  return Object.entries(way).flatMap(([field, value]) =>
    [...usedNames(value)]
      .filter((name) => !known.includes(name))
      .map((name) => unknownName([...path, field], `{${name}}`, 'setting, secret or field of an account', known)),
  );
}

function namesOf({ with: texts = {}, secrets = {} }: AccountConfig): string[] {
  return [...Object.keys(texts), ...Object.keys(secrets)];
}

function unknownName(path: Path, name: string, kind: string, known: readonly string[]): Wrong {
  const near = didYouMean(name.replace(/[{}]/g, ''), known);
  return {
    path,
    found: `\`${path.join('.')}\` says \`${name}\`, and there is no such ${kind}.`,
    write: near
      ? `\`${name.startsWith('{') ? `{${near}}` : near}\`, if that is what you meant.`
      : known.length
        ? `one of ${known.map((one) => `\`${one}\``).join(', ')}.`
        : `it under \`${kind}s:\` first.`,
  };
}

function ofSurface(config: Config, surface: ApiSurface | AppSurface, path: Path): Wrong[] {
  const { holders: name } = surface;
  const ways = Object.keys(config.holders ?? {});
  const signIn: Path = surface.kind === 'api' ? [...path, 'session', 'sign_in'] : [...path, 'sign_in'];
  const own = surface.kind === 'api' ? surface.session.sign_in : surface.sign_in;
  const nobody = provesNobody(surface, path);
  if (nobody) return [nobody];
  if (name !== undefined && !ways.includes(name))
    return [unknownName([...path, 'holders'], name, 'way under `holders:`', ways)];
  if (name !== undefined && own)
    return [
      {
        path: signIn,
        found: `\`${signIn.join('.')}\` and \`holders: ${name}\` both say how to become a customer.`,
        write: 'one of them.',
      },
    ];
  if (name === undefined && !own && surface.kind === 'app')
    return [
      {
        path,
        found: `\`${path.join('.')}\` does not say how to become a customer.`,
        write: 'a `sign_in:` or `holders:` line here.',
      },
    ];
  return [];
}

/** What shows neither version nor state is the same for everybody. */
function provesNobody(surface: ApiSurface | AppSurface, path: Path): Wrong | undefined {
  const at: Path = surface.kind === 'api' ? [...path, 'session', 'who_am_i'] : [...path, 'who_am_i', 'shows'];
  if (surface.kind === 'api') {
    const { version, state } = surface.session.who_am_i;
    if (version !== undefined || state !== undefined) return undefined;
  } else if (usedNames(surface.who_am_i.shows).size) return undefined;
  return {
    path: at,
    found: `\`${at.join('.')}\` shows the same for everybody, so it proves nobody.`,
    write: surface.kind === 'api' ? 'a `version:` line, with a JSON pointer.' : '`{plan}` where the page names it.',
  };
}

/** What is filled in by itself can be no setting and no secret. */
function takenNames(config: Config): Wrong[] {
  const maps: [Path, object | undefined][] = [
    [['settings'], config.settings],
    [['secrets'], config.secrets],
    ...Object.entries(config.environments ?? {}).flatMap(([name, one]): [Path, object | undefined][] => [
      [['environments', name, 'settings'], one.settings],
      [['environments', name, 'secrets'], one.secrets],
    ]),
  ];
  return maps.flatMap(([path, map]) =>
    Object.keys(map ?? {})
      .filter((name) => BUILT_IN.includes(name) || name === 'port')
      .map((name) => ({
        path: [...path, name],
        found: `\`${[...path, name].join('.')}\` has a name that means something else in every text.`,
        write: 'another name.',
      })),
  );
}

function secretNames({ secrets, environments = {} }: Config): string[] {
  return [
    ...new Set([
      ...Object.keys(secrets ?? {}),
      ...Object.values(environments).flatMap((one) => Object.keys(one.secrets ?? {})),
    ]),
  ];
}

function settingsOf({ settings, environments = {} }: Config): Record<string, string> {
  return Object.assign({}, settings, ...Object.values(environments).map((one) => one.settings));
}
