/** `npm run openapi`: writes `app/openapi.gen.json` anew. */

import { writeFileSync } from 'node:fs';
import { printOpenapi } from './print-openapi.ts';

writeFileSync(new URL('../openapi.gen.json', import.meta.url), printOpenapi());
