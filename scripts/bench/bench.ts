/** `npm run bench`: everything that has a target is measured; the exit code is 1 when one is missed. */
import { apiUnderLoad } from './api-load.ts';
import { browserChecks } from './browser-checks.ts';
import { checkDocs } from './check-docs.ts';
import { checkHere } from './check-here.ts';
import { databaseSource } from './database-source.ts';
import { evaluatorAnswers } from './evaluator.ts';
import { largeReports } from './large-report.ts';
import { matrixReading } from './matrix-reading.ts';
import { tellMeasured } from './tell-measured.ts';
import { tokens } from './tokens.ts';

tellMeasured([
  ...checkHere(),
  ...checkDocs(),
  ...matrixReading(),
  ...evaluatorAnswers(),
  ...(await tokens()),
  ...(await databaseSource()),
  ...(await apiUnderLoad()),
  ...(await browserChecks()),
  ...(await largeReports()),
]);
