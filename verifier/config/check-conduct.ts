/** A configuration of the right shape goes in; what does not fit together about what an API is asked comes out. */
import { didYouMean } from '../../matrix/did-you-mean.ts';
import type { Problem } from '../../matrix/problem.ts';
import { type Path, placeOf, type Source } from '../../matrix/read/source.ts';
import { usedNames } from '../holders/used-names.ts';
import type { LimitConfig, LimitProbeConfig } from './limits.ts';
import type { ApiSurface, Config } from './types.ts';

interface Wrong {
  /** Below the surface. */
  path: Path;
  found: string;
  write: string;
}

export function checkConduct(source: Source, { surfaces = [], servers, environments = {} }: Config): Problem[] {
  const known = [servers, ...Object.values(environments).map((one) => one.servers)].flatMap((one) =>
    Object.keys(one ?? {}),
  );
  return surfaces.flatMap((surface, nth) => {
    if (surface.kind !== 'api') return [];
    const wrong = [
      ...Object.entries(surface.limits ?? {}).flatMap(([key, limit]) => ofLimit(surface, key, limit)),
      ...ofIsolation(surface),
      ...ofPayload(surface),
      ...ofTime(surface),
      ...ofOthers(surface, known),
    ];
    return wrong.map(({ path, found, write }) => ({
      ...{ rule: 'config/malformed', level: 'error' as const },
      ...{ at: placeOf(source, ['surfaces', nth, ...path]), found, write },
    }));
  });
}

function ofLimit({ entitlements }: ApiSurface, key: string, limit: LimitConfig): Wrong[] {
  const at: Path = ['limits', key];
  const own = 'payload' in limit && limit.payload !== undefined;
  if (own && !entitlements) return [lacksEntitlements([...at, 'payload'], `\`limits.${key}.payload\``)];
  if (!('by' in limit)) return [];
  if (limit.by !== 'payload') return ofProbe(key, limit);
  if (!entitlements) return [lacksEntitlements([...at, 'by'], `\`limits.${key}\` is read in the payload`)];
  return own || entitlements.limit
    ? []
    : [
        {
          path: [...at, 'by'],
          found: `\`limits.${key}\` is read in the payload, and nothing says where it stands there.`,
          write: 'a `payload:` line here, or a `limit:` line under `entitlements`.',
        },
      ];
}

function lacksEntitlements(path: Path, what: string): Wrong {
  const found = `${what}${what.endsWith('payload`') ? ' is a place in the payload' : ''}, and the surface names none.`;
  return { path, found, write: 'an `entitlements:` block with the request that front ends read.' };
}

function ofProbe(key: string, limit: LimitProbeConfig): Wrong[] {
  const path: Path = ['limits', key];
  const name = `\`limits.${key}\``;
  const { by, set, undo } = limit;
  const wrong: Wrong[] = [];
  if (by !== 'set' && set)
    wrong.push({
      path: [...path, 'set'],
      found: `${name} is reached by \`${by}\`, which never sends \`set\`.`,
      write: '`by: set`, or nothing here.',
    });
  if (set && !names(set, 'n'))
    wrong.push(lacksName([...path, 'set'], `\`limits.${key}.set\``, 'n', 'the amount to bring usage to'));
  const asked = by === 'ask' && !names({ ...limit, undo: undefined, set: undefined, used: undefined }, 'n');
  if (asked)
    wrong.push(lacksName([...path, 'request'], `\`limits.${key}.request\``, 'n', 'the amount that is asked for'));
  if (by !== 'count' && limit.most !== undefined)
    wrong.push({
      path: [...path, 'most'],
      found: `${name} is reached by \`${by}\`, and \`most\` bounds counting.`,
      write: 'nothing here, or `by: count`.',
    });
  if (undo && !names(undo.request, 'made'))
    wrong.push(
      lacksName([...path, 'undo', 'request'], `\`limits.${key}.undo.request\``, 'made', 'the id of what was made'),
    );
  return wrong;
}

