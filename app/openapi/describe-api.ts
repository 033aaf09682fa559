/** The application's routes and the table enter; the OpenAPI 3.1 description of all that is under `/api` leaves. */

import type { EntitlementTable } from '../evaluator/table.ts';
import { SESSION_COOKIE } from '../session/read-token.ts';
import { describeOperation } from './describe-operation.ts';
import type { JsonSchema } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { FAILED, SHAPES } from './shapes.ts';

export interface Route {
  readonly method: string;
  readonly path: string;
}

/**
 * Every registered operation is in it, also one without words of its own, and nothing else. What a gate refuses with
 * comes from the table. Mentions neither versions nor plans, so that it says the same to everybody.
 */
export function describeApi(routes: readonly Route[], table: EntitlementTable): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const id of operationsOf(routes)) {
    const [method = '', path = ''] = id.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(id, OPERATIONS[id], table) };
  }
  return {
    openapi: '3.1.1',
    info: { title: `${table.product} API`, version: '1' },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
      },
      responses: { Failed: FAILED },
      schemas: SHAPES,
    },
  };
}

/** `GET /api/audit` and `DELETE /api/systems/{id}`, each once, by path. `use` registers for all methods, and is no operation. */
export function operationsOf(routes: readonly Route[]): string[] {
  const operations = routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  return [...new Set(operations)].sort((a, b) =>
    pathOf(a) < pathOf(b) || (pathOf(a) === pathOf(b) && a < b) ? -1 : 1,
  );
}

function pathOf(operation: string): string {
  return operation.slice(operation.indexOf(' ') + 1);
}
