/** What is seen of conduct goes in; each drift is taken by the rule that is for it, and words say what was seen. */
import { expect, it } from 'vitest';
import type { Holder, Subject, Value } from '../../../matrix/types.ts';
import { judge } from '../../../verifier/judge/judge.ts';
import { pair, promiseId } from '../../../verifier/pair/pair.ts';
import type { Observation, Side } from '../../../verifier/types.ts';
import { matrixOf } from '../../matrix/matrix-of.ts';

const { matrix } = matrixOf(`planproof: 1
level: copy
product: Harbour
plans:
  small: { name: Small, version: small_1, price: free, states: [active] }
`);
const SMALL: Holder = { version: 'small_1', state: 'active' };
const REFUSED: Value = { kind: 'excluded' };
const LET_IN: Value = { kind: 'included' };
const REFUSAL: Value = { kind: 'refusal', status: 429 };
const words = (text: string): Value => ({ kind: 'words', text });
const amount = (n: number): Value => ({ kind: 'amount', n, unit: 'seat', bound: 'exactly' });

function findings(subject: Subject, promised: Value, seen: Value, holder: Holder | undefined = SMALL) {
  const question = { ...(holder && { holder }), subject };
  const side: Side = { who: 'configuration', value: promised, at: [] };
  const observed: Observation = { surface: 'api', about: question, outcome: { kind: 'read', value: seen }, at: [] };
  return judge(matrix, pair(matrix, observed, new Map([[promiseId(question), side]]))).findings;
}

const gate = (facet: string): Subject => ({ kind: 'gate', key: 'GET /me', facet });

it.each<[string, Subject, Value, Value, Holder?]>([
  ['token/accepted', gate('no_token'), REFUSED, LET_IN],
  ['tenant/leaks', gate('other_tenant'), REFUSED, LET_IN],
  ['demo/reveals', gate('demo'), REFUSED, LET_IN],
  ['role/unenforced', gate('GET /me'), REFUSAL, LET_IN, { ...SMALL, role: 'guest' }],
  ['role/withheld', gate('GET /me'), LET_IN, REFUSAL, { ...SMALL, role: 'owner' }],
  ['trial/not-rate-limited', { kind: 'trial', key: 'POST /trial', facet: 'rate_limit' }, REFUSAL, LET_IN],
  ['trial/answers-differently', { kind: 'trial', key: 'POST /trial', facet: 'start' }, LET_IN, REFUSAL],
  ['usage/differs', { kind: 'meter', key: 'seats', facet: 'usage' }, amount(1), amount(0)],
  ['limit/never-resets', { kind: 'limit', key: 'seats', facet: 'reset' }, LET_IN, REFUSAL],
  ['posture/differs', { kind: 'limit', key: 'seats', facet: 'above for 3 days' }, words('red'), words('amber')],
])('%s', (rule, subject, promised, seen, holder) => {
  const [finding] = findings(subject, promised, seen, holder);
  expect(finding?.rule).toBe(rule);
  expect(finding?.says).toMatch(/^\S.*\.$/);
  expect(finding?.says).not.toMatch(/undefined|_token/);
  expect(findings(subject, promised, promised, holder)).toEqual([]);
});
