/** Every operation of the API by method and path, with what only people can say of it. */

import { LISTS, type ListDefinition } from '../records/lists.ts';
import type { JsonSchema, Operation } from './operation.ts';
import { ID, items, MOMENT, record, shape } from './shapes.ts';

const NAME = { type: 'string', minLength: 1, maxLength: 200 } as const;
const DAYS = { type: 'integer', minimum: 1, maximum: 99_999 } as const;

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET /api/openapi.json': {
    summary: 'This description',
    open: true,
    answers: { 200: { type: 'object', required: ['openapi', 'paths'], additionalProperties: true } },
  },
  'POST /api/session': {
    summary: 'Sign in: an address and a password for a token, which also comes as a cookie',
    open: true,
    body: { email: NAME, password: NAME },
    answers: { 200: shape('Session') },
    refuses: { 401: ['unauthenticated'] },
  },
  'DELETE /api/session': { summary: 'Sign out', open: true, answers: { 204: undefined } },
  'GET /api/me': { summary: 'Who is signed in, and for which contract', answers: { 200: shape('Account') } },
  'GET /api/entitlements': { summary: 'What the organisation may', answers: { 200: shape('Entitlements') } },
  'GET /api/alerts': { summary: 'Alerts', answers: { 200: items(shape('Alert')) } },
  'GET /api/metrics': {
    summary: 'One point a day of the last days, today included, the oldest first',
    query: { days: DAYS },
    answers: { 200: record({ days: DAYS, items: { type: 'array', items: shape('MetricPoint') } }) },
  },
  'GET /api/patrol/runs': {
    summary: 'Patrol runs that people started, the newest first',
    answers: { 200: items(shape('PatrolRun')) },
  },
  'POST /api/patrol/runs': {
    summary: 'Start a patrol run',
    answers: { 201: record({ run: shape('PatrolRun'), 'warning?': shape('Warning') }) },
  },
  ...things('workspaces', 'workspace', 'Workspace'),
  ...things('systems', 'system', 'System'),
  ...Object.fromEntries(LISTS.map((list) => [list.api, listed(list)])),
};

function things(path: string, one: string, name: 'Workspace' | 'System'): Record<string, Operation> {
  const added = record({ [one]: shape(name), 'warning?': shape('Warning') });
  return {
    [`GET /api/${path}`]: { summary: `All ${path}`, answers: { 200: items(shape(name)) } },
    [`POST /api/${path}`]: { summary: `Add a ${one}`, body: { name: NAME }, answers: { 201: added } },
    [`DELETE /api/${path}/{id}`]: {
      summary: `Remove a ${one}`,
      answers: { 204: undefined },
      refuses: { 404: ['not_found'] },
    },
  };
}

function listed({ page, table, columns }: ListDefinition): Operation {
  const fields = columns.map(({ field, shows }): [string, JsonSchema] => [
    field,
    shows ? MOMENT : { type: ['string', 'number'] },
  ]);
  const summary = page?.caption ?? `Each ${table.replaceAll('_', ' ')}`;
  return { summary, answers: { 200: items(record({ id: ID, ...Object.fromEntries(fields) })) } };
}
