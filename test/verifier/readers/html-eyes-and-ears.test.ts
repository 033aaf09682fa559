/** Stories: what is set for the eye and what is set for the ear are both said. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../claims/claims-of.ts';

const claims = (html: string) =>
  claimsOf(html, { product: 'harbor', html: true }).map((one) => one.replace(/^.*?«(.*)» /, '$1: '));

const CARD = '<h3>Studio</h3>';

describe('a price for the eye beside one for the ear', () => {
  it.each([
    '<p><span aria-hidden="true">€29</span><span class="sr-only">€19</span> per month</p>',
    '<p><span aria-hidden="true">€<b>29</b></span> <span class="visually-hidden">19 euros</span> / month</p>',
    '<p class="Price_srOnly__x1 sr-only">€19 per month</p><div aria-hidden="true"><span>€</span><span>29</span><span>/mo</span></div>',
    '<div aria-hidden="true">€29 / month</div><p class="screen-reader-text">€19 per month</p>',
    '<table><tr><th>Plan</th><th>Monthly price</th></tr><tr><td>Studio</td><td><span aria-hidden="true">€29</span><span class="sr-only">€19</span></td></tr></table>',
  ])('is read as well: %s', (html) => {
    expect(
      claims(CARD + html)
        .map((one) => one.replace(/^.*: studio/, 'studio'))
        .sort(),
    ).toEqual(['studio-2024: month price = 1900 EUR', 'studio-2024: month price = 2900 EUR']);
  });
  it('keeps the period that stands behind both', () => {
    expect(
      claims(`${CARD}<p><i aria-hidden="true">€29</i><i class="sr-only">€19</i></p><p>per month</p>`).sort(),
    ).toEqual(['€19: studio-2024: month price = 1900 EUR', '€29: studio-2024: month price = 2900 EUR']);
  });
});

describe('what only the eye is shown is no other copy', () => {
  it.each([
    '<ul><li><span aria-hidden="true">✓</span> 25 forms</li></ul>',
    '<ul><li><span aria-hidden="true">2</span> 25 forms</li></ul>',
    '<p><span aria-hidden="true">99</span> <b class="sr-only">Step</b></p><p>25 forms</p>',
    '<p>25 forms</p><p><i class="sr-only">many</i><i aria-hidden="true"><b>0</b> <b>1</b> <b>2</b> <b>3</b> <b>4</b></i> forms</p>',
    '<div aria-hidden="true"><p>99 forms</p></div><p>25 forms</p>',
  ])('%s', (html) => {
    expect(claims(CARD + html).map((one) => one.replace(/^.*?: /, ''))).toEqual(['studio-2024: forms = 25 form']);
  });
});
