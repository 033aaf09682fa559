/** `npm run shape`: the JSON Schema of the matrix goes in; the reader's types and the language's page are written from it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import schema from '../../matrix/entitlements.schema.json' with { type: 'json' };
import { printLanguage } from './print-language.ts';
import { printShape, type Schema } from './print-shape.ts';

const matrix = join(import.meta.dirname, '../../matrix');
writeFileSync(join(matrix, 'read/shape.gen.ts'), printShape(schema as Schema));
writeFileSync(join(matrix, 'LANGUAGE.md'), printLanguage(schema as Schema));
