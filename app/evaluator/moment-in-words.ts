/** Milliseconds since 1970 enter; the moment that a person reads leaves, always in UTC: `21 Nov 2026, 10:34 UTC`. */

/** An empty text for a number that is no moment. */
export function momentInWords(at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return '';
  const moment = new Date(at);
  const day = moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return `${day}, ${moment.toISOString().slice(11, 16)} UTC`;
}
