/** Sides of a finding go in; what of them a waiver pins comes out, so that any text file can hold it. */
import type { Value } from '../../matrix/types.ts';
import { oneLine } from '../report/terminal-text.ts';

export interface PinnedSide {
  who: string;
  value: Value;
}

const HALVES = /\p{Cs}/gu;

/** Who says what, and not where. Words count as a report shows them: folded, with controls by their numbers. */
export function pinnedSides(sides: readonly PinnedSide[]): PinnedSide[] {
  return sides.map(({ who, value }) => ({ who: shown(who), value: shownValue(value) }));
}

function shownValue(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, data: unknown) =>
    typeof data === 'string' ? shown(data) : data,
  ) as Value;
}

function shown(words: string): string {
  return oneLine(words).replace(HALVES, '\uFFFD');
}
