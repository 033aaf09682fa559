/** What every probe gives back: what it saw, how many documents it looked at, and what it met that is no page of ours. */
import type { Visit } from '../audit/forbidden-requests.ts';
import type { Exclusion, Observation } from '../types.ts';

export interface Look {
  observations: Observation[];
  documents: number;
  excluded: Exclusion[];
  /** What browsers opened and what the pages asked for by themselves, in the order of those who were asked for. */
  visits?: Visit[];
}

/** A document, page or surface that could not be looked at. */
export function unreadable(surface: string, reason: string, at: Observation['at'], what = ''): Observation {
  return { surface, about: { subject: { kind: 'words', key: what } }, outcome: { kind: 'unread', reason }, at };
}
