/** `Retry-After` and `Date` of one answer go in; the seconds to wait, or nothing where it does not say, come out. */

/** RFC 9110, 10.2.3: whole seconds, or a date, which is meant by the clock of the answer's own `Date`. */
export function secondsToWait(retryAfter: string | null, date: string | null): number | undefined {
  const words = retryAfter?.trim() ?? '';
  if (/^\d+$/.test(words)) return Number(words);
  const until = httpDate(words);
  const now = httpDate(date?.trim() ?? '') ?? Date.now();
  return until === undefined ? undefined : Math.max(0, Math.round((until - now) / 1000));
}

/** RFC 9110, 5.6.7: the form of today, and the two that are obsolete; anything else is no date. */
const HTTP_DATES =
  /^(?:\w{3}, \d{2} \w{3} \d{4} [\d:]{8} GMT|\w{6,9}, \d{2}-\w{3}-\d{2} [\d:]{8} GMT|\w{3} \w{3} [ \d]\d [\d:]{8} \d{4})$/;

function httpDate(words: string): number | undefined {
  if (!HTTP_DATES.test(words)) return undefined;
  const ms = Date.parse(words.endsWith('GMT') ? words : `${words} GMT`);
  return Number.isNaN(ms) ? undefined : ms;
}
