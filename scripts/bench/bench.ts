/** `npm run bench`: everything that has a target is measured; the exit code is 1 when one is missed. */
import { apiUnderLoad } from './api-load.ts';
import { checkDocs } from './check-docs.ts';
import { checkHere } from './check-here.ts';
import { databaseSource } from './database-source.ts';
import { evaluatorAnswers } from './evaluator.ts';
import { matrixReading } from './matrix-reading.ts';
import { tokens } from './tokens.ts';

const measured = [
  ...checkHere(),
  ...checkDocs(),
  ...matrixReading(),
  ...evaluatorAnswers(),
  ...(await tokens()),
  ...(await databaseSource()),
  ...(await apiUnderLoad()),
];
console.log('');
for (const { what, ratio, target } of measured)
  console.log(`${ratio <= target ? 'within' : 'OVER  '}  ${ratio.toPrecision(3)} of at most ${target}  ${what}`);
process.exitCode = measured.every(({ ratio, target }) => ratio <= target) ? 0 : 1;
