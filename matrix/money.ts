/** Amounts of money as written go in, whole minor units come out, never through a float. */

/** `4.99` with 2 digits is 499; further digits are cut off. `words` uses `.` as decimal mark and no grouping but `_`. */
export function minorUnits(words: string, digits: number): number {
  const [whole = '0', fraction = ''] = words.replaceAll('_', '').split('.');
  return Number(whole + fraction.padEnd(digits, '0').slice(0, digits));
}

const known = new Map<string, number>();

/** How many decimal places a currency has (ISO 4217, as Unicode CLDR gives it); 2 for an unknown code. */
export function fractionDigits(currency: string): number {
  const before = known.get(currency);
  if (before !== undefined) return before;
  const digits = lookUp(currency);
  known.set(currency, digits);
  return digits;
}

function lookUp(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
