/** For the rules about amounts beside each other: files that pass, and files that only one rule finds fault with. */
import { addons, priced, story, two } from './offer-story.ts';
import type { Story } from './stories.ts';

export const COMPARED: readonly Story[] = [
  story(
    'price/compare-low',
    'struck-through-price-is-above-what-is-paid',
    priced(
      'USD: { month: [10, { amount: 8, billed: year }, { amount: 10, billed: year, kind: compare_at }], year: [96, { amount: 120, kind: compare_at }] }',
    ),
  ),
  story(
    'price/compare-low',
    'struck-through-price-stands-beside-a-founding-one',
    priced('USD: { month: [10, { amount: 7, kind: founding }, { amount: 10, kind: compare_at }] }'),
  ),
  story(
    'price/compare-low',
    'struck-through-price-is-for-another-interval',
    priced('USD: { week: { amount: 3, kind: compare_at }, month: 10 }'),
  ),
  story(
    'price/compare-low',
    'struck-through-price-is-only-above-what-is-billed-by-the-year',
    priced('USD: { month: [10, { amount: 8, billed: year }, { amount: 9, kind: compare_at }] }'),
    '13:108',
  ),
  story(
    'price/compare-low',
    'struck-through-price-is-for-another-unit',
    priced('USD: { month: [10, { amount: 8, per: seat, kind: compare_at }] }'),
  ),
  story(
    'price/compare-low',
    'struck-through-price-is-what-is-paid',
    priced('USD: { month: [10, { amount: 10, kind: compare_at }] }'),
    '13:79',
  ),
  story(
    'price/compare-low',
    'struck-through-price-of-an-add-on-is-lower',
    addons('more: { name: More, price: { USD: { once: [9, { amount: 5, kind: compare_at }] } } }'),
    '16:59',
  ),

  story(
    'price/discount-high',
    'founding-price-is-lower',
    priced(
      'USD: { month: [10, { amount: 12, per: seat }, { amount: 9, kind: founding }, { amount: 10, per: seat, kind: founding }] }',
    ),
  ),
  story(
    'price/discount-high',
    'founding-price-is-below-the-one-by-the-month',
    priced('USD: { month: [10, { amount: 8, billed: year }, { amount: 9, kind: founding }] }'),
  ),
  story(
    'price/discount-high',
    'founding-price-is-below-the-one-with-a-note',
    priced('USD: { month: [10, { amount: 12, note: with invoice }, { amount: 11, kind: founding }] }'),
  ),
  story(
    'price/discount-high',
    'founding-price-is-the-usual-one',
    priced('USD: { month: [10, { amount: 10, kind: founding }] }'),
    '13:79',
  ),
  story(
    'price/discount-high',
    'introductory-price-is-dearer',
    priced('USD: { month: [10, { amount: 11, kind: introductory, lasts: 1 month }] }'),
    '13:79',
  ),

  story(
    'price/standard-missing',
    'only-founders-can-buy-yet',
    priced('USD: { month: [{ amount: 5, kind: founding }, { amount: 10, kind: compare_at }] }'),
  ),
  story(
    'price/standard-missing',
    'introductory-month-leads-to-years',
    priced(
      'EUR: { year: { amount: 8, kind: retired } }, USD: { month: { amount: 1, kind: introductory, lasts: 1 month }, year: 90 }',
    ),
  ),
  story(
    'price/standard-missing',
    'introductory-price-leads-to-nothing',
    priced('EUR: { month: { amount: 1, kind: introductory, lasts: 1 month } }, USD: { month: 10 }'),
    '13:74',
  ),
  story(
    'price/standard-missing',
    'struck-through-price-is-the-only-one',
    priced('USD: { year: { amount: 99, kind: compare_at } }'),
    '13:73',
  ),

  story(
    'price/ambiguous',
    'amounts-are-told-apart',
    priced(
      'USD: { month: [10, { amount: 8, billed: year }, { amount: 3, per: seat }, { amount: 12, note: with invoice }, { amount: 9, until: 2027-01-31 }] }',
    ),
  ),
  story(
    'price/ambiguous',
    'old-contract-was-sold-at-two-prices',
    `${priced('USD: { month: 10 }')}  crew: { name: Crew, version: crew_v1, sale: legacy, price: { USD: { month: [8, 9] } } }\n`,
  ),
  story('price/ambiguous', 'amount-stands-twice', priced('USD: { month: [10, 10] }')),
  story('price/ambiguous', 'plan-has-two-prices', priced('USD: { month: [10, 12] }'), '13:69'),
  story(
    'price/ambiguous',
    'two-amounts-bear-one-note',
    priced('USD: { month: [10, { amount: 12, note: with invoice }, { amount: 14, note: with invoice }] }'),
    '13:115',
  ),

  story(
    'price/year-dearer',
    'year-costs-twelve-months-at-most',
    two(
      'price: { USD: { month: 10, year: 120 } }',
      'price: { USD: { month: [{ amount: 10, per: seat }, { amount: 9, per: seat, billed: year }], year: 500 } }',
    ),
  ),
  story(
    'price/year-dearer',
    'year-costs-more-than-twelve-months',
    priced('USD: { month: 8.25, year: 99.01 }'),
    '13:76',
  ),
  story(
    'price/year-dearer',
    'year-of-a-seat-costs-more-than-twelve-months',
    priced('USD: { month: [20, { amount: 10, per: seat }], year: { amount: 130, per: seat } }'),
    '13:113',
  ),
  story(
    'price/year-dearer',
    'month-costs-more-when-billed-by-the-year',
    priced('USD: { month: [10, { amount: 11, billed: year }] }'),
    '13:79',
  ),

  story(
    'price/year-differs',
    'month-is-a-rounded-twelfth-of-the-year',
    two(
      'price: { USD: { month: { amount: 8, billed: year }, year: 99 } }',
      'price: { USD: { month: { amount: 8.33, billed: year }, year: 99.99 } }',
    ),
  ),
  story(
    'price/year-differs',
    'month-is-no-twelfth-of-the-year',
    two(
      'price: { USD: { month: { amount: 8.99, billed: year }, year: 79 } }',
      'price: { JPY: { month: { amount: 980, billed: year }, year: 11772 } }',
    ),
    '13:74',
    '14:74',
  ),
  story(
    'price/year-differs',
    'month-in-cents-is-no-twelfth-of-the-year',
    priced('USD: { month: { amount: 8.33, billed: year }, year: 100.20 }'),
    '13:74',
  ),
];
