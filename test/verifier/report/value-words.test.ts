/** Each kind of value in the words of a report. */
import { describe, expect, it } from 'vitest';
import type { Value } from '../../../matrix/types.ts';
import { valueWords } from '../../../verifier/report/value-words.ts';

const CASES: [Value, string][] = [
  [{ kind: 'included' }, 'included'],
  [{ kind: 'excluded' }, 'not included'],
  [{ kind: 'addon' }, 'sold as an add-on'],
  [{ kind: 'on_request' }, 'on request'],
  [{ kind: 'unknown' }, 'not stated'],
  [{ kind: 'unlimited', unit: 'client_workspace' }, 'unlimited client workspaces'],
  [{ kind: 'unlimited' }, 'unlimited'],
  [{ kind: 'duration', n: 1, unit: 'day' }, '1 day'],
  [{ kind: 'words', text: 'AI Patrol' }, '“AI Patrol”'],
  [
    { kind: 'amount', n: 5, unit: 'megabyte', per: { n: 5, unit: 'minute' }, bound: 'at_most' },
    'at most 5 megabytes per 5 minutes',
  ],
  [{ kind: 'amount', n: 1, unit: 'run', per: { n: 1, unit: 'hour' }, bound: 'exactly' }, '1 run per hour'],
  [{ kind: 'amount', n: 10_000, unit: 'query', bound: 'about' }, 'about 10,000 queries'],
  [{ kind: 'amount', n: 41, unit: 'workspace', bound: 'at_least' }, 'no limit met up to 41 workspaces'],
  [{ kind: 'money', minor: 499, currency: 'USD', per: { period: 'month' } }, '$4.99 per month'],
  [
    { kind: 'money', minor: 3900, currency: 'USD', per: { period: 'month', unit: 'user' }, billed: 'year' },
    '$39 per user per month, billed yearly',
  ],
  [{ kind: 'money', minor: 5, currency: 'EUR' }, '€0.05'],
  [{ kind: 'money', minor: 149_000, currency: 'JPY' }, 'JPY 149,000'],
  [{ kind: 'money', minor: 1_234_500, currency: 'KWD' }, 'KWD 1,234.500'],
  [{ kind: 'money', minor: 0, currency: 'USD' }, 'free'],
  [{ kind: 'refusal', status: 402, code: 'license_required' }, 'refused with 402 license_required'],
  [{ kind: 'refusal', status: 403 }, 'refused with 403'],
];

describe('valueWords', () => {
  it.each(CASES)('%j', (value, words) => {
    expect(valueWords(value)).toBe(words);
  });
});
