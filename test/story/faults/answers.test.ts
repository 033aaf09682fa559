/** A product answers in every wrong way at once: each surface says what was wrong, none is clean, and nothing is left. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../verifier/types.ts';
import { type Faulty, faulty, nothingRuns, reportDays } from './faulty.ts';

/** What the report has to say of each fault. */
const FAULTS: Readonly<Record<string, RegExp>> = {
  hangs: /did not answer in time/,
  resets: /did not answer \(/,
  'asks to sign in': /who-am-I answered 200 with text\/html instead of data/,
  'shows a page': /answered 200 with text\/html instead of data/,
  'says nothing': /who-am-I answered 200 with nothing in it/,
  'cuts off': /who-am-I answered 200 with JSON that cannot be read/,
  'breaks off': /broke off before its end/,
  'goes round': /who-am-I answered 302/,
  'never ends': /is larger than 0\.2 MB/,
  drips: /did not end in time/,
  mislabels: /who-am-I answered 200 with application\/octet-stream instead of data/,
  limits: /was not asked any more: 30 answers in a row before it were 429 or 5xx, the last 429/,
  fails: /was not asked any more: 30 answers in a row before it were 429 or 5xx, the last 503/,
  'is somebody else': /who-am-I shows premium_v9 \(active\) instead of basic_v1 \(active\)/,
  dies: /its server `dies` ended with 3 while it was looked at/,
};

let product: Faulty;
let ran: Awaited<ReturnType<Faulty['audit']>>;
let report: Report;
let tookMs: number;
beforeAll(async () => {
  product = faulty([...Object.keys(FAULTS), 'none']);
  const started = Date.now();
  ran = await product.audit([]);
  tookMs = Date.now() - started;
  report = ran.report;
});
afterAll(() => product?.remove());

const told = (id: string) => report.findings.filter((one) => one.about.surface === id).map((one) => one.says);
const coverage = (id: string) => report.coverage.find((one) => one.surface === id)!;

describe('a product that', () => {
  it.each(Object.entries(FAULTS))('%s was not looked at, and the report says why', (fault, words) => {
    const id = fault.replaceAll(' ', '-');
    expect(told(id).join('\n')).toMatch(words);
    expect(report.findings.filter((one) => one.about.surface === id).map((one) => one.rule)).toEqual(
      told(id).map(() => 'surface/unread'),
    );
    expect([coverage(id).read, coverage(id).unread > 0]).toEqual([0, true]);
  });

  it('has no fault is read in full beside them', () => {
    expect(told('none')).toEqual([]);
    expect(coverage('none')).toMatchObject({ asked: 48, read: 48, unread: 0 });
  });
});

describe('the audit of all of them', () => {
  it('ends with 2, in bounded time, with a whole report', () => {
    expect([ran.code, report.verdict, report.release?.verdict]).toEqual([2, 'could_not_look', 'NO_GO']);
    expect(tookMs).toBeLessThan(60_000);
    expect(reportDays(product.root)).toEqual({ 'report.html': '2026-11-21', 'report.json': '2026-11-21' });
  });

  it('leaves no process, not even what a dead product had started', () => nothingRuns(product.root));

  it('asked no more of a host that only refuses', () => {
    for (const fault of ['limits', 'fails']) {
      const gates = product.log(fault).filter((line) => /^GET \/api\/(?!me)/.test(line)).length;
      expect(gates).toBeGreaterThanOrEqual(30);
      // Those under way when the last of them was answered; all would be 48.
      expect(gates).toBeLessThanOrEqual(30 + 8);
    }
  });

  it('tells a person what the product said last', () => {
    expect(ran.stderr).toContain('its server `dies` ended with 3 while it was looked at: out of memory');
  });
});
