/** A plan's or contract's set goes in, one cell for every declared key comes out, with the chain that led to it. */
import type { RawMatrix, RawSet } from '../read/raw.ts';
import { type Path, placeOf, type Source } from '../read/source.ts';
import type { Cell, FilePlace } from '../types.ts';
import type { Keys } from './keys.ts';
import { EXCLUDED, type Part, type Stated, type Statement, tellStatements, UNKNOWN } from './statements.ts';

export interface Link {
  name: string;
  path: Path;
  set: RawSet;
}

/** The sets that `set` is built from, nearest first. Loops and unknown names end the chain; rules report them. */
export function chainOf(raw: RawMatrix, path: Path, set: RawSet): Link[] {
  const links: Link[] = [{ name: String(path.at(-1)), path, set }];
  const seen = new Set<string>();
  for (let next = set.everything_in; next && !seen.has(next); ) {
    seen.add(next);
    const link = linkTo(raw, next);
    if (!link) break;
    links.push(link);
    next = link.set.everything_in;
  }
  return links;
}

function linkTo(raw: RawMatrix, name: string): Link | undefined {
  const plan = raw.plans[name];
  if (plan) return { name, path: ['plans', name], set: plan };
  const bundle = raw.bundles?.[name];
  return bundle && { name, path: ['bundles', name], set: bundle };
}

/** What opens the closed list of a part; limits have none, so what is not stated of them is unknown. */
const CLOSES = { capabilities: 'has', meters: 'meters', limits: undefined } as const;

export type Cells = Record<Part, Record<string, Cell>>;

/** Each set is read once, however many are built on it. */
export class Resolver {
  readonly #stated: Stated;
  readonly #sorted: Record<Part, string[]>;
  /** Where a key stands in `#sorted`. */
  readonly #index: Record<Part, ReadonlyMap<string, number>>;
  readonly #known = new Map<RawSet, Record<Part, Indexed[]>>();

  constructor(source: Source, keys: Keys, locale: string) {
    this.#stated = { source, keys, locale };
    this.#sorted = {
      capabilities: Object.keys(keys.capabilities),
      limits: Object.keys(keys.limits),
      meters: Object.keys(keys.meters),
    };
    this.#index = byPart((part) => new Map(this.#sorted[part].map((key, i) => [key, i])));
  }

  /** One entry for every declared key, sorted by key. The nearest set that states something of a key decides. */
  cells(links: readonly Link[]): Cells {
    const chain = links.map(({ name }) => name);
    const froms = chain.map((_, i) => Object.freeze(chain.slice(0, i + 1)) as string[]);
    const statements = links.map((link) => this.#statements(link));
    return byPart((part) => {
      const sorted = this.#sorted[part];
      const decided: (Cell | undefined)[] = new Array(sorted.length).fill(undefined);
      for (const [i, stated] of statements.entries())
        for (const { index, statement } of stated[part]) decided[index] ??= cell(statement, froms[i]!);
      const other = Object.freeze(this.#unstated(links, part, froms[0]!));
      const record: Record<string, Cell> = Object.create(null);
      for (let i = 0; i < sorted.length; i++) record[sorted[i]!] = decided[i] ?? other;
      return Object.freeze(record);
    });
  }

  /** What a set states of its own; of one key, the first counts. */
  #statements({ set, path }: Link): Record<Part, Indexed[]> {
    const before = this.#known.get(set);
    if (before) return before;
    const indexed: Record<Part, Indexed[]> = { capabilities: [], limits: [], meters: [] };
    tellStatements(this.#stated, path, set, (part, key, statement) => {
      const index = this.#index[part].get(key);
      if (index !== undefined) indexed[part].push({ index, statement });
    });
    this.#known.set(set, indexed);
    return indexed;
  }

  /** A closed list excludes what nobody states; without one it is unknown. */
  #unstated(links: readonly Link[], part: Part, from: string[]): Cell {
    const field = CLOSES[part];
    const closed = field && links.find((link) => link.set[field]);
    const path = closed ? [...closed.path, field] : links[0]!.path;
    const at: FilePlace = placeOf(this.#stated.source, path, 'key');
    return { value: closed ? EXCLUDED : UNKNOWN, at, from, unstated: true };
  }
}

interface Indexed {
  index: number;
  statement: Statement;
}

function byPart<T>(of: (part: Part) => T): Record<Part, T> {
  return { capabilities: of('capabilities'), limits: of('limits'), meters: of('meters') };
}

function cell({ value, at, enforced, because }: Statement, from: string[]): Cell {
  return Object.freeze(enforced ? { value, at, from, enforced, because } : { value, at, from });
}
