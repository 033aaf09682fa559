/** A matrix of the right shape goes in; prices that no customer could be charged, with their places, come out. */
import { didYouMean } from '../did-you-mean.ts';
import { currenciesInsteadOf, fractionDigits, minorUnits } from '../money.ts';
import type { Problem } from '../problem.ts';
import { oneLine } from './one-line.ts';
import type { RawAmount, RawMatrix, RawPrice } from './raw.ts';
import { type Path, placeOf, type Source, wordsAt } from './source.ts';

export function priceProblems(source: Source, raw: RawMatrix): Problem[] {
  const own = raw.currency ? unknownCurrency(source, raw.currency, ['currency'], 'value') : [];
  const stated = (['plans', 'past_versions', 'addons'] as const).flatMap((part) =>
    Object.entries(raw[part] ?? {}).flatMap(([key, { price }]) => problemsOf(source, price, [part, key, 'price'])),
  );
  const retired = (raw.words?.retired_prices ?? []).flatMap(({ currency }, i) => {
    const path = ['words', 'retired_prices', i];
    const unknown = unknownCurrency(source, currency, [...path, 'currency'], 'value');
    return [...unknown, ...badAmount(source, currency, [...path, 'amount'])];
  });
  return [...own, ...stated, ...retired];
}

function problemsOf(source: Source, price: RawPrice | undefined, path: Path): Problem[] {
  if (price === undefined || typeof price === 'string') return [];
  return Object.entries(price).flatMap(([currency, intervals]) => [
    ...unknownCurrency(source, currency, [...path, currency], 'key'),
    ...Object.entries(intervals).flatMap(([interval, amounts]) =>
      [amounts].flat().flatMap((amount, index) => {
        const at = [...path, currency, interval, ...(Array.isArray(amounts) ? [index] : [])];
        return typeof amount === 'number' ? badAmount(source, currency, at) : badTerms(source, currency, amount, at);
      }),
    ),
  ]);
}

function badTerms(source: Source, currency: string, terms: Exclude<RawAmount, number>, path: Path): Problem[] {
  const { amount, tiers } = terms;
  if ((amount === undefined) === (tiers === undefined)) {
    const found = `\`${path.join('.')}\` states ${tiers ? 'both `amount` and `tiers`' : 'neither `amount` nor `tiers`'}.`;
    return [
      malformed(source, path, found, 'one of them: `{ amount: 10, per: seat }`, or `{ tiers: [...], per: seat }`.'),
    ];
  }
  if (amount !== undefined) return badAmount(source, currency, [...path, 'amount']);
  return tiers!.flatMap((tier, i) => {
    const at = [...path, 'tiers', i];
    const stated = (['amount', 'flat'] as const).filter((field) => tier[field] !== undefined);
    if (stated.length) return stated.flatMap((field) => badAmount(source, currency, [...at, field]));
    const found = `\`${at.join('.')}\` states neither \`amount\` nor \`flat\`.`;
    return [malformed(source, at, found, 'what a unit of this tier costs, or what the tier costs as a whole.')];
  });
}

function unknownCurrency(source: Source, code: string, path: Path, part: 'key' | 'value'): Problem[] {
  const known = currenciesInsteadOf(code);
  if (!known) return [];
  const near = didYouMean(code, known);
  return [
    malformed(
      source,
      path,
      `There is no currency \`${code}\`.`,
      near ? `\`${near}\`, or another code of ISO 4217.` : 'a code of ISO 4217, such as USD.',
      part,
    ),
  ];
}

/** Amounts are read from their words, so the words must be digits: `1e3` and `0x10` are numbers to YAML alone. */
function badAmount(source: Source, currency: string, path: Path): Problem[] {
  const words = wordsAt(source, path) ?? '';
  const where = `\`${path.join('.')}\` is \`${words}\``;
  const digits = fractionDigits(currency);
  const plain = /^\d+(?:\.(\d+))?$/.exec(words);
  if (!plain) return [malformed(source, path, `${where}.`, 'an amount in digits, such as 4.99.')];
  if (/[1-9]/.test((plain[1] ?? '').slice(digits))) {
    const most = digits ? `at most ${digits} digits after the point` : 'a whole amount';
    return [
      malformed(
        source,
        path,
        `${where}, and ${currency} has no coin that small.`,
        `${most}; or the price of more at once, such as \`{ amount: 2, per: 1000 call }\`.`,
      ),
    ];
  }
  return Number.isSafeInteger(minorUnits(words, digits))
    ? []
    : [malformed(source, path, `${where}, which is more money than can be counted exactly.`, 'a smaller amount.')];
}

function malformed(source: Source, path: Path, found: string, write: string, part: 'key' | 'value' = 'value'): Problem {
  const at = placeOf(source, path, part);
  return { rule: 'matrix/malformed', level: 'error', at, found: oneLine(found), write };
}
