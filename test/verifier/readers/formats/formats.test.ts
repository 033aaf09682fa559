/** Fixtures in each format: a text on one line, `\n` for a new line, and the certain claims in it, `none`, or what is unread. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileMatrix } from '../../../../matrix/compile/compile.ts';
import { readMatrix } from '../../../../matrix/read/read.ts';
import { vocabulary } from '../../../../matrix/vocabulary.ts';
import { readDocument } from '../../../../verifier/probes/read-document.ts';
import type { Observation } from '../../../../verifier/types.ts';
import { said } from '../../claims/claims-of.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const { raw, source } = readMatrix(
  new TextEncoder().encode(read('../../claims/products/kestrel.matrix.yaml')),
  'kestrel',
);
if (!raw) throw new Error('the matrix cannot be read');
const words = vocabulary(compileMatrix(raw, source));

function told(one: Observation): string {
  return one.outcome.kind === 'unread' ? `unread: ${one.outcome.reason}` : said(one);
}

describe.each(['md', 'mdx', 'html', 'txt', 'rst', 'tsx', 'ts', 'js'])('%s', (format) => {
  const lines = read(`${format}.claims.txt`).split('\n').filter(Boolean);
  it.each(lines.map((line) => line.split('  =>  ') as [string, string]))('%s', async (text, claims) => {
    const observed = await readDocument(text.replaceAll('\\n', '\n'), `a.${format}`, 'docs', words);
    const certain = observed.map(told).filter((claim) => !claim.startsWith('?'));
    expect(certain.join(' ; ') || 'none').toBe(claims);
  });
});
