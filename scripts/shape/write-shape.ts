/** `npm run shape`: the JSON Schema of the matrix goes in; `matrix/read/shape.gen.ts` is written from it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import schema from '../../matrix/entitlements.schema.json' with { type: 'json' };
import { printShape, type Schema } from './print-shape.ts';

writeFileSync(join(import.meta.dirname, '../../matrix/read/shape.gen.ts'), printShape(schema as Schema));
