/** Every operation of the API by method and path, with what only people can say of it. */

import { LISTS, type ListDefinition } from '../records/lists.ts';
import type { JsonSchema, Operation } from './operation.ts';
import { ID, items, MOMENT, record, shape } from './shapes.ts';

const NAME = { type: 'string', minLength: 1, maxLength: 200 } as const;
const DAYS = { type: 'integer', minimum: 1, maximum: 99_999 } as const;

const ENROLMENT: NonNullable<Operation['refuses']> = {
  429: ['enrolment_rate_limited', 'enrolment_ceiling_reached'],
  503: ['enrolment_paused'],
};

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
  'GET /api/runtime-capabilities': { summary: 'What works', answers: { 200: shape('RuntimeCapabilities') } },
  'GET /api/commercial-posture': {
    summary: 'How the contract and its limits stand, and what would help',
    answers: { 200: shape('CommercialPosture') },
  },
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
    refuses: { 403: ['changes_locked'] },
    answers: { 201: record({ run: shape('PatrolRun'), 'warning?': shape('Warning') }) },
  },
  'POST /api/trial': {
    summary: 'Start a trial, or read that it runs',
    answers: { 200: record({ trial: shape('Trial') }), 201: record({ trial: shape('Trial') }) },
    refuses: {
      403: ['role_required'],
      409: ['trial_signup_required', 'trial_used', 'trial_not_needed'],
      429: ['trial_rate_limited'],
    },
  },
  'GET /api/events': {
    summary: 'A WebSocket that tells what happens; ?of=system_added,audit_entry chooses',
    answers: {},
    refuses: {
      400: ['invalid_input'],
      402: ['license_required'],
      403: ['foreign_origin', 'role_required'],
      426: ['upgrade_required'],
    },
  },
  ...things('workspaces', 'workspace', 'Workspace'),
  ...things('systems', 'system', 'System'),
  ...Object.fromEntries(LISTS.map((list) => [list.api, listed(list)])),
};

function things(path: string, one: string, name: 'Workspace' | 'System'): Record<string, Operation> {
  const added = record({ [one]: shape(name), 'warning?': shape('Warning') });
  return {
    [`GET /api/${path}`]: { summary: `All ${path}`, answers: { 200: items(shape(name)) } },
    [`POST /api/${path}`]: {
      summary: `Add a ${one}; with \`replaces\`, the id of another, in the place of that one`,
      body: { name: NAME },
      answers: { 201: added },
      refuses: {
        402: ['over_limit'],
        403: ['changes_locked'],
        404: ['not_found'],
        ...(one === 'system' ? ENROLMENT : {}),
      },
    },
    [`POST /api/${path}/preview`]: {
      summary: `What adding a ${one} would come to, counted as the adding itself`,
      answers: { 200: shape('Preview') },
      refuses: { 400: ['invalid_input'], 404: ['not_found'] },
    },
    [`GET /api/${path}/hidden`]: {
      summary: `Each ${one} that a smaller plan has hidden`,
      answers: { 200: items(shape('Hidden')) },
    },
    [`POST /api/${path}/{id}/restore`]: {
      summary: `Bring back a hidden ${one}, where there is room`,
      answers: { 200: record({ name: { type: 'string' }, 'warning?': shape('Warning') }) },
      refuses: { 402: ['limit_reached', 'over_limit'], 403: ['role_required', 'changes_locked'], 404: ['not_found'] },
    },
    [`DELETE /api/${path}/{id}`]: {
      summary: `Remove a ${one}`,
      answers: { 204: undefined },
      refuses: { 403: ['role_required', 'changes_locked'], 404: ['not_found'] },
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
