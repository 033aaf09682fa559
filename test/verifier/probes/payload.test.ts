/** A payload's list of what is held is one of texts: of anything else nobody can tell what stands in it. */
import { expect, it } from 'vitest';
import { payloadOutcome } from '../../../verifier/probes/payload.ts';

const EVERYTHING = ['a', 'sso'];

it.each<[string, unknown, string]>([
  ['a list of texts with the key', EVERYTHING, 'included'],
  ['a list of texts without it', ['a'], 'excluded'],
  ['an empty list', [], 'excluded'],
  ['a list of objects', [{ key: 'sso', enabled: true }], 'unread'],
  ['a list of texts and an object', ['a', { key: 'sso' }], 'unread'],
  ['a list of numbers', [4, 5], 'unread'],
])('%s', (_, features, kind) => {
  const config = { request: 'GET /e', capability: '/features' };
  const subject = { kind: 'capability' as const, key: 'sso', facet: 'payload' };
  const payload = { meaning: { is: 'allowed' as const }, json: { features } };
  const { outcome } = payloadOutcome(payload, { config, subject, limit: undefined, at: undefined });
  expect(outcome.kind === 'read' ? outcome.value.kind : outcome.kind).toBe(kind);
});
