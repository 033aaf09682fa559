/** What a rule about a matrix is: one file that was read and compiled goes in, problems come out. */
import type { Problem } from '../problem.ts';
import type { RawMatrix } from '../read/raw.ts';
import type { Source } from '../read/source.ts';
import type { Level, Matrix } from '../types.ts';

export interface Checked {
  raw: RawMatrix;
  source: Source;
  matrix: Matrix;
  /** The day that it is judged on, such as 2027-01-31; rules that need one find nothing without. */
  date?: string;
}

export interface MatrixRule {
  /** Permanent id, `subject/verdict`, never reused. */
  id: string;
  level: 'error' | 'warning';
  /** The level of a matrix from which on it applies: what a lower one does not state cannot be wrong. */
  from: Level;
  /** `rule` and `level` are stamped on from outside. */
  find(checked: Checked): Omit<Problem, 'rule' | 'level'>[];
}
