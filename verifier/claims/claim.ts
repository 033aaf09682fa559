/** What one stretch of words promises, before anybody knows which document or surface it stands in. */
import type { Holder, Interval, Subject, Value } from '../../matrix/types.ts';

export interface Claim {
  subject: Subject;
  value: Value;
  plans: { known: string[] } | { unknown: string } | { own: Holder };
  relation?: 'and_above' | 'only_from';
  currency?: string;
  certain: boolean;
  /** Character range of the words in their text. */
  from: number;
  to: number;
}

/** What the surroundings say about a sentence: headings, the row of a table, who is signed in. */
export interface Context {
  plans?: Claim['plans'];
  subject?: Subject;
  /** The unit of time that a row counts in, where it is not the limit's own. */
  unit?: string;
  interval?: Interval;
  /** A monthly price that is paid once a year. */
  billed?: 'year';
  line?: string;
  /** The capability that the nearest heading names. */
  feature?: Subject;
  /** "Prerequisites": what stands there, one has to have. */
  asks?: boolean;
  /** "Founding": the prices that follow are not what everybody pays. */
  qualifier?: string;
  /** A cell of a table: short words there are no sentence. */
  cell?: boolean;
  /** "License", "Requires": who is named may have what is named. */
  gate?: boolean;
  /** Navigation, or the foot of a page: a bare name or number there promises nothing. */
  apart?: boolean;
  /** What follows tells what was so, or what others offer. */
  log?: boolean;
}
