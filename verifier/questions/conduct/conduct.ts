/** What a question about conduct is: what is asked, what has to hold, and how it is found. */
import type { Matrix, Question } from '../../../matrix/types.ts';
import type { ApiSurface } from '../../config/types.ts';
import type { Exclusion, Side } from '../../types.ts';

export interface Conduct {
  question: Question;
  /** The line of the matrix, or what the configuration states; no probe is told. */
  promise: Side;
  /** The request that shows it. */
  request: string;
}

export interface ConductPart {
  asks: Conduct[];
  left: Exclusion[];
}

export interface About {
  matrix: Matrix;
  surface: ApiSurface;
}

export const NOTHING: ConductPart = { asks: [], left: [] };

/** One of it could have been asked for each of `count`. */
export function leave({ surface }: About, what: string, count: number, reason: string): ConductPart {
  const left = { surface: surface.id, what, count, reason, owner: 'configuration', of: 'question' as const };
  return count ? { asks: [], left: [left] } : NOTHING;
}

/** What the configuration does not speak of at all: it is listed, and counts against no floor. */
export function listed(about: About, what: string, count: number, reason: string): ConductPart {
  const { left } = leave(about, what, count, reason);
  return { asks: [], left: left.map(({ of: _, ...one }) => one) };
}

export function joined(parts: readonly ConductPart[]): ConductPart {
  return { asks: parts.flatMap((one) => one.asks), left: parts.flatMap((one) => one.left) };
}

/** Has to be refused, in whichever of the ways that count as a refusal. */
export const REFUSED: Side = { who: 'configuration', value: { kind: 'excluded' }, at: [] };
