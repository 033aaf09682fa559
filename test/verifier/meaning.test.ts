import { describe, expect, it } from 'vitest';
import { meaningOf, tellingRefusals } from '../../verifier/probes/meaning.ts';
import type { Answer } from '../../verifier/probes/session.ts';

const DECLARED = [
  { status: 402, code: 'license_required' },
  { status: 429, code: 'patrol_hourly_cap' },
];

function answer(status: number, body: unknown, type = 'application/json'): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    type,
    text,
    evidence: {},
    ...(type === 'application/json' && typeof body !== 'string' && { json: body }),
  };
}

const meaning = (one: Answer) => {
  const found = meaningOf(one, DECLARED, '/code');
  return found.is === 'refused' ? `${found.is} ${found.refusal.status} ${found.refusal.code}` : found.is;
};

it('a pointer that leads nowhere is named, with what is there instead', () => {
  const reason = (body: unknown, at: string) => {
    const found = meaningOf(answer(402, body), DECLARED, at);
    return found.is === 'unclear' ? found.reason : found.is;
  };
  expect(reason({ error: { type: 'license_required', text: 'x' } }, '/error/code')).toBe(
    'answered 402 without a code: `error_code` found nothing at /error/code; the keys of /error are type, text',
  );
  expect(reason({ code: 'license_required' }, '/error/code')).toBe(
    'answered 402 without a code: `error_code` found nothing at /error/code; its keys are code',
  );
  expect(reason('<h1>Pay</h1>', '/code')).toBe('answered 402 without a code: `error_code` found nothing at /code');
  expect(meaningOf(answer(403, {}), DECLARED, '/code')).toMatchObject({
    reason: 'answered 403, which no gate declares',
  });
});

it('a rate without a code is known to its own gate alone', () => {
  const declared = [{ status: 429 }, { status: 404 }, { status: 429, code: 'hourly' }];
  expect(tellingRefusals(declared)).toEqual([{ status: 404 }, { status: 429, code: 'hourly' }]);
  expect(tellingRefusals(declared, { status: 402 })).toEqual([{ status: 404 }, { status: 429, code: 'hourly' }]);
  expect(tellingRefusals(declared, { status: 429 })).toEqual(declared);
});

describe('an answer', () => {
  it.each<[string, Answer, string]>([
    ['with data', answer(200, { items: [] }), 'allowed'],
    ['with nothing, as it says', answer(204, '', ''), 'allowed'],
    ['with a file', answer(200, 'a,b', 'text/csv'), 'allowed'],
    ['with a sign-in page', answer(200, '<form>', 'text/html'), 'unclear'],
    ['with nothing where there should be data', answer(200, '', 'application/json'), 'unclear'],
    ['with broken data', answer(200, '{"items": [', 'application/json'), 'unclear'],
    ['with nothing as its data', answer(200, null), 'unclear'],
    ['with an error that no gate declares', answer(200, { code: 'internal', items: [] }), 'unclear'],
    ['that says it went well', answer(200, { code: 'OK', items: [] }), 'allowed'],
    ['that says so with the status as its code', answer(200, { code: '201', items: [] }), 'allowed'],
    ['that says so with zeros', answer(200, { code: '00000', items: [] }), 'allowed'],
    ['with a number that is no status of success', answer(200, { code: '2001', items: [] }), 'unclear'],
    ['that leads elsewhere', answer(302, '', ''), 'unclear'],
    ['that refuses as declared', answer(402, { code: 'license_required' }), 'refused 402 license_required'],
    ['that refuses with a code of its own', answer(402, { code: 'nope' }), 'refused 402 nope'],
    ['that refuses with a declared rate', answer(429, { code: 'patrol_hourly_cap' }), 'refused 429 patrol_hourly_cap'],
    ['that refuses with a number as its code', answer(402, { code: 40201 }), 'refused 402 40201'],
    ['that says with a number that it went well', answer(200, { code: 0 }), 'allowed'],
    ['that says with a number that it did not', answer(200, { code: 40201 }), 'unclear'],
    ['that finds what was sent wrong', answer(422, { code: 'validation_failed' }), 'unclear'],
    ['that has such a thing already', answer(409, { code: 'name_taken' }), 'unclear'],
    [
      'that refuses with a declared code under another status',
      answer(409, { code: 'license_required' }),
      'refused 409 license_required',
    ],
    ['that asks to come again', { ...answer(403, { code: 'secondary_limit' }), retryAfter: '60' }, 'unclear'],
    ['that is another rate limit', answer(429, { code: 'slow_down' }), 'unclear'],
    ['that knows nobody', answer(401, { code: 'unauthenticated' }), 'unclear'],
    ['of a firewall', answer(403, '<h1>Forbidden</h1>', 'text/html'), 'unclear'],
    ['of a missing route', answer(404, { code: 'not_found' }), 'unclear'],
    ['of a broken server', answer(500, { code: 'internal' }), 'unclear'],
  ])('%s', (_, one, expected) => {
    expect(meaning(one)).toBe(expected);
  });
});
