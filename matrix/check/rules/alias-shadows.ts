/** `alias/shadows`: an alias that is itself a name in use, or that two things share. */
import type { RawMatrix } from '../../read/raw.ts';
import { type Path, placeOf } from '../../read/source.ts';
import { aliasesOf, loopsOf, SPACES, type Space } from '../aliases.ts';
import type { Checked, MatrixRule } from '../rule.ts';

interface Bearer {
  path: Path;
  part: 'key' | 'value';
  /** After "The alias `x` of `y`". */
  is: string;
}

export const aliasShadows: MatrixRule = {
  id: 'alias/shadows',
  level: 'error',
  from: 'copy',
  find: (checked) => SPACES.flatMap((space) => problems(checked, space)),
};

function problems({ raw, source }: Checked, space: Space) {
  const aliases = aliasesOf(raw, space);
  const looping = new Set(loopsOf(aliases).flat());
  const bearers = bearersOf(raw, space);
  return aliases.flatMap((alias) => {
    if (looping.has(alias)) return [];
    const other = bearers.get(alias.name);
    if (!other) {
      bearers.set(alias.name, { path: alias.path, part: 'value', is: `is an alias of \`${alias.of}\` too` });
      return [];
    }
    // A version that is an alias of another one is the fault of the version.
    if (space === 'versions' && other.is === IN_USE && alias.name !== alias.of) return [];
    return [
      {
        at: placeOf(source, alias.path),
        found: `The alias \`${alias.name}\` of \`${alias.of}\` ${other.is}.`,
        write: 'an alias that nothing else bears, or leave it out.',
        related: [{ at: placeOf(source, other.path, other.part), words: `\`${alias.name}\` stands here too.` }],
      },
    ];
  });
}

const IN_USE = 'is itself a name in use';

function bearersOf(raw: RawMatrix, space: Space): Map<string, Bearer> {
  const keys = (part: keyof RawMatrix, is = IN_USE) =>
    Object.keys(raw[part] ?? {}).map((key): [string, Bearer] => [key, { path: [part, key], part: 'key', is }]);
  if (space === 'sold') return new Map([...keys('plans'), ...keys('addons')]);
  if (space === 'keys') return new Map([...keys('capabilities'), ...keys('limits'), ...keys('meters')]);
  return new Map([
    ...(raw.retired_ids ?? []).map((id, i): [string, Bearer] => [
      id,
      { path: ['retired_ids', i], part: 'value', is: 'is a retired id, which nobody holds any more' },
    ]),
    ...Object.entries(raw.plans).map(([key, { version }]): [string, Bearer] => [
      version,
      { path: ['plans', key, 'version'], part: 'value', is: IN_USE },
    ]),
    ...keys('past_versions'),
  ]);
}
