/** A sum as somebody wrote it and another sum of its currency go in; the other, with the same sign and marks, comes out. */
import { fractionDigits } from '../../matrix/money.ts';
import { grouped } from './written-number.ts';

/** `minor` is in minor units. Decimals stand where they stood, or where they are needed. Nothing where `raw` has no number. */
export function writtenMoney(raw: string, minor: number, currency: string): string | undefined {
  const number = /\d[\d., \u00A0\u202F]*\d|\d/.exec(raw);
  if (!number) return undefined;
  const digits = fractionDigits(currency);
  const decimals = /([.,])(\d{1,2})$/.exec(number[0]);
  const whole = decimals ? number[0].slice(0, -decimals[0].length) : number[0];
  const group = /[., \u00A0\u202F]/.exec(whole)?.[0] ?? '';
  const fraction = String(minor % 10 ** digits).padStart(digits, '0');
  const shows = digits > 0 && (decimals !== null || Number(fraction) > 0);
  const mark = decimals?.[1] ?? (group === '.' ? ',' : '.');
  const amount = grouped(Math.floor(minor / 10 ** digits), group);
  const written = shows ? `${amount}${mark}${fraction}` : amount;
  return raw.slice(0, number.index) + written + raw.slice(number.index + number[0].length);
}
