/** `npm run vectors`: the model of the evaluator goes in; the conformance vectors are written from it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printVectors } from '../../test/app/model/vectors/print-vectors.ts';

writeFileSync(join(import.meta.dirname, '../../app/conformance/evaluator-vectors.gen.json'), printVectors());
