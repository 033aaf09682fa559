/** Stories: cards without a heading. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../claims/claims-of.ts';

const claims = (html: string) =>
  claimsOf(html, { product: 'harbor', html: true }).map((one) => one.replace(/^.*?» /, ''));

describe('cards that open with a plan’s name', () => {
  it.each([
    ['<p class="name">', '</p>'],
    ['<b>', '</b>'],
    ['<strong>', '</strong><hr>'],
    ['<div class="head"><span>Best value</span><div>', '</div></div>'],
  ])('in %s', (open, close) => {
    const card = (name: string, forms: string) =>
      `<div>${open}${name}${close}<div>€29</div><div>/ month</div><ul><li>${forms} forms</li></ul></div>`;
    expect(claims(`<h2>Pricing</h2><div>${card('Studio', '25')}${card('Agency', '99')}</div><p>3 forms</p>`)).toEqual([
      'studio-2024: month price = 2900 EUR',
      'studio-2024: forms = 25 form',
      'agency-2024: month price = 2900 EUR',
      'agency-2024: forms = 99 form',
      '?nobody: forms = 3 form',
    ]);
  });
});

describe('other boxes beside each other', () => {
  it.each([
    '<div><div><p>Studio</p><p>99 forms</p></div><div><p>Docs</p><p>How it works</p></div></div>',
    '<div><div><p>Studio</p><p>99 forms</p></div><div><p>Studio</p><p>98 forms</p></div></div>',
    '<div><div><p>Studio is made for teams</p><p>99 forms</p></div><div><p>Ask Agency</p><p>98 forms</p></div></div>',
  ])('are nobody’s: %s', (html) => {
    expect(claims(html).filter((one) => !one.startsWith('?'))).toEqual([]);
  });
});
