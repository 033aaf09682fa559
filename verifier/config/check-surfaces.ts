/** A configuration of the right shape goes in; what can be meant by none of its surfaces comes out. */
import { didYouMean } from '../../matrix/did-you-mean.ts';
import type { Problem } from '../../matrix/problem.ts';
import { type Path, placeOf, type Source } from '../../matrix/read/source.ts';
import type { Config, SurfaceConfig } from './types.ts';

interface Wrong {
  path: Path;
  found: string;
  write: string;
}

/** Reports call what is no surface by these. */
const TAKEN: Readonly<Record<string, string>> = {
  files: 'the files that are printed and edited',
  matrix: 'the matrix',
  expected: 'what had to be found',
};

export function checkSurfaces(source: Source, config: Config): Problem[] {
  const surfaces = config.surfaces ?? [];
  const wrong = surfaces.flatMap((surface, nth) => [
    ...ofId(surface.id, surfaces.slice(0, nth), ['surfaces', nth, 'id']),
    ...ofCopy(surface, ['surfaces', nth]),
    ...ofServer(config, surface, ['surfaces', nth, 'server']),
  ]);
  return wrong.map(({ path, found, write }) => ({
    ...{ rule: 'config/malformed', level: 'error' as const },
    ...{ at: placeOf(source, path), found, write },
  }));
}

/** Findings, waivers and the command line know a surface by its id alone. */
function ofId(id: string, before: readonly SurfaceConfig[], path: Path): Wrong[] {
  const told = (found: string, write = 'a name of its own, such as `docs`.') => [{ path, found, write }];
  const where = `\`${path.join('.')}\``;
  if (!id.trim()) return told(`${where} is empty.`);
  if (id.startsWith('-')) return told(`${where} is \`${id}\`, which the command line would take for an option.`);
  if (Object.hasOwn(TAKEN, id)) return told(`${where} is \`${id}\`, by which reports call ${TAKEN[id]}.`);
  const first = before.findIndex((one) => one.id === id);
  return first < 0 ? [] : told(`${where} is \`${id}\`, and so is \`surfaces.${first}.id\`.`, 'each its own name.');
}

function ofCopy(surface: SurfaceConfig, path: Path): Wrong[] {
  if (surface.kind !== 'docs' && surface.kind !== 'site') return [];
  const where = `\`${path.join('.')}`;
  const wrong = (surface.must_state ?? []).flatMap(({ keys, prices }, nth): Wrong[] => {
    const at = [...path, 'must_state', nth];
    if (keys?.length || prices) return [];
    const write = 'a `keys:` line, such as `keys: advertised`, or `prices: true`.';
    return [{ path: at, found: `${where}.must_state.${nth}\` asks for nothing.`, write }];
  });
  if (surface.exclude)
    wrong.push({
      path: [...path, 'exclude'],
      found: `${where}.exclude\` leaves out nothing: no customer is asked for on a surface of kind ${surface.kind}.`,
      write:
        'nothing here; `must_state` says what has to be stated, and `skip` under `crawl` leaves out pages of a site.',
    });
  if (surface.kind === 'docs' && surface.files.length && surface.files.every((glob) => /^!(?!\()/.test(glob)))
    wrong.push({
      path: [...path, 'files'],
      found: `${where}.files\` only takes files away.`,
      write: 'what to take them from first, such as `docs/**/*.md`.',
    });
  return wrong;
}

/** Where none is named, all that is looked at runs already. */
function ofServer({ servers, environments = {} }: Config, surface: SurfaceConfig, path: Path): Wrong[] {
  const known = [servers, ...Object.values(environments).map((one) => one.servers)].flatMap((one) =>
    Object.keys(one ?? {}),
  );
  if (surface.kind === 'docs' || !known.length || known.includes(surface.server)) return [];
  const near = didYouMean(surface.server, known);
  return [
    {
      path,
      found: `\`${path.join('.')}\` says \`${surface.server}\`, and there is no such server.`,
      write: near
        ? `\`${near}\`, if that is what you meant.`
        : `one of ${known.map((one) => `\`${one}\``).join(', ')}.`,
    },
  ];
}
