/** The types of `problem-copy.mjs`, which the browser loads as it is. */

export interface Problem {
  /** `unknown` where none was given. */
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export function readProblem(body: unknown): Problem;
export function problemWords(problem: Problem): string;
export function readWait(details: Readonly<Record<string, unknown>>, header?: string | null): number | undefined;
