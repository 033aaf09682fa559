/** `name/shared`: two plans of one line, or two keys of one kind, that copy has the same words for. */
import { DEFAULT_LOCALE } from '../../compile/keys.ts';
import { isOffered } from '../../public.ts';
import type { RawLifecycle, RawMatrix, RawNames, RawWordsByLocale } from '../../read/raw.ts';
import { type Path, placeOf } from '../../read/source.ts';
import { plainWords } from '../phrases.ts';
import type { Checked, MatrixRule } from '../rule.ts';
import { textsIn } from '../texts.ts';

/** What copy names, with what tells it from others of the same name. */
interface Named {
  name: RawWordsByLocale;
  also?: RawNames;
  line?: string;
  group?: string;
  unit?: string;
  per?: string;
  lifecycle?: RawLifecycle;
}

interface Bearer {
  key: string;
  one: Named;
  path: Path;
}

export const nameShared: MatrixRule = {
  id: 'name/shared',
  level: 'error',
  from: 'copy',
  find: (checked) => {
    const { raw, matrix } = checked;
    const offered = Object.entries(raw.plans).filter(([key]) => isOffered(matrix.plans[key]!));
    return [
      ...shared(checked, 'plans', offered),
      ...(['capabilities', 'limits', 'meters'] as const).flatMap((part) =>
        shared(checked, part, advertised(raw[part])),
      ),
    ];
  },
};

function advertised<T extends { audience?: string }>(from: Record<string, T> | undefined): [string, T][] {
  return Object.entries(from ?? {}).filter(([, { audience = 'public' }]) => audience === 'public');
}

function shared({ raw, source }: Checked, part: keyof RawMatrix, things: [string, Named][]) {
  const bearers = new Map<string, Bearer[]>();
  return things.flatMap(([key, one]) => {
    const found = new Map<string, { words: string; path: Path; before: Bearer }>();
    for (const { locale, words, path } of namesOf(one, [part, key], raw.locale ?? DEFAULT_LOCALE)) {
      const before = bearers.get(`${locale} ${plainWords(words)}`) ?? [];
      const other = before.find((bearer) => bearer.key !== key && !areApart(bearer, { key, one }));
      if (other && !found.has(other.key)) found.set(other.key, { words, path, before: other });
      bearers.set(`${locale} ${plainWords(words)}`, [...before, { key, one, path }]);
    }
    return [...found.values()].map(({ words, path, before }) => ({
      at: placeOf(source, path),
      found: `\`${words}\` means \`${key}\` as well as \`${before.key}\`, so copy that says it cannot be told apart.`,
      write: `words that only \`${key}\` bears.`,
      related: [{ at: placeOf(source, before.path), words: `\`${before.key}\` bears them here.` }],
    }));
  });
}

/** Other words count in the language of the matrix. */
function namesOf({ name, also }: Named, path: Path, locale: string) {
  const byLocale = typeof name === 'string' ? [] : Object.keys(name);
  const names = textsIn(name, [...path, 'name']).map((text, i) => ({ ...text, locale: byLocale[i] ?? locale }));
  return [...names, ...textsIn(also, [...path, 'also']).map((text) => ({ ...text, locale }))];
}

/** Another line, heading or unit tells two of the same name apart; and a key may take the name of the one it replaces. */
function areApart(a: Omit<Bearer, 'path'>, b: Omit<Bearer, 'path'>): boolean {
  const differ = (field: 'group' | 'unit' | 'per') =>
    a.one[field] !== b.one[field] && (field !== 'group' || Boolean(a.one.group && b.one.group));
  const replaced = a.one.lifecycle?.replacement_key === b.key || b.one.lifecycle?.replacement_key === a.key;
  return a.one.line !== b.one.line || differ('group') || differ('unit') || differ('per') || replaced;
}
