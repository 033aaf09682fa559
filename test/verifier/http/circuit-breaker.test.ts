/** A host is given up when it is the host that fails, and never for what one gate answers. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CircuitBreaker } from '../../../verifier/http/circuit-breaker.ts';

type Event = 'ok' | 'refused' | 'limited' | 'silent';
const STATUS = { ok: 200, refused: 402, limited: 429 } as const;

function after(events: readonly Event[]): string | undefined {
  const breaker = new CircuitBreaker();
  for (const one of events) {
    if (one === 'silent') breaker.silent('did not answer in time');
    else breaker.answered(STATUS[one]);
  }
  return breaker.reason;
}

/** The longest run of events that all are among `kinds`. */
function longest(events: readonly Event[], kinds: readonly Event[], passed: readonly Event[] = []): number {
  let [run, most] = [0, 0];
  for (const one of events) {
    if (kinds.includes(one)) run += 1;
    else if (!passed.includes(one)) run = 0;
    most = Math.max(most, run);
  }
  return most;
}

it('gives up exactly after eight silences or thirty 429s and 5xxs in a row, and for good', () => {
  const event = fc.constantFrom<Event>('ok', 'refused', 'limited', 'silent');
  const streak = fc.tuple(event, fc.integer({ min: 1, max: 34 })).map(([one, n]) => Array<Event>(n).fill(one));
  const met = { open: 0, shut: 0 };
  fc.assert(
    fc.property(
      fc.array(streak, { maxLength: 4 }).map((all) => all.flat()),
      (events) => {
        const gone = longest(events, ['silent']) >= 8 || longest(events, ['limited'], ['silent']) >= 30;
        met[gone ? 'open' : 'shut'] += 1;
        expect(after(events) !== undefined).toBe(gone);
      },
    ),
    { numRuns: 400 },
  );
  expect(Math.min(met.open, met.shut)).toBeGreaterThan(50);
});

it('says why in words that follow what was asked', () => {
  expect(after(Array<Event>(9).fill('silent'))).toBe(
    'was not asked any more: 8 in a row before it got no answer, and the last did not answer in time',
  );
  expect(after([...Array<Event>(30).fill('limited'), 'ok'])).toBe(
    'was not asked any more: 30 answers in a row before it were 429 or 5xx, the last 429',
  );
});