function ofIsolation({ isolation = [], limits = {} }: ApiSurface): Wrong[] {
  return isolation.flatMap(({ of, reach = [], lists = [] }, nth): Wrong[] => {
    const path: Path = ['isolation', nth];
    const limit = limits[of];
    const wrong = reach.flatMap((one, at) =>
      names(one, 'made')
        ? []
        : [lacksName([...path, 'reach', at], `\`${one.request}\``, 'made', 'the id of what is another’s')],
    );
    if (!limit) wrong.push(unknownName([...path, 'of'], of, Object.keys(limits), 'limit under `limits`'));
    else if (!('by' in limit) || limit.by === 'payload' || !limit.undo)
      wrong.push({
        path: [...path, 'of'],
        found: `\`isolation.${nth}.of\` is \`${of}\`, of which nobody can make one and take it back.`,
        write: `a limit that is reached by a request, with \`undo\`; or an \`undo:\` block under \`limits.${of}\`.`,
      });
    if (!reach.length && !lists.length)
      wrong.push({
        path,
        found: `\`isolation.${nth}\` does not say how another tenant would get at it.`,
        write: 'a `reach:` or a `lists:` line.',
      });
    return wrong;
  });
}

/** Without the key, every limit would be read at one place. */
function ofPayload({ entitlements }: ApiSurface): Wrong[] {
  return (['limit', 'usage'] as const).flatMap((field) => {
    const at = entitlements?.[field];
    if (at === undefined || at.includes('{key}')) return [];
    return [lacksName(['entitlements', field], `\`entitlements.${field}\``, 'key', 'the key of what is read')];
  });
}

function ofTime({ clock, over_limit: over, trial, sandbox }: ApiSurface): Wrong[] {
  const wrong: Wrong[] = [];
  if (clock && !names(clock, 'seconds'))
    wrong.push(lacksName(['clock'], '`clock`', 'seconds', 'how far time is moved'));
  if (over?.new && !names(over.new.undo.request, 'made'))
    wrong.push(
      lacksName(
        ['over_limit', 'new', 'undo', 'request'],
        '`over_limit.new.undo.request`',
        'made',
        'the id of what was made',
      ),
    );
  const writes: [Path, boolean][] = [
    [['trial', 'starts'], trial?.starts !== undefined],
    [['over_limit', 'new'], over?.new !== undefined],
    [['clock'], clock !== undefined],
  ];
  for (const [path, writing] of writes)
    if (writing && sandbox === undefined)
      wrong.push({
        path,
        found: `\`${path.join('.')}\` writes, and the surface names no sandbox.`,
        write: 'a `sandbox:` line with the name of the tenants that may be written to.',
      });
  return wrong;
}

function ofOthers({ roles, demo }: ApiSurface, servers: readonly string[]): Wrong[] {
  const wrong: Wrong[] = [];
  if (roles && !names(roles.sign_in, 'role'))
    wrong.push(lacksName(['roles', 'sign_in'], '`roles.sign_in`', 'role', 'the role that signs in'));
  if (demo && !servers.includes(demo.server))
    wrong.push(unknownName(['demo', 'server'], demo.server, servers, 'server'));
  return wrong;
}

function names(value: unknown, name: string): boolean {
  return usedNames(value).has(name);
}

function lacksName(path: Path, where: string, name: string, what: string): Wrong {
  return { path, found: `${where} does not name \`{${name}}\`.`, write: `\`{${name}}\` where ${what} stands.` };
}

function unknownName(path: Path, name: string, known: readonly string[], kind: string): Wrong {
  const near = didYouMean(name, known);
  const others = known.length
    ? `one of ${known.map((one) => `\`${one}\``).join(', ')}.`
    : `it under \`${kind}s:\` first.`;
  return {
    path,
    found: `\`${path.join('.')}\` says \`${name}\`, and there is no such ${kind}.`,
    write: near ? `\`${near}\`, if that is what you meant.` : others,
  };
}
