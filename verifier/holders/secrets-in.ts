/** What somebody has who became a holder goes in; the values in it that nobody else may see come out. */
import type { Start } from './start.ts';

export function secretsIn({ headers, cookies, origins }: Omit<Start, 'variables'>): string[] {
  return [
    // Of `Bearer abc` the second word is the secret.
    ...Object.values(headers).flatMap((one) => [one, ...one.split(/\s+/).slice(1)]),
    ...cookies.map((one) => one.value),
    ...origins.flatMap((one) => one.localStorage.flatMap(({ value }) => [value, ...textsIn(value)])),
  ];
}

/** Pages keep their session in JSON, of which a part may be shown. */
function textsIn(value: string): string[] {
  const texts: string[] = [];
  try {
    JSON.parse(value, (_, one) => {
      if (typeof one === 'string') texts.push(one);
      return one;
    });
  } catch {
    return [];
  }
  return texts;
}
