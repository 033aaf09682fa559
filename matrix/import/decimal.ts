/** Numbers as written go in; exact products come out, never through a float. */

/** `digits` over ten to the power of `scale`; never negative. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

const WRITTEN = /^\+?([\d_]*)(?:\.([\d_]*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Gives nothing for what is no number, or less than 0. */
export function decimal(words: string): Decimal | undefined {
  const [whole, integer = '', fraction = '', exponent = '0'] = WRITTEN.exec(words.trim()) ?? [];
  const digits = (integer + fraction).replaceAll('_', '');
  if (whole === undefined || !digits) return undefined;
  const scale = fraction.replaceAll('_', '').length - Number(exponent);
  const value = BigInt(digits);
  return lowest(scale < 0 ? { digits: value * 10n ** BigInt(-scale), scale: 0 } : { digits: value, scale });
}

export function times(one: Decimal, other: Decimal): Decimal {
  return lowest({ digits: one.digits * other.digits, scale: one.scale + other.scale });
}

function lowest({ digits, scale }: Decimal): Decimal {
  let [left, places] = [digits, scale];
  while (places > 0 && left % 10n === 0n) [left, places] = [left / 10n, places - 1];
  return { digits: left, scale: places };
}

export function decimalWords({ digits, scale }: Decimal): string {
  const text = String(digits).padStart(scale + 1, '0');
  return scale ? `${text.slice(0, -scale)}.${text.slice(-scale)}` : text;
}

/** The same number for JavaScript; nothing when it would be another one there. */
export function exactNumber(value: Decimal): number | undefined {
  const number = Number(decimalWords(value));
  const back = decimal(String(number));
  return back && back.digits === value.digits && back.scale === value.scale ? number : undefined;
}
