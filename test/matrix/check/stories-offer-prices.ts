/** For the rules about amounts by themselves: files that pass, and files that only one rule finds fault with. */
import { priced, story, two } from './offer-story.ts';
import type { Story } from './stories.ts';

const SEAL = 'sha256-0000000000000000';

export const PRICES: readonly Story[] = [
  story(
    'price/id-reused',
    'each-amount-has-its-id',
    priced('USD: { month: { amount: 9, id: [p_month, p_month_old] }, year: { amount: 90, id: p_year } }'),
  ),
  story(
    'price/id-reused',
    'one-price-of-the-provider-has-two-currencies-and-a-coupon',
    priced(
      'EUR: { month: { amount: 8, id: p_1 } }, USD: { month: [{ amount: 9, id: p_1 }, { amount: 5, kind: founding, id: p_1 }] }',
    ),
  ),
  story(
    'price/id-reused',
    'one-price-of-the-provider-has-a-coupon',
    priced('USD: { month: [{ amount: 9, id: p_1 }, { amount: 5, kind: founding, id: p_1 }] }'),
  ),
  story(
    'price/id-reused',
    'month-in-one-currency-and-year-in-another-have-one-id',
    priced('EUR: { month: { amount: 9, id: p_1 } }, USD: { year: { amount: 90, id: p_1 } }'),
    '13:121',
  ),
  story(
    'price/id-reused',
    'month-and-year-have-one-id',
    priced('USD: { month: { amount: 9, id: p_1 }, year: { amount: 90, id: [p_2, p_1] } }'),
    '13:118',
  ),
  story(
    'price/id-reused',
    'two-plans-and-an-add-on-have-one-id',
    `${two('price: { USD: { month: { amount: 9, id: p_1 } } }', 'price: { USD: { month: { amount: 10, id: p_1 } } }')}addons: { more: { name: More, price: { USD: { once: { amount: 1, id: p_1 } } } } }\n`,
    '14:82',
    '15:70',
  ),
  story(
    'price/id-reused',
    'old-contract-has-the-id-of-a-plan',
    `${priced('USD: { month: { amount: 9, id: p_1 } }')}past_versions:\n  solo_v0: { of: solo, until: never, has: [], limits: {}, price: { USD: { month: { amount: 9, id: p_1 } } }, digest: ${SEAL} }\n`,
    '15:99',
  ),

  story(
    'price/returned',
    'retired-price-is-of-another-plan-interval-currency',
    `${priced('USD: { month: 9, year: 29 }')}words:
  retired_prices:
    - { plan: crew, currency: USD, interval: month, amount: 9 }
    - { currency: USD, interval: month, amount: 29 }
    - { currency: EUR, interval: month, amount: 9 }
    - { currency: USD, interval: month, amount: 9.01 }
`.replace('words:', '  crew: { name: Crew, version: crew_v1, sale: retired, price: { USD: { month: 9 } } }\nwords:'),
  ),
  story(
    'price/returned',
    'retired-amount-was-billed-otherwise',
    priced('USD: { month: [{ amount: 9, kind: retired }, { amount: 9, billed: year }] }'),
  ),
  story(
    'price/returned',
    'retired-price-is-asked-again',
    `${priced('USD: { month: 9, year: 90 }')}words:
  retired_prices:
    - { plan: solo, currency: USD, interval: month, amount: 9.00 }
    - { currency: USD, interval: year, amount: 90 }
`,
    '13:64',
    '13:73',
  ),
  story(
    'price/returned',
    'retired-amount-of-the-plan-is-asked-again',
    priced('USD: { month: [{ amount: 9, kind: retired }, { amount: 9, note: since May }] }'),
    '13:105',
  ),

  story(
    'price/currency-missing',
    'free-plan-and-plan-on-request-have-no-currency',
    `${two('price: { EUR: { month: 9 }, USD: { month: 10 } }', 'price: free')}  boat: { name: Boat, version: boat_v1, price: on_request }\n  ship: { name: Ship, version: ship_v1, price: { USD: { month: 0 } } }\n`,
  ),
  story(
    'price/currency-missing',
    'plans-are-sold-in-two-countries',
    two('price: { EUR: { month: 9 } }', 'price: { GBP: { month: 8 }, USD: { month: 10 } }'),
  ),
  story(
    'price/currency-missing',
    'plan-lacks-two-currencies',
    two('price: { USD: { month: 10 } }', 'price: { EUR: { month: 18 }, GBP: { month: 17 }, USD: { month: 20 } }'),
    '13:41',
  ),
  story(
    'price/currency-missing',
    'plan-has-a-retired-amount-in-the-other-currency',
    two(
      'price: { EUR: { month: { amount: 9, kind: retired } }, USD: { month: 10 } }',
      'price: { EUR: { month: 18 }, USD: { month: 20 } }',
    ),
    '13:41',
  ),

  story(
    'price/tiers-disordered',
    'tiers-rise-and-one-tier-may-end',
    two(
      'price: { USD: { usage: { per: call, tiers: [{ up_to: 10, amount: 2 }, { up_to: 20, amount: 1 }, { flat: 9 }] } } }',
      'price: { USD: { usage: { per: call, tiers: [{ up_to: 100, amount: 2 }] } } }',
    ),
  ),
  story(
    'price/tiers-disordered',
    'tiers-fall-stay-and-end',
    priced(
      'USD: { usage: { per: call, tiers: [{ up_to: 20, amount: 2 }, { up_to: 10, amount: 1 }, { up_to: 10, amount: 1 }, { up_to: 30, amount: 1 }] } }',
    ),
    '13:120',
    '13:146',
    '13:172',
  ),
  story(
    'price/tiers-disordered',
    'first-tier-has-no-end',
    priced('USD: { usage: { per: call, tiers: [{ amount: 2 }, { amount: 1 }] } }'),
    '13:85',
  ),

  story(
    'price/introductory-endless',
    'introductory-price-says-how-long',
    priced(
      'USD: { month: [9, { amount: 5, kind: introductory, lasts: 3 months }], once: [99, { amount: 49, kind: introductory }] }',
    ),
  ),
  story(
    'price/introductory-endless',
    'introductory-price-never-ends',
    priced('USD: { month: [9, { amount: 5, kind: introductory, until: 2027-01-31 }] }'),
    '13:87',
  ),

  story(
    'price/unit-missing',
    'use-is-paid-by-the-thousand',
    priced('USD: { month: 9, usage: { amount: 2, per: 1000 call } }'),
  ),
  story('price/unit-missing', 'use-of-what', priced('USD: { month: 9, usage: 2 }'), '13:74'),
  story(
    'price/unit-missing',
    'use-in-tiers-of-what',
    priced('USD: { usage: [{ tiers: [{ up_to: 5, amount: 2 }, { amount: 1 }] }] }'),
    '13:65',
  ),

  story(
    'price/billing-unclear',
    'a-month-and-a-week-are-billed-by-the-year',
    priced('USD: { week: { amount: 3, billed: year }, month: { amount: 12, billed: year } }'),
  ),
  story(
    'price/billing-unclear',
    'a-year-and-use-and-one-payment-are-billed-by-the-year',
    priced(
      'USD: { year: { amount: 99, billed: year }, once: { amount: 9, billed: year }, usage: { amount: 9, per: call, billed: year } }',
    ),
    '13:85',
    '13:120',
    '13:167',
  ),
];
