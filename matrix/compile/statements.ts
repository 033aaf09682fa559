/** One set of keys as its file states it goes in; a statement for each key that it names, with its line, comes out. */
import type { RawDetail, RawLimitValue, RawSet } from '../read/raw.ts';
import { type Path, placesIn, type Source } from '../read/source.ts';
import type { Cell, FilePlace, Limit, Value } from '../types.ts';
import type { Keys } from './keys.ts';
import { byLocale, inLocale } from './words.ts';

export const INCLUDED: Value = Object.freeze({ kind: 'included' });
export const EXCLUDED: Value = Object.freeze({ kind: 'excluded' });
export const UNKNOWN: Value = Object.freeze({ kind: 'unknown' });

export type Statement = Omit<Cell, 'from'>;

const PARTS = ['capabilities', 'limits', 'meters'] as const;
export type Part = (typeof PARTS)[number];

export type Statements = Record<Part, Map<string, Statement>>;

type Stating = Pick<RawSet, 'has' | 'without' | 'details' | 'meters' | 'limits'>;

/** What a set takes away counts before what it gives. Names that nothing declares are left to a rule. */
export function statementsOf(source: Source, keys: Keys, path: Path, set: Stating, locale: string): Statements {
  const out: Statements = { capabilities: new Map(), limits: new Map(), meters: new Map() };
  tellStatements({ source, keys, locale }, path, set, (part, key, statement) => {
    if (Object.hasOwn(keys[part], key) && !out[part].has(key)) out[part].set(key, statement);
  });
  return out;
}

export interface Stated {
  source: Source;
  keys: Keys;
  locale: string;
}

/** Every entry, those too that count for nothing: of one key, the first counts. */
export function tellStatements(
  { source, keys, locale }: Stated,
  path: Path,
  set: Stating,
  tell: (part: Part, key: string, statement: Statement) => void,
): void {
  each(source, [...path, 'without'], set.without, (key, at) => {
    tell('capabilities', key, { value: EXCLUDED, at });
    tell('meters', key, { value: EXCLUDED, at });
  });
  if (set.details) {
    const at = placesIn(source, [...path, 'details']);
    for (const [key, words] of Object.entries(set.details))
      tell('capabilities', key, { value: wordsValue(words, locale), at: at(key) });
  }
  each(source, [...path, 'has'], set.has, (key, at) => tell('capabilities', key, { value: INCLUDED, at }));
  each(source, [...path, 'meters'], set.meters, (key, at) => tell('meters', key, { value: INCLUDED, at }));
  if (!set.limits) return;
  const at = placesIn(source, [...path, 'limits']);
  for (const key of Object.keys(set.limits)) {
    const limit = keys.limits[key];
    if (limit) tell('limits', key, limitStatement(set.limits[key]!, limit, at(key)));
  }
}

function wordsValue(words: RawDetail, locale: string): Value {
  const text = inLocale(words, locale);
  return typeof words === 'string' ? { kind: 'words', text } : { kind: 'words', text, texts: byLocale(words) };
}

function each(
  source: Source,
  path: Path,
  list: readonly string[] | undefined,
  tell: (key: string, at: FilePlace) => void,
): void {
  if (!list) return;
  const at = placesIn(source, path);
  for (let i = 0; i < list.length; i++) tell(list[i]!, at(i));
}

function limitStatement(stated: RawLimitValue, limit: Limit, at: FilePlace): Statement {
  if (typeof stated !== 'object') return { value: limitValue(stated, limit), at };
  const { advertised, enforced, because } = stated;
  return { value: limitValue(advertised, limit), at, enforced: limitValue(enforced, limit), because };
}

function limitValue(stated: number | 'unlimited' | 'unknown' | 'on_request', { unit, per }: Limit): Value {
  if (stated === 'unknown') return UNKNOWN;
  if (stated === 'on_request') return { kind: 'on_request' };
  if (stated === 'unlimited') return { kind: 'unlimited', unit };
  return { kind: 'amount', n: stated, unit, ...(per && { per }), bound: 'exactly' };
}
