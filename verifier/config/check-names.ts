/** The text of a configuration and the matrix go in; names under its surfaces that the matrix does not have come out. */
import { didYouMean } from '../../matrix/did-you-mean.ts';
import { holdersOf } from '../../matrix/expect/enforced.ts';
import type { Problem } from '../../matrix/problem.ts';
import { openYaml } from '../../matrix/read/read.ts';
import { type Path, placeOf } from '../../matrix/read/source.ts';
import type { Matrix } from '../../matrix/types.ts';
import type { ApiSurface, Config, SurfaceConfig } from './types.ts';

interface Named {
  /** Below the surface. */
  path: Path;
  name: string;
  kind: string;
  known: readonly string[];
  /** The name is a key of a map, and not what stands at it. */
  isKey: boolean;
}

/** Whatever it is called there, nobody would ever be asked for it. `path` is the file's name as shown to people. */
export function checkNames(bytes: Uint8Array, path: string, matrix: Matrix): Problem[] {
  const { source, data } = openYaml(bytes, path);
  return ((data as Config | undefined)?.surfaces ?? []).flatMap((surface, nth) => {
    const all = [...leftOut(surface, matrix), ...(surface.kind === 'api' ? namesIn(surface, matrix) : [])];
    const unknown = all.filter(({ name, known }) => !known.includes(name));
    return unknown.map(({ path: below, name, kind, known, isKey }) => {
      const at = ['surfaces', nth, ...below];
      const near = didYouMean(name, known);
      return {
        ...{ rule: 'config/malformed', level: 'error' as const },
        at: placeOf(source, at, isKey ? 'key' : undefined),
        found: `\`${at.join('.')}\` ${isKey ? 'stands for' : 'is'} \`${name}\`, and the matrix has no such ${kind}.`,
        write: near
          ? `\`${near}\`, if that is what you meant.`
          : `one of ${known.map((one) => `\`${one}\``).join(', ')}.`,
      };
    });
  });
}

/** An exclusion of nobody would be listed nowhere. */
function leftOut({ exclude = [] }: SurfaceConfig, matrix: Matrix): Named[] {
  const known = {
    versions: Object.keys(matrix.versions),
    states: [...new Set(holdersOf(matrix).map(({ state }) => state as string))],
    keys: [...new Set(matrix.gates.map(({ key }) => key))],
  };
  const KINDS = { versions: 'version', states: 'state', keys: 'gate' } as const;
  return exclude.flatMap((one, nth) =>
    (['versions', 'states', 'keys'] as const).flatMap((field) =>
      (one[field] ?? []).map((name, at) => ({
        ...{ path: ['exclude', nth, field, at], name, isKey: false },
        ...{ kind: KINDS[field], known: known[field] },
      })),
    ),
  );
}

function namesIn(
  { limits, meters, roles, entitlements, trial, over_limit: over }: ApiSurface,
  matrix: Matrix,
): Named[] {
  const known = {
    limit: Object.keys(matrix.limits),
    meter: Object.keys(matrix.meters),
    role: Object.keys(matrix.roles),
    version: Object.keys(matrix.versions),
  };
  const keys = (path: Path, map: object | undefined, kind: string, of: readonly string[]) =>
    Object.keys(map ?? {}).map((name) => ({ path: [...path, name], name, kind, known: of, isKey: true }));
  const one = (path: Path, name: string | undefined, kind: 'limit' | 'version') =>
    name === undefined ? [] : [{ path, name, kind, known: known[kind], isKey: false }];
  return [
    ...keys(['limits'], limits, 'limit', known.limit),
    ...keys(['meters'], meters, 'meter', known.meter),
    ...keys(['roles', 'called'], roles?.called, 'role', known.role),
    ...keys(['entitlements', 'called'], entitlements?.called, 'capability, limit or meter', [
      ...Object.keys(matrix.capabilities),
      ...known.limit,
      ...known.meter,
    ]),
    ...one(['trial', 'as', 'version'], trial?.as.version, 'version'),
    ...one(['trial', 'starts', 'as', 'version'], trial?.starts?.as.version, 'version'),
    ...one(['over_limit', 'of'], over?.of, 'limit'),
    ...one(['over_limit', 'as', 'version'], over?.as.version, 'version'),
  ];
}
