/** The matrix and a surface go in; every question about conduct, what has to hold, and what is left out come out. */
import { type Promises, promiseId } from '../../pair/pair.ts';
import { isNarrow, isPartOf, leftOutByNarrow, type Narrow } from '../narrow.ts';
import { type About, type Conduct, type ConductPart, joined } from './conduct.ts';
import { demoConduct } from './demo.ts';
import { isolationConduct } from './isolation.ts';
import { overLimitConduct } from './over-limit.ts';
import { roleConduct } from './roles.ts';
import { tokenConduct } from './tokens.ts';
import { trialConduct } from './trial.ts';
import { usageConduct } from './usage.ts';

const PARTS = [
  tokenConduct,
  isolationConduct,
  roleConduct,
  demoConduct,
  trialConduct,
  usageConduct,
  overLimitConduct,
] as const;

export function conductQuestions(about: About, narrow: Narrow): ConductPart {
  const { asks, left } = joined(PARTS.map((part) => part(about)));
  const wanted = asks.filter((one) => isWanted(narrow, one));
  return { asks: wanted, left: [...left, ...leftOutByNarrow(narrow, about.surface.id, asks.length - wanted.length)] };
}

/** Visitors hold nothing, so they are asked for only where everybody is. */
function isWanted(narrow: Narrow, { question: { holder, subject } }: Conduct): boolean {
  if (holder) return isPartOf(narrow, holder, subject.key);
  return !isNarrow(narrow);
}

export function promisesOf(asks: readonly Conduct[]): Promises {
  return new Map(asks.map(({ question, promise }) => [promiseId(question), promise]));
}
