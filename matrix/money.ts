/** Amounts of money as written go in, whole minor units come out, never through a float. */

/** `4.99` with 2 digits is 499; further digits are cut off. `words` uses `.` as decimal mark and no grouping but `_`. */
export function minorUnits(words: string, digits: number): number {
  const [whole = '0', fraction = ''] = words.replaceAll('_', '').split('.');
  return Number(whole + fraction.padEnd(digits, '0').slice(0, digits));
}

/** Codes of ISO 4217 by their decimal places: the usual ones, so that they cost no start of the machine's locale data. */
const USUAL: Readonly<Record<number, string>> = {
  0: 'JPY KRW VND CLP ISK UGX XAF XOF PYG',
  2: 'USD EUR GBP CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN TRY UAH ILS AED SAR QAR EGP ZAR NGN KES MAD INR PKR BDT LKR SGD HKD TWD CNY THB MYR IDR PHP BRL MXN ARS COP PEN UYU',
  3: 'KWD BHD OMR JOD TND',
};

const known = new Map(
  Object.entries(USUAL).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)] as const)),
);

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

/** Every code to choose from, when `currency` is none of them; nothing when it is. */
export function currenciesInsteadOf(currency: string): string[] | undefined {
  if (Object.values(USUAL).some((codes) => codes.split(' ').includes(currency))) return undefined;
  const all = Intl.supportedValuesOf('currency');
  return all.includes(currency) ? undefined : all;
}
