/** A sample of `npm run fuzz`; and what finds faults there, found to find them. */
import { describe, expect, it } from 'vitest';
import { faultIn, faultOf } from '../../../scripts/fuzz/fault-in.ts';
import { makeDocument } from '../../../scripts/fuzz/make-document.ts';
import { minimise } from '../../../scripts/fuzz/minimise.ts';
import { runDocuments } from '../../../scripts/fuzz/run-documents.ts';
import { PULSE } from '../matrix-of.ts';

describe('mutated documents', () => {
  it('are read or refused in sentences with places, and what reads compiles, is checked and printed', () => {
    const { documents, reads, failure } = runDocuments({ seed: 20270131, from: 0, count: 3000 });
    expect(failure && `${failure.number}: ${failure.fault}`).toBeUndefined();
    expect(documents).toBe(3000);
    expect(reads).toBeGreaterThan(300);
    expect(reads).toBeLessThan(1500);
  });

  it('are the same for a seed, whatever was made before, and others for another', () => {
    const later = makeDocument(7, 500);
    expect(makeDocument(7, 3)).not.toEqual(later);
    expect(makeDocument(7, 500)).toEqual(later);
    expect(makeDocument(8, 500)).not.toEqual(later);
  });

  it('come in bytes that are no text, and in text', () => {
    const documents = Array.from({ length: 300 }, (_, i) => makeDocument(1, i));
    const broken = documents.filter((one) => typeof one !== 'string' && Buffer.from(one).toString().includes('\uFFFD'));
    expect(broken.length).toBeGreaterThan(10);
    expect(documents.filter((one) => typeof one === 'string').length).toBeGreaterThan(10);
  });
});

describe('a document without fault', () => {
  it.each([
    ['the example', PULSE, true],
    ['nothing', '', false],
    ['a list', '- a\n', false],
  ])('is %s', (_name, text, reads) => {
    expect(faultIn(text)).toEqual({ reads, fault: undefined });
  });
});

describe('a fault', () => {
  it('is found in every sentence and place', () => {
    const good = { kind: 'file' as const, path: 'm', line: 2, column: 3, length: 2 };
    const problem = { rule: 'a/b', level: 'error' as const, at: good, found: 'This is `x`.', write: '`y`.' };
    const text = 'one\nfour\n';
    expect(faultOf([problem], text)).toBeUndefined();
    expect(faultOf([{ ...problem, at: { ...good, line: 4 } }], text)).toContain('There is no line 4.');
    expect(faultOf([{ ...problem, at: { ...good, column: 6 } }], text)).toContain('Line 2 has no column 6.');
    expect(faultOf([{ ...problem, at: { ...good, length: 3 } }], text)).toContain('Length 3 ends after line 2.');
    expect(faultOf([{ ...problem, at: { ...good, length: 0 } }], text)).toContain('Length 0 ends after line 2.');
    expect(faultOf([{ ...problem, found: 'This is `x`' }], text)).toContain('No sentence');
    expect(faultOf([{ ...problem, write: '' }], text)).toContain('No sentence');
    expect(faultOf([{ ...problem, found: 'This is `\n`.' }], text)).toContain('Control characters');
    expect(faultOf([{ ...problem, found: 'This is `undefined`.' }], text)).toContain('Not for people');
    const related = [{ at: { ...good, line: 9 }, words: 'It stands here first.' }];
    expect(faultOf([{ ...problem, related }], text)).toContain('There is no line 9.');
  });

  it('is made small', () => {
    expect(minimise('planproof: 1\nproduct: *x and more\n', (text) => text.includes('*x'))).toBe('*x');
    expect(minimise(Buffer.from([1, 2, 0xff, 3, 4]), (bytes) => bytes.includes(0xff))).toEqual(Buffer.from([0xff]));
  });
});
