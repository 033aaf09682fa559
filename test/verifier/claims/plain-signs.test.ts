/** Stories: words that look like any others, and are written with signs that nobody sees or in letters of another width. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { commercialWords } from '../../../verifier/claims/commercial-words.ts';
import { nameFinder } from '../../../verifier/claims/names.ts';
import { readNotices } from '../../../verifier/claims/notices.ts';
import { readOwnedWords } from '../../../verifier/claims/owned-words.ts';
import { plainSigns, plainText } from '../../../verifier/claims/plain-signs.ts';
import { readClaims } from '../../../verifier/claims/read-claims.ts';
import type { Text } from '../../../verifier/claims/text.ts';
import { textsOf } from '../../../verifier/claims/text.ts';
import { tokensOf } from '../../../verifier/claims/tokens.ts';
import { pair } from '../../../verifier/pair/pair.ts';
import { readHtmlFile } from '../../../verifier/readers/html-file.ts';
import { readMarkdown } from '../../../verifier/readers/markdown.ts';
import { readPlainText } from '../../../verifier/readers/plain-text.ts';
import { claimsOf, MATRICES } from './claims-of.ts';

const harbor = { product: 'harbor' } as const;

describe('a claim is read, and stands where it is written', () => {
  it.each([
    ['a soft hyphen in a name', 'See: Stu\u00ADdio includes 99 forms.', '1:6+25 studio-2024: forms = 99 form'],
    ['one as an entity', 'See: Stu&shy;dio includes 99 forms.', '1:6+29 studio-2024: forms = 99 form'],
    ['a zero-width space in a number', 'Studio includes 9\u200B9 forms.', '1:1+25 studio-2024: forms = 99 form'],
    ['one in a key', 'Studio includes 99 for\u200Dms.', '1:1+25 studio-2024: forms = 99 form'],
    ['a word joiner behind a sign', 'Studio costs $\u206019 per month.', '1:1+27 studio-2024: month price = 1900 USD'],
    ['a byte order mark within', 'Studio in\uFEFFcludes 99 forms.', '1:1+25 studio-2024: forms = 99 form'],
    ['one at the end of what is claimed', '**Studio**: 99 forms\u200B.', '1:3+18 studio-2024: forms = 99 form'],
    ['signs between blanks', 'Studio \u200B includes 99 forms.', '1:1+26 studio-2024: forms = 99 form'],
    ['full-width digits', 'Studio includes \uFF19\uFF19 forms.', '1:1+24 studio-2024: forms = 99 form'],
    [
      'full-width letters',
      '\uFF33\uFF54\uFF55\uFF44\uFF49\uFF4F includes 99 forms.',
      '1:1+24 studio-2024: forms = 99 form',
    ],
    [
      'bold letters of mathematics',
      '\u{1D5E6}\u{1D601}\u{1D602}\u{1D5F1}\u{1D5F6}\u{1D5FC} includes 99 forms.',
      '1:1+30 studio-2024: forms = 99 form',
    ],
    ['a hyphen that does not break', 'Studio has 99\u2011form limits.', '1:1+18 studio-2024: forms = 99 form'],
    ['marks of direction', '\u200EStudio\u200F: 99 forms', '1:2+17 studio-2024: forms = 99 form'],
  ])('%s', (_, text, claim) => {
    expect(claimsOf(text, harbor)).toEqual([claim]);
  });
  it('in the cells of a table', () => {
    expect(claimsOf('| | Stu\u00ADdio |\n|---|---|\n| Fo\u200Brms | 9\u20609 |', harbor)).toEqual([
      '3:12+3 studio-2024: forms = 99 form',
    ]);
  });
  it('on a page, whose words are told as they are seen', () => {
    expect(claimsOf('<p>Stu&shy;dio in\uFEFFcludes 9&#8203;9 for\u00ADms</p>', { ...harbor, html: true })).toEqual([
      'p «Studio includes 99 forms» studio-2024: forms = 99 form',
    ]);
  });
});

describe('the right columns are marked', () => {
  const [before, written, after] = ['Now ', 'Stu\u00ADdio  in&shy;cludes\n9\u200B9 for\uFEFFms', ' and more.'];
  const place = (texts: Text[]) => {
    const [text] = texts.filter(({ value }) => value.includes('Studio'));
    const from = text!.value.indexOf('Studio');
    return text!.place(from, text!.value.indexOf(' and more'));
  };
  it.each([
    ['Markdown', (text: string) => readMarkdown(text, 'a.md')],
    ['HTML in a file', (text: string) => readHtmlFile(`<p>${text}</p>`, 'a.html').blocks],
  ])('in %s', (_, read) => {
    const at = place(read(before + written + after).flatMap(textsOf));
    expect(at).toMatchObject({ line: 1, length: written.length });
  });
  it('in plain text', () => {
    const plain = written.replace('&shy;', '\u00AD').replace('  ', ' ');
    const at = place(readPlainText(before + plain + after, 'a.txt').blocks.flatMap(textsOf));
    expect(at).toMatchObject({ line: 1, column: before.length + 1, length: plain.length });
  });
});

describe('what is looked for may be written so too', () => {
  it('a name of the matrix', () => {
    const find = nameFinder({ names: [{ words: 'Stu\u00ADdio\u2011Max', named: { kind: 'plan', versions: ['s'] } }] });
    expect(find(tokensOf('Studio-Max'), 0)?.length).toBe(2);
  });
  it('a phrase that must not be said', () => {
    const words = { ...vocabulary(MATRICES.harbor), neverSay: [{ phrase: 'life\u2011time deal', say: 'yearly plan' }] };
    const told = (text: string) => readOwnedWords(readMarkdown(text, 'a.md'), 'docs', words).map(({ at }) => at[0]);
    expect(told('A life\u2011ti\u00ADme deal.')).toMatchObject([{ line: 1, column: 3, length: 15 }]);
    expect(told('A life-time deal.')).toMatchObject([{ line: 1, column: 3, length: 14 }]);
  });
  it('a phrase that a page of a demo must not say', () => {
    const sold = commercialWords(readMarkdown('A life-time deal.', 'a.md'), vocabulary(MATRICES.harbor), [
      'life\u2011time deal',
    ]);
    expect(sold).toEqual({ words: ['life-time deal'] });
  });
  it('words that must stand in a document', () => {
    const words = { ...vocabulary(MATRICES.harbor), mustSay: [{ phrase: 'self\u2011hosted', on: ['a.md'] }] };
    const missing = (text: string) =>
      readNotices(
        readMarkdown(text, 'a.md'),
        { kind: 'file', path: 'a.md', line: 1, column: 1, length: 1 },
        'docs',
        words,
      );
    expect(missing('Also self-hos\u00ADted.')).toEqual([]);
    expect(missing('Also hosted.')).toHaveLength(1);
  });
  it('the name of a key, which is told as it is written', () => {
    const { limits, ...rest } = MATRICES.harbor;
    const matrix = { ...rest, limits: { ...limits, forms: { ...limits.forms!, name: 'Web\u2011forms' } } };
    const text = '| Key | Display name |\n|---|---|\n| `forms` | Web-forms |';
    const seen = readClaims(readMarkdown(text, 'a.md'), { surface: 'docs', vocabulary: vocabulary(matrix) });
    expect(seen.flatMap((one) => pair(matrix, one)).map(({ comparison }) => comparison?.is)).toEqual(['same']);
  });
});

describe('signs', () => {
  it('that mark notes, join marks to signs or are no letters stay', () => {
    for (const words of ['10\u00B9', 'Yes\u2070', '\u2714\uFE0F', '\u00BD', '7\u20137', '\u2212', '\u2122', '…'])
      expect(plainSigns(words)).toBe(words);
  });
  it('of an accent are one with their letter', () => {
    expect(plainSigns('E\u0301quipe')).toBe('\u00C9quipe');
  });
  it('never move what stands around them', () => {
    const piece = fc.constantFrom(
      'Studio',
      ' ',
      '9',
      '\u00AD',
      '\u200B',
      '\uFEFF',
      '\uFF19',
      'e\u0301',
      '\u{1D5E6}',
      'ﬁ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const words = pieces.join('');
        const text = plainText({
          value: words,
          place: (from, to) => ({ kind: 'call', method: '', path: `${from} ${to}`, pointer: '' }),
        });
        for (let n = 0; n < text.value.length; n += 1) {
          const at = text.place(n, n + 1) as { path: string };
          const [from = 0, to = 0] = at.path.split(' ').map(Number);
          expect(plainSigns(words.slice(from, to))).toContain(text.value[n]);
        }
      }),
    );
  });
});
