/** An operation, its words and the table enter; its OpenAPI description with every status and its gate leaves. */

import { own } from '../evaluator/own.ts';
import type { EntitlementTable } from '../evaluator/table.ts';
import { OPEN_WHEN_SUSPENDED } from '../session/require-session.ts';
import type { JsonSchema, Operation } from './operation.ts';

const UNDESCRIBED: Operation = { summary: 'Not described yet', answers: {} };
const WORDS: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Added',
  204: 'Done; nothing is sent',
  400: 'What was sent is not what is needed',
  401: 'Nobody is signed in',
  403: 'Refused',
  404: 'There is no such thing',
  409: 'Not as things stand',
  413: 'Too much was sent',
};

export function describeOperation(id: string, operation: Operation = UNDESCRIBED, table: EntitlementTable): JsonSchema {
  const { summary, open, query, body } = operation;
  const gate = own(table.gates, id);
  return {
    summary,
    operationId: operationId(id),
    ...(open && { security: [] }),
    ...parametersOf(id, query),
    ...(body && { requestBody: { required: true, content: json(bodyShape(body)) } }),
    responses: { ...answersOf(operation), ...refusalsOf(id, operation, table) },
    ...(gate && { 'x-planproof-gate': gateOf(gate) }),
  };
}

type Gate = EntitlementTable['gates'][string];

/** As a gate of the matrix, without its address, which is the operation itself. */
function gateOf({ key, refusal, roles }: Gate): JsonSchema {
  return { key, ...(refusal && { refusal }), ...(roles && { roles }) };
}

/** `getPatrolRuns`, `deleteSystemsId`. */
function operationId(id: string): string {
  const [method = '', path = ''] = id.split(' ');
  const words = path.replace('/api/', '').split(/\W+/).filter(Boolean);
  return method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

function parametersOf(id: string, query: Operation['query'] = {}): { parameters?: JsonSchema[] } {
  const inPath = Array.from(id.matchAll(/\{(\w+)\}/g), ([, name]) => name!);
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(query).map(([name, schema]) => ({ name, in: 'query', required: true, schema })),
  ];
  return parameters.length ? { parameters } : {};
}

function bodyShape(properties: NonNullable<Operation['body']>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties) };
}

function answersOf({ answers }: Operation): Record<string, JsonSchema> {
  const described = Object.entries(answers).map(([status, shape]): [string, JsonSchema] => [
    status,
    { description: WORDS[Number(status)] ?? 'Done', ...(shape && { content: json(shape) }) },
  ]);
  return Object.fromEntries(described);
}

/** One answer for each status, with all codes that come with it. */
function refusalsOf(id: string, operation: Operation, table: EntitlementTable): Record<string, JsonSchema> {
  const codes = new Map<number, string[]>();
  for (const [status, code] of refusals(id, operation, table))
    codes.set(status, [...new Set([...(codes.get(status) ?? []), code])]);
  const gate = own(table.gates, id);
  const described = [...codes].map(([status, all]): [string, JsonSchema] => {
    const words = status === gate?.refusal?.status ? `Not included, or used up: ${gate.key}` : WORDS[status];
    const shape = { $ref: '#/components/schemas/Error', properties: { code: { enum: all.sort() } } };
    return [String(status), { description: words ?? 'Refused', ...waits(status), content: json(shape) }];
  });
  return { ...Object.fromEntries(described), default: { $ref: '#/components/responses/Failed' } };
}

function refusals(id: string, operation: Operation, table: EntitlementTable): [number, string][] {
  const [method = '', path = ''] = id.split(' ');
  const { open, body, query, refuses = {} } = operation;
  const blocking = Object.values(table.states).filter(({ keeps }) => keeps === 'nothing');
  const closed = open || OPEN_WHEN_SUSPENDED.has(path) ? [] : blocking;
  const gate = own(table.gates, id);
  const changes = !open && method !== 'GET';
  return [
    ...(changes ? [[409, 'organisation_changed'] as [number, string]] : []),
    ...(gate?.roles ? [[403, 'role_required'] as [number, string]] : []),
    ...(body || query ? [[400, 'invalid_input'] as [number, string]] : []),
    ...(open ? [] : [[401, 'unauthenticated'] as [number, string]]),
    ...(method === 'GET' ? [] : [[403, 'foreign_origin'] as [number, string], [413, 'too_large'] as [number, string]]),
    ...[...closed, ...(gate ? [gate] : [])].map(({ refusal }) => refusalOf(refusal)),
    ...Object.entries(refuses).flatMap(([status, all]) => all.map((code): [number, string] => [Number(status), code])),
  ];
}

function refusalOf(refusal: Gate['refusal']): [number, string] {
  return [refusal?.status ?? 403, refusal?.code ?? 'refused'];
}

function waits(status: number): JsonSchema {
  if (status !== 429) return {};
  const seconds = { description: 'Seconds until it would go through', schema: { type: 'integer', minimum: 1 } };
  return { headers: { 'Retry-After': seconds } };
}

function json(schema: JsonSchema): JsonSchema {
  return { 'application/json': { schema } };
}
