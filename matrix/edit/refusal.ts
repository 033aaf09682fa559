/** Why an edit is not made: the place in the data that it concerns, what was found there, and what to write instead. */
import { didYouMean } from '../did-you-mean.ts';
import type { Data } from './data.ts';
import type { Path } from './step.ts';

export interface Refusal {
  path: Path;
  /** The place is the key at `path`, not its value. */
  part?: 'key';
  found: string;
  write: string;
}

export function isRefusal(result: object): result is Refusal {
  return 'found' in result;
}

/** A name that is none of the keys of the map `known`, which stands at `path`. */
export function unknownName(what: string, name: string, known: Data | undefined, path: Path): Refusal {
  const names = known instanceof Map ? [...known.keys()] : [];
  const near = didYouMean(name, names);
  const write = near
    ? `\`${near}\`, if that is what you meant.`
    : names.length
      ? `one of ${listed(names)}.`
      : `an edit that adds \`${name}\` first.`;
  return { path, part: 'key', found: `There is no ${what} \`${name}\`.`, write };
}

const MOST_NAMES = 8;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} or ${more} others` : shown.join(', ');
}
