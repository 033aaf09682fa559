/** The package's library: the stages of a matrix (read, check, compile, edit), and the shapes that pass between them. */
export { checkMatrix } from './matrix/check/check.ts';
export { compileMatrix } from './matrix/compile/compile.ts';
export { type EditResult, editMatrix } from './matrix/edit/edit-matrix.ts';
export type { Field, Fields, MatrixEdit } from './matrix/edit/matrix-edit.ts';
export { describeProblem, type Problem } from './matrix/problem.ts';
export { type TakenGates, takeGates } from './matrix/read/openapi/take-gates.ts';
export { type ReadResult, readMatrix } from './matrix/read/read.ts';
export type { Capability, Limit, Matrix, Plan, Value, Version } from './matrix/types.ts';
export type { Finding, Report, Verdict, Waived } from './verifier/types.ts';
