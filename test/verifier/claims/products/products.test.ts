/** Fixtures of products that nobody sells: a line of text, `\n` for a new line, and the certain claims in it; or none in a trap. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileMatrix } from '../../../../matrix/compile/compile.ts';
import { readMatrix } from '../../../../matrix/read/read.ts';
import { vocabulary } from '../../../../matrix/vocabulary.ts';
import { readClaims } from '../../../../verifier/claims/read-claims.ts';
import { readMarkdown } from '../../../../verifier/readers/markdown.ts';
import { said } from '../claims-of.ts';

/** Made up, each with the language of what is written about it. */
const PRODUCTS = { tidewell: 'en', kestrel: 'en', brise: 'de', alder: 'en' };

const words = Object.fromEntries(
  Object.entries(PRODUCTS).map(([product, locale]) => [product, wordsOf(product, locale)]),
);

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

function wordsOf(product: string, locale: string) {
  const { raw, source } = readMatrix(new TextEncoder().encode(read(`${product}.matrix.yaml`)), product);
  if (!raw) throw new Error(`the matrix of ${product} cannot be read`);
  return vocabulary(compileMatrix(raw, source), locale);
}

function certain(product: string, text: string): string[] {
  const blocks = readMarkdown(text.replaceAll('\\n', '\n'), 'a.md');
  const claims = readClaims(blocks, { surface: 'docs', vocabulary: words[product]! });
  return claims.map(said).filter((claim) => !claim.startsWith('?'));
}

const lines = (name: string) => read(name).split('\n').filter(Boolean);

describe.each(Object.keys(PRODUCTS))('%s', (product) => {
  it.each(lines(`${product}.claims.txt`).map((line) => line.split('  =>  ') as [string, string]))(
    '%s',
    (text, claims) => {
      expect(certain(product, text)).toEqual(claims.split(' ; '));
    },
  );
});

describe('nothing is claimed', () => {
  it.each(lines('traps.txt').map((line) => [line]))('%s', (line) => {
    const [product, text] = [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)];
    expect(certain(product, text)).toEqual([]);
  });
});
