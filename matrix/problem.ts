/** What is wrong with a file that a person edits, and how it is shown: place, code frame, found, what to write. */
import type { FilePlace } from './types.ts';

export interface Problem {
  /** Permanent id, `subject/verdict`. */
  rule: string;
  level: 'error' | 'warning';
  at: FilePlace;
  /** One sentence: what was found and what was expected. */
  found: string;
  /** What to write instead. */
  write: string;
  related?: { at: FilePlace; words: string }[];
}

/** A problem as text for a terminal. `textOf` gives the text of a file, or nothing when it cannot be read. */
export function describeProblem(problem: Problem, textOf: (path: string) => string | undefined): string {
  const { at } = problem;
  const parts = [
    `${at.path}:${at.line}:${at.column} ${problem.level} ${problem.rule}`,
    `  ${problem.found}`,
    ...frame(at, textOf(at.path)),
    `  Write: ${problem.write}`,
  ];
  for (const other of problem.related ?? []) {
    parts.push(
      `  ${other.at.path}:${other.at.line}:${other.at.column} ${other.words}`,
      ...frame(other.at, textOf(other.at.path)),
    );
  }
  return parts.join('\n');
}

const FRAME_WIDTH = 110;

/** Control characters, breaks of lines, marks that turn the direction of a line, and halves of characters. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

function frame(at: FilePlace, text: string | undefined): string[] {
  const line = text === undefined ? undefined : lineOf(text, at.line);
  if (line === undefined) return [];
  const from = Math.max(0, at.column - 1 - 60);
  const shown = line.slice(from, from + FRAME_WIDTH).replace(UNSHOWN, ' ');
  const number = String(at.line);
  const marks = '^'.repeat(Math.max(1, Math.min(at.length, shown.length - (at.column - 1 - from))));
  return [`  ${number} | ${shown}`, `  ${' '.repeat(number.length)} | ${' '.repeat(at.column - 1 - from)}${marks}`];
}

/** Counts from 1. A file may be long, so it is not cut into all its lines. */
function lineOf(text: string, number: number): string | undefined {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = 1; line < number; line++) {
    const feed = text.indexOf('\n', start);
    if (feed < 0) return undefined;
    start = feed + 1;
  }
  const feed = text.indexOf('\n', start);
  return text.slice(start, feed < 0 ? text.length : feed).replace(/\r$/, '');
}
