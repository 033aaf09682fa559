/** Whatever a secret is and however it is written, nothing of it stands in what is printed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Mask } from '../../../verifier/holders/mask.ts';

const secrets = fc
  .string({ minLength: 8, maxLength: 40, unit: 'grapheme' })
  .filter((one) => one.trim().length > 7 && !one.includes('*'));
/** What a product or a report makes of a text. */
const WRITTEN: Record<string, (secret: string, before: string) => string> = {
  'as it is': (secret) => secret,
  'percent-encoded': (secret) => encodeURIComponent(secret),
  'as a form': (secret) => new URLSearchParams({ pass: secret }).toString(),
  'in JSON': (secret) => JSON.stringify({ secret }),
  'in JSON within JSON': (secret) => JSON.stringify(JSON.stringify({ secret })),
  'in hexadecimal': (secret) => Buffer.from(secret).toString('hex'),
  'in base64url after a name': (secret, before) => Buffer.from(`${before}:${secret}`).toString('base64url'),
  'in base64 after a name': (secret, before) => Buffer.from(`${before}:${secret}`).toString('base64'),
};

describe('a secret', () => {
  it.each(Object.entries(WRITTEN))('%s is hidden', (_, write) => {
    fc.assert(
      fc.property(secrets, fc.string({ maxLength: 5 }), (secret, before) => {
        const mask = new Mask();
        mask.add(secret);
        const hidden = mask.hide(write(secret, before));
        expect(hidden).toContain('***');
        // Of base64, a character at each end is shared with what stands beside it.
        expect(write(secret, before).length - hidden.length).toBeGreaterThan(secret.length - 8);
        expect(hidden).not.toContain(secret);
      }),
    );
  });

  it('within another leaves no end of the longer one', () => {
    const mask = new Mask();
    mask.add('harbour', 'harbour-at-night');
    expect(mask.hide('harbour-at-night, harbour')).toBe('***, ***');
  });

  it('of several lines is hidden line by line', () => {
    const mask = new Mask();
    mask.add('-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA\n-----END PRIVATE KEY-----');
    expect(mask.hide('it said MC4CAQAwBQYDK2VwBCIEIA')).toBe('it said ***');
  });

  it('is hidden in keys and texts of data, which is the same where there is none', () => {
    const mask = new Mask();
    mask.add('low-tide');
    const data = { a: [{ 'low-tide': 'x' }, 'at low-tide', 7, null] };
    expect(mask.hideAll(data)).toEqual({ a: [{ '***': 'x' }, 'at ***', 7, null] });
    const plain = { a: ['high tide'] };
    expect(mask.hideAll(plain)).toBe(plain);
  });

  it('is no word of the matrix, and nothing short that was merely found', () => {
    const mask = new Mask(new Set(['studio-2024']));
    mask.addFound('studio-2024', 'de', 'f3b1c2a9-session');
    expect(mask.hide('studio-2024 de f3b1c2a9-session')).toBe('studio-2024 de ***');
  });
});

it('finds a secret in whatever case, and with white space anywhere in it', () => {
  const mask = new Mask();
  const secret = 'pk_live_9F8e7d6c';
  mask.add(secret);
  const spaced = fc
    .array(fc.constantFrom('', ' ', '\n', '\u00a0'), { minLength: secret.length, maxLength: secret.length })
    .map((gaps) => [...secret].map((one, n) => one + (n < secret.length - 1 ? gaps[n] : '')).join(''));
  const around = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(around, spaced, fc.boolean(), around, (before, words, large, after) => {
      const shown = large ? words.toUpperCase() : words;
      const found = mask.find(before + shown + after);
      expect(found).toContainEqual([before.length, before.length + shown.length]);
    }),
  );
  expect(mask.find('pk_live_9F8e7d6')).toEqual([]);
  mask.add('Clé-Été-2024');
  expect(mask.find('İ: CLÉ-ÉTÉ-2024')).toEqual([[3, 15]]);
});
