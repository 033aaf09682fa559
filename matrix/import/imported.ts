/** What reading another format gives: a matrix as its file would state it, and what the matrix could not take. */
import type { Problem } from '../problem.ts';
import type { RawMatrix } from '../read/raw.ts';
import { type Path, placeOf, type Source } from '../read/source.ts';
import type { FilePlace } from '../types.ts';

/** Something that the source states and the matrix does not. */
export interface LeftOut {
  /** The steps to it in the source: `plans`, `PRO`, `price`. */
  path: Path;
  reason: string;
  /** What stands there, where that helps to carry it over by hand. */
  value?: string;
  at: FilePlace;
}

export interface Imported {
  raw: RawMatrix;
  /** What the source says of itself, a line each: for the head of the file. */
  about: string[];
  /** What was put into words of our own, or understood in one of several ways: a sentence each. */
  readings: string[];
  /** Where a key is not the source's: `capabilities.x24_7_support` to `24/7support`. */
  keys: Map<string, string>;
  leftOut: LeftOut[];
  /** How many entries a part of the source has, such as `features`: for `all of them` in place of their names. */
  counts: Record<string, number>;
}

export type ImportResult = { imported: Imported; problems: [] } | { imported?: undefined; problems: Problem[] };

/** Collects, while a source is read, what is left out and how it was understood. */
export class Ledger {
  readonly leftOut: LeftOut[] = [];
  readonly #readings = new Set<string>();
  readonly #seen = new Set<string>();
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  get readings(): string[] {
    return [...this.#readings];
  }

  /** Each place once for a reason. `stands` is where it stands in the file, where that is not how people call it. */
  leaveOut(path: Path, reason: string, value?: string, stands: Path = path): void {
    const id = JSON.stringify([path, reason, value]);
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    const at = placeOf(this.#source, stands, 'key');
    this.leftOut.push({ path, reason, ...(value !== undefined && { value }), at });
  }

  /** Each sentence once, however often it holds. */
  understand(sentence: string): void {
    this.#readings.add(sentence);
  }
}
