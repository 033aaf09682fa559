/** A rate is used up: how long its window is is seen by what its refusal says, by moving time, or by nobody, and then it is listed. */
import { expect, it } from 'vitest';
import type { Period, Value } from '../../../../matrix/types.ts';
import { probeApi } from '../../../../verifier/probes/api.ts';
import { askOverTime } from '../../../../verifier/probes/conduct/ask-over-time.ts';
import { valueWords } from '../../../../verifier/report/value-words.ts';
import { movableProduct } from '../conduct/movable-product.ts';

const HOUR: Period = { n: 1, unit: 'hour' };
const holder = { version: 'pro_1', state: 'active' as const };
const question = (facet: string) => ({ holder, subject: { kind: 'limit' as const, key: 'runs', facet } });

interface Behaves {
  /** Seconds that one act counts. */
  lasts: number;
  says?: 'seconds' | 'date';
  most?: number;
  per?: Period;
  clock?: boolean;
  rolling?: boolean;
}

/** What is seen of the hard edge and of the reset, in words, and what is listed. */
async function looked({ lasts, says, most = 3, per = HOUR, clock = true, rolling = true }: Behaves) {
  const acts: number[] = [];
  const product = await movableProduct(
    {
      limits: { runs: { by: 'count', request: 'POST /runs', ...(rolling && { window: 'rolling' as const }) } },
      ...(!clock && { clock: undefined }),
    },
    (request, moved) => {
      if (request === 'GET /me') return [200, { version: 'pro_1', state: 'active' }];
      const now = moved + Date.now() / 1000;
      const within = acts.filter((one) => now - one < lasts);
      if (within.length < most) {
        acts.push(now);
        return [201, { run: 1 }];
      }
      const wait = Math.ceil(within[0]! + lasts - now);
      const told = says === 'date' ? new Date(Date.now() + wait * 1000).toUTCString() : String(wait);
      return [429, { code: 'too_many' }, says && { 'retry-after': told }];
    },
  );
  const refusal = { status: 429, code: 'too_many' };
  const limits = { runs: { unit: 'run', per, budget: 9, operation: 'POST /runs', refusal } };
  const probe = { ...product.probe, limits, refusals: [refusal] };
  try {
    const questions = [question('hard'), ...(clock ? [question('reset')] : [])];
    const { observations, usedUp, excluded } = await probeApi({ ...probe, asked: [{ holder, questions }] });
    const later = usedUp.length ? await askOverTime(probe, { usedUp, questions: [] }) : [];
    const words = [...observations, ...later].map(({ about, outcome }) => {
      const said = outcome.kind === 'read' ? valueWords(outcome.value as Value) : `${outcome.kind}`;
      return `${about.subject.facet}: ${said}`;
    });
    return { words, listed: excluded.map(({ what, count }) => `${what} (${count})`) };
  } finally {
    product.close();
  }
}

const RIGHT = ['hard: 3 runs per hour', 'reset: included'];
const UNSEEN = ['how long the window of limit runs is (1)'];

it.each<[string, Behaves, string[], string[]]>([
  ['is an hour, and says so in seconds', { lasts: 3600, says: 'seconds' }, RIGHT, []],
  ['is an hour, and says so as a date', { lasts: 3600, says: 'date' }, RIGHT, []],
  [
    'is ten minutes, and says so as a date',
    { lasts: 600, says: 'date' },
    ['hard: 3 runs per 10 minutes', RIGHT[1]!],
    [],
  ],
  ['is an hour, and says nothing', { lasts: 3600 }, ['hard: 3 runs', RIGHT[1]!], []],
  ['is ten minutes, and says nothing', { lasts: 600 }, ['hard: 3 runs', 'hard: 3 runs per 57 minutes', RIGHT[1]!], []],
  ['lasts longer than the hour', { lasts: 7200 }, ['hard: 3 runs', 'reset: refused with 429 too_many'], []],
  ['nobody can move', { lasts: 600, clock: false }, ['hard: 3 runs'], UNSEEN],
  ['nobody can move, and that says so', { lasts: 3600, says: 'date', clock: false }, ['hard: 3 runs per hour'], []],
  ['has room for one', { lasts: 600, most: 1 }, ['hard: 1 run', RIGHT[1]!], UNSEEN],
  [
    'is shorter than the audit may take',
    { lasts: 60, per: { n: 1, unit: 'minute' } },
    ['hard: 3 runs', RIGHT[1]!],
    UNSEEN,
  ],
  ['is a fixed one, of which nothing is told', { lasts: 600, rolling: false }, RIGHT, []],
])('a window that %s', async (_, behaves, words, listed) => {
  expect(await looked(behaves)).toEqual({ words, listed });
});
