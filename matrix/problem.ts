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

function frame(at: FilePlace, text: string | undefined): string[] {
  const line = text?.replace(/^\uFEFF/, '').split(/\r?\n/)[at.line - 1];
  if (line === undefined) return [];
  const from = Math.max(0, at.column - 1 - 60);
  const shown = line.slice(from, from + FRAME_WIDTH).replace(/[\t\p{Cc}]/gu, ' ');
  const number = String(at.line);
  const marks = '^'.repeat(Math.max(1, Math.min(at.length, shown.length - (at.column - 1 - from))));
  return [`  ${number} | ${shown}`, `  ${' '.repeat(number.length)} | ${' '.repeat(at.column - 1 - from)}${marks}`];
}
