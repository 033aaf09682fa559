/** Stories: elements that say by a role, a style or the name of a class what others say by their own name. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../claims/claims-of.ts';

const claims = (html: string) =>
  claimsOf(html, { product: 'harbor', html: true }).map((one) => one.replace(/^.*?» /, ''));

describe('what is struck out is no copy', () => {
  it.each([
    'class="line-through"',
    'class="text-sm line-through text-gray-400"',
    'class="price-strikethrough"',
    'class="Price_lineThrough__x1"',
    'class="u-strike-through"',
    'class="struck"',
    'class="text-strike"',
    'style="color: red; text-decoration: underline line-through"',
    'style="text-decoration-line:line-through"',
  ])('%s', (how) => {
    expect(claims(`<h3>Studio</h3><p><span ${how}>€29 per month</span> <b>€19 per month</b></p>`)).toEqual([
      'studio-2024: month price = 1900 EUR',
    ]);
    expect(claims(`<h3>Studio</h3><ul><li>25 forms</li><li ${how}>Webhooks</li></ul>`)).toEqual([
      'studio-2024: forms = 25 form',
    ]);
  });
  it.each([
    'class="no-line-through"',
    'class="hover:line-through"',
    'class="not-struck"',
    'class="strike-team"',
    'class="construct"',
    'style="text-decoration: underline"',
  ])('unlike %s', (how) => {
    expect(claims(`<h3>Studio</h3><p ${how}>€29 per month</p>`)).toEqual(['studio-2024: month price = 2900 EUR']);
  });
});

describe('a heading by its role', () => {
  it('heads its card, at its level', () => {
    expect(
      claims(
        '<div><h3>Hobby</h3><p>3 forms</p></div><div><div role="heading" aria-level="3">Studio</div><p>25 forms</p></div>',
      ),
    ).toEqual(['hobby-2024: forms = 3 form', 'studio-2024: forms = 25 form']);
    expect(
      claims('<p role="heading" aria-level="2">Studio</p><h3>Limits</h3><p>25 forms</p><h2>More</h2><p>3 forms</p>'),
    ).toEqual(['studio-2024: forms = 25 form', '?nobody: forms = 3 form']);
  });
  it.each(['', 'aria-level="x"', 'aria-level="0"', 'aria-level="2"'])('is of the second level with %j', (level) => {
    expect(claims(`<span role="heading" ${level}>Studio</span><h3>Limits</h3><p>25 forms</p>`)).toEqual([
      'studio-2024: forms = 25 form',
    ]);
  });
  it('keeps the level of an element that has one, and is never deeper than six', () => {
    expect(claims('<h2 role="heading" aria-level="4">Studio</h2><h3>Limits</h3><p>25 forms</p>')).toEqual([
      'studio-2024: forms = 25 form',
    ]);
    expect(claims('<h6>Agency</h6><p role="heading" aria-level="9">Studio</p><p>25 forms</p>')).toEqual([
      'studio-2024: forms = 25 form',
    ]);
  });
});
