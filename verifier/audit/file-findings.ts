/** Problems with edited files and differences of printed ones go in; findings like any other come out. */
import type { Problem } from '../../matrix/problem.ts';
import type { Place } from '../../matrix/types.ts';
import type { Finding } from '../types.ts';
import { makeFinding } from './make-finding.ts';

/** The surface under which files are reported that nobody crawls: matrix, configuration, printed files. */
export const FILES = 'files';

export interface PrintedDifference {
  path: string;
  how: 'modified' | 'missing' | 'stale';
  line: number;
}

export function problemFindings(problems: readonly Problem[]): Finding[] {
  return problems.map(({ rule, level, at, found, write, related = [] }) => {
    const about = { surface: FILES, subject: { kind: 'words' as const, key: found }, versions: [] };
    const seen: Place[] = related.length ? related.map((one) => one.at) : [at];
    const sides: Finding['sides'] = [
      { who: 'expected', value: { kind: 'words', text: write }, at: [at] },
      { who: FILES, value: { kind: 'words', text: found }, at: seen },
    ];
    return makeFinding(
      { rule, level, direction: 'contradiction', about, says: found, sides, fix: `Write ${write}` },
      at.path,
    );
  });
}

const SAYS = {
  modified: 'is not as printed from the matrix',
  missing: 'has to be printed from the matrix and is not there',
  stale: 'was printed from the matrix by an earlier run and is printed no more',
} as const;

export function printedFindings(differences: readonly PrintedDifference[], matrixPath: string): Finding[] {
  return differences.map(({ path, how, line }) => {
    const about = { surface: FILES, subject: { kind: 'words' as const, key: path }, versions: [] };
    const sides: Finding['sides'] = [
      {
        who: 'matrix',
        value: { kind: 'words', text: 'as printed' },
        at: [{ kind: 'file', path: matrixPath, line: 1, column: 1, length: 1 }],
      },
      { who: FILES, value: { kind: 'words', text: how }, at: [{ kind: 'file', path, line, column: 1, length: 1 }] },
    ];
    const fix = 'Run `planproof generate` and commit what it writes.';
    return makeFinding(
      {
        rule: `generated/${how}`,
        level: 'error',
        direction: 'contradiction',
        about,
        says: `${path} ${SAYS[how]}.`,
        sides,
        fix,
      },
      path,
    );
  });
}
