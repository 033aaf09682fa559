/** A finding as it is listed goes in; plain lines that say all of it come out: what, both sides with places, fix, how to look again, key. */

import type { Finding, Side } from '../types.ts';
import { countWords } from './count-words.ts';
import { labels } from './labels.ts';
import { type Listed, standingWords } from './listed.ts';
import { placeWords } from './place-words.ts';
import { replayWords } from './replay-words.ts';
import { type SideLabel, sideLabel } from './side-label.ts';
import { oneLine } from './terminal-text.ts';
import { valueWords } from './value-words.ts';

/** Nobody goes to more places than these before mending the first. */
export const MOST_PLACES = 100;

/** Each line is one line, whatever was crawled; a place stands further in than the side it belongs to. */
export function findingLines(one: Listed): string[] {
  const { finding } = one;
  const standing = standingWords(one);
  const again = replayWords(finding);
  return [
    finding.says,
    ...sidesOf(finding).flatMap(({ label, words, at }) => [`${label}: ${words}`, ...at.map((place) => `  ${place}`)]),
    `fix: ${finding.fix}`,
    ...(standing ? [standing] : []),
    ...(again ? [`again: ${again}`] : []),
    `key: ${finding.key}`,
  ].map(inOneLine);
}

export interface SideLines {
  label: SideLabel;
  /** `14 days (matrix)`. */
  words: string;
  /** Each as a person copies it. */
  at: string[];
}

/** Every side; and where one is all there is, what could not be found instead of the other. */
export function sidesOf({ sides, direction, about }: Finding): SideLines[] {
  const told = sides.map(sideLines);
  const gap = labels.gap[direction];
  return gap && sides.length < 2 ? [...told, { label: 'seen', words: `${gap} (${about.surface})`, at: [] }] : told;
}

function sideLines(side: Side, index: number): SideLines {
  const { who, value, at } = side;
  const places = at.slice(0, MOST_PLACES).map(placeWords);
  const more = at.length - places.length;
  return {
    label: sideLabel(side, index),
    words: `${valueWords(value)} (${who})`,
    at: more > 0 ? [...places, `and ${countWords(more, 'more place')}`] : places,
  };
}

function inOneLine(line: string): string {
  const [indent = ''] = /^ */.exec(line)!;
  return indent + oneLine(line);
}
