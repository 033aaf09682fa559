/** The name of a product line in a sentence goes in; whether it stands for the line or for its plans comes out. */
import { type Scan, spanning, type Taken } from './items.ts';
import { wordClass } from './phrases.ts';
import { baseAfter, planAt } from './plan-items.ts';

const fold = (name: string) => name.replace(/\s+/g, ' ').toLowerCase();

const PLANS = /^(?:plan|tier|edition|subscription|licen[cs]e)$/;

/** "MSP plans", "Cloud includes …": its plans. "Cloud trial", "self-hosted": the line. In a list with plans, its plans too. */
export function lineAt(scan: Scan, at: number, { line, length }: { line: string; length: number }): Taken {
  const { tokens, reading, words } = scan;
  const versions = reading.vocabulary.ofLine[line] ?? [];
  const item = spanning(scan, at, length, { kind: 'line' as const, line });
  const next = tokens[at + length];
  const capital = /^\p{Lu}/u.test(tokens[at]!.raw);
  if (!versions.length || !capital || !next) return { item, length };
  const gap = words.slice(tokens[at + length - 1]!.to, next.from);
  if (gap !== ' ') return { item, length };
  const plans = PLANS.test(next.folded);
  // What the product itself offers, some plan of it has.
  const whole = fold(reading.vocabulary.product) === fold(words.slice(tokens[at]!.from, tokens[at + length - 1]!.to));
  const says =
    !whole &&
    wordClass(tokens, at + length)?.class === 'has' &&
    /s$|^(?:have|get|add|offer|include|unlock|provide)$/.test(next.raw);
  if (!plans && !says && !baseAfter(scan, at + length)) return { item, length };
  const { item: plan, length: taken } = planAt(scan, at, { versions, length });
  return { item: plan?.kind === 'plans' ? { ...plan, line } : (plan ?? item), length: taken };
}
