/** A matrix goes in; the names that it declares, by what they are names of, come out. */
import { BUILT_IN_UNITS, type RawMatrix } from '../read/raw.ts';

/** Where the names of one kind of thing are declared. */
const DECLARED = {
  capability: ['capabilities'],
  limit: ['limits'],
  meter: ['meters'],
  plan: ['plans'],
  bundle: ['bundles'],
  'add-on': ['addons'],
  'product line': ['lines'],
  role: ['roles'],
  unit: ['units'],
  'plan or bundle': ['plans', 'bundles'],
  'capability or meter': ['capabilities', 'meters'],
  'capability, limit or meter': ['capabilities', 'limits', 'meters'],
  version: ['past_versions'],
} as const satisfies Record<string, readonly (keyof RawMatrix)[]>;

/** In the words of a sentence. */
export type Kind = keyof typeof DECLARED;

/** The kinds that are one thing each, so that one can say of a name what it is. */
const SINGLE = ['capability', 'limit', 'meter', 'plan', 'bundle', 'add-on', 'product line', 'role', 'unit'] as const;

export class Declared {
  readonly #raw: RawMatrix;
  readonly #names = new Map<Kind, ReadonlySet<string>>();
  readonly #current = new Map<Kind, ReadonlyMap<string, string>>();

  constructor(raw: RawMatrix) {
    this.#raw = raw;
  }

  names(kind: Kind): ReadonlySet<string> {
    const before = this.#names.get(kind);
    if (before) return before;
    const names = new Set(DECLARED[kind].flatMap((part) => Object.keys(this.#raw[part] ?? {})));
    if (kind === 'unit') for (const unit of Object.keys(BUILT_IN_UNITS)) names.add(unit);
    if (kind === 'version') for (const { version } of Object.values(this.#raw.plans)) names.add(version);
    this.#names.set(kind, names);
    return names;
  }

  /** What a retired name is called now. */
  currentName(kind: Kind, retired: string): string | undefined {
    const before = this.#current.get(kind);
    if (before) return before.get(retired);
    const current = new Map(this.#retired(kind));
    this.#current.set(kind, current);
    return current.get(retired);
  }

  /** What a name is declared as, if not as one of `kind`. */
  otherKind(kind: Kind, name: string): Kind | undefined {
    return SINGLE.find((other) => other !== kind && this.names(other).has(name));
  }

  #retired(kind: Kind): [string, string][] {
    if (kind === 'version') return flipped(Object.entries(this.#raw.version_aliases ?? {}));
    return DECLARED[kind].flatMap((part) => {
      const declared: Record<string, object & { was?: string[] }> = this.#raw[part] ?? {};
      return flipped(Object.entries(declared).map(([key, one]) => [key, one.was ?? []]));
    });
  }
}

function flipped(all: [string, readonly string[]][]): [string, string][] {
  return all.flatMap(([key, was]) => was.map((name): [string, string] => [name, key]));
}
