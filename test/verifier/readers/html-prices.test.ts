/** Stories: one price in several elements. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../claims/claims-of.ts';

const claims = (html: string) =>
  claimsOf(`<section><h3>Studio</h3>${html}</section>`, { product: 'harbor', html: true }).map((one) =>
    one.replace(/^.*?» /, ''),
  );

describe('a price in parts', () => {
  it.each([
    '<p><span>€</span><span>29</span><span>/mo</span></p>',
    '<p>\n<span>€</span>\n<span>29</span>\n<span>/mo</span>\n</p>',
    '<p><sup>€</sup><b>29</b><sub>/mo</sub></p>',
    '<div>€</div><div>29</div><div>/ month</div>',
    '<div><span>€</span></div><div><b>29</b> / month</div>',
    '<div><div>29</div><div>EUR</div><div>per month</div></div>',
    '<div><div>€</div><div>29</div><div>.00</div><div>/mo</div></div>',
    '<p>€29<sup>00</sup> per month</p>',
    '<p><sup>€</sup>29<sup>00</sup><sub>/mo</sub></p>',
    '<p><span>€29</span><sup>.00</sup> per month</p>',
    '<p>€29<sup>1</sup> per month</p>',
    '<table><tr><th></th><th>Studio</th></tr><tr><td>Price</td><td>€29<sup>00</sup>/month</td></tr></table>',
  ])('%s', (html) => {
    expect(claims(html)).toEqual(['studio-2024: month price = 2900 EUR']);
  });
  it('has cents of its own', () => {
    expect(claims('<p>€19<sup>99</sup> per month</p>')).toEqual(['studio-2024: month price = 1999 EUR']);
  });
});

describe('other numbers beside each other are no price', () => {
  it.each([
    ['<p>25<sup>1</sup> forms</p>', 'studio-2024: forms = 25 form'],
    ['<p>10<sup>6</sup> forms</p><p>5 team members</p>', 'studio-2024: team_members = 5 member'],
    ['<section><p>€</p></section><section><p>19 / month</p></section><p>25 forms</p>', 'studio-2024: forms = 25 form'],
    ['<p>Pay in €</p><p>19</p><p>per month</p><p>25 forms</p>', 'studio-2024: forms = 25 form'],
  ])('%s', (html, said) => {
    expect(claims(html)).toEqual([said]);
  });
});
