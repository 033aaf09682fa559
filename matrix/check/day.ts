/** A day of the calendar as text. */

/** Whether `2027-02-28` is a day that there is. */
export function isDay(words: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return false;
  const time = Date.parse(words);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(words);
}
