/** `Retry-After` is a number of seconds, or a date that counts from the answer's own clock; anything else says nothing. */
import { expect, it } from 'vitest';
import { secondsToWait } from '../../../verifier/http/seconds-to-wait.ts';

const NOW = 'Sun, 06 Nov 1994 08:49:37 GMT';

it.each<[string, string | null, string | null, number | undefined]>([
  ['seconds', '600', NOW, 600],
  ['at once', '0', NOW, 0],
  ['a date', 'Sun, 06 Nov 1994 08:59:37 GMT', NOW, 600],
  ['a date of RFC 850', 'Sunday, 06-Nov-94 08:59:37 GMT', NOW, 600],
  ['a date of asctime', 'Sun Nov  6 08:59:37 1994', NOW, 600],
  ['a date that is over', 'Sun, 06 Nov 1994 08:00:00 GMT', NOW, 0],
  ['nothing', null, NOW, undefined],
  ['an empty header', '', NOW, undefined],
  ['words', 'soon', NOW, undefined],
  ['a year, which is no date here', '2030-01-01', NOW, undefined],
  ['less than nothing', '-5', NOW, undefined],
])('%s', (_, retryAfter, date, seconds) => {
  expect(secondsToWait(retryAfter, date)).toBe(seconds);
});

it('counts a date from this machine’s clock where the answer has none', () => {
  const until = new Date(Date.now() + 600_000).toUTCString();
  expect(Math.abs(secondsToWait(until, null)! - 600)).toBeLessThan(3);
});
