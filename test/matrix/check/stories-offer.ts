/** For the rules about plans on offer, prices, add-ons and owned words: files that pass, and files that only one finds fault with. */
import type { Story } from './stories.ts';

/** Eleven lines that every story opens with, so that its own lines count from 12. */
const FERRY = `planproof: 1
product: Ferry
units: { seat: { one: seat, other: seats }, call: { one: call, other: calls } }
capabilities:
  audit: { name: Audit log }
  sso: { name: Single sign-on }
  help: { name: Support }
limits:
  seats: { name: Seats, unit: seat }
  checks: { name: Time between checks, unit: minute }
meters: { calls: { name: API calls, unit: call } }
`;

const story = (rule: string, name: string, text: string, ...finds: string[]): Story => ({
  rule,
  name,
  text: FERRY + text,
  finds,
});

/** Two plans, each as the rest of its line states it. */
const two = (solo: string, crew: string) =>
  `plans:\n  solo: { name: Solo, version: solo_v1, ${solo} }\n  crew: { name: Crew, version: crew_v1, ${crew} }\n`;

/** One plan with this price. */
const priced = (price: string) => `plans:\n  solo: { name: Solo, version: solo_v1, price: { ${price} } }\n`;

/** Two plans and these add-ons. */
const addons = (...lines: string[]) =>
  `${two('has: [audit], limits: { seats: unlimited }', 'has: [audit, sso], limits: { seats: 5 }')}addons:\n${lines.map((line) => `  ${line}\n`).join('')}`;

const words = (...lines: string[]) =>
  `${two('has: []', 'has: []')}words:\n${lines.map((line) => `  ${line}\n`).join('')}`;

const PLANS = [
  story(
    'plan/inferior',
    'dearer-plan-gives-more',
    two(
      'price: { USD: { month: 10 } }, has: [audit], limits: { seats: 5 }',
      'price: { USD: { month: 20 } }, has: [audit], limits: { seats: 6 }',
    ),
  ),
  story(
    'plan/inferior',
    'dearer-plan-lacks-one-and-gives-another',
    two('price: { USD: { month: 10 } }, has: [audit]', 'price: { USD: { month: 20 } }, has: [sso]'),
  ),
  story(
    'plan/inferior',
    'dearer-plan-says-other-words',
    two(
      'price: { USD: { month: 10 } }, has: [audit], details: { help: By e-mail }',
      'price: { USD: { month: 20 } }, has: [], details: { help: By telephone }',
    ),
  ),
  story(
    'plan/inferior',
    'dearer-plan-does-not-state-a-number',
    two('price: { USD: { month: 10 } }, has: [audit], limits: { seats: 5 }', 'price: { USD: { month: 20 } }, has: []'),
  ),
  story(
    'plan/inferior',
    'dearer-plan-waits-less',
    two(
      'price: { USD: { month: 10 } }, has: [audit], limits: { checks: 10 }',
      'price: { USD: { month: 20 } }, has: [], limits: { checks: 1 }',
    ),
  ),
  story(
    'plan/inferior',
    'dearer-plan-is-not-metered',
    two(
      'price: { USD: { month: 10 } }, has: [audit], meters: [calls]',
      'price: { USD: { month: 20 } }, has: [], meters: []',
    ),
  ),
  story(
    'plan/inferior',
    'smaller-plan-is-dearer-by-the-month-and-cheaper-by-the-year',
    two('price: { USD: { month: 10, year: 120 } }, has: [audit]', 'price: { USD: { month: 11, year: 110 } }, has: []'),
  ),
  story(
    'plan/inferior',
    'smaller-plan-is-paid-by-the-seat',
    two('price: { USD: { month: 10 } }, has: [audit]', 'price: { USD: { month: { amount: 12, per: seat } } }, has: []'),
  ),
  story(
    'plan/inferior',
    'smaller-plan-has-no-charge-for-use',
    two(
      'price: { USD: { month: 10, usage: { amount: 1, per: call } } }, has: [audit]',
      'price: { USD: { month: 12 } }, has: []',
    ),
  ),
  story(
    'plan/inferior',
    'smaller-plan-has-no-charge-at-first',
    two('price: { USD: { month: 10, once: 500 } }, has: [audit]', 'price: { USD: { month: 20 } }, has: []'),
  ),
  story(
    'plan/inferior',
    'smaller-plan-costs-more-at-least',
    two(
      'price: { USD: { month: 10 } }, has: [audit]',
      'price: { USD: { month: { amount: 20, from: true } } }, has: []',
    ),
  ),
  story(
    'plan/inferior',
    'smaller-plan-is-of-another-line',
    `lines: { cloud: { name: Cloud }, own: { name: Own server } }\n${two(
      'line: own, price: { USD: { month: 10 } }, has: [audit]',
      'line: cloud, price: { USD: { month: 20 } }, has: []',
    )}`,
  ),
  story(
    'plan/inferior',
    'smaller-plan-is-no-longer-sold',
    two('price: { USD: { month: 10 } }, has: [audit]', 'sale: legacy, price: { USD: { month: 20 } }, has: []'),
  ),
  story(
    'plan/inferior',
    'smaller-plan-alone-can-be-added-to',
    `${two('price: { USD: { month: 10 } }, has: [audit]', 'price: { USD: { month: 20 } }, has: []')}addons: { visit: { name: A visit, for: [crew] } }\n`,
  ),
  {
    rule: 'plan/inferior',
    name: 'smaller-plan-lacks-only-what-nobody-reads-of',
    text: `planproof: 1
product: Ferry
capabilities: { audit: { name: Audit log, audience: marker } }
${two('price: { USD: { month: 10 } }, has: [audit]', 'price: { USD: { month: 20 } }, has: []')}`,
    finds: [],
  },
  story(
    'plan/inferior',
    'dearer-plan-gives-less-of-a-limit',
    two(
      'price: { USD: { month: 10, year: 90 } }, has: [audit], limits: { seats: unlimited }',
      'price: { USD: { month: 10, year: 99 } }, has: [audit], limits: { seats: 99 }',
    ),
    '14:3',
  ),
  story(
    'plan/inferior',
    'dearer-plan-sells-as-an-add-on-what-the-other-has',
    `${two('price: { USD: { month: 10 } }, has: [audit]', 'price: { USD: { month: 20 } }, has: []')}addons: { log: { name: Log, for: [solo, crew], has: [audit] } }\n`,
    '14:3',
  ),
  story(
    'plan/inferior',
    'paid-plan-gives-less-than-the-free-one',
    two('price: free, has: [audit]', 'price: { USD: { month: 20 } }, has: []'),
    '14:3',
  ),
  story(
    'plan/inferior',
    'first-plan-is-the-worse-one',
    two('price: { EUR: { month: 20 } }, has: []', 'price: { EUR: { month: 10 } }, has: [sso]'),
    '13:3',
  ),

  story(
    'plan/returned',
    'retired-name-is-part-of-another',
    `${two('has: []', 'has: []')}words: { retired_names: [{ name: Crew Gold }] }\n`,
  ),
  story(
    'plan/returned',
    'old-plan-keeps-its-retired-name',
    `${two('has: []', 'sale: legacy, has: []')}words: { retired_names: [{ name: Crew }] }\n`,
  ),
  story(
    'plan/returned',
    'plan-bears-a-retired-name',
    `${two('has: []', 'has: []')}words: { retired_names: [{ name: crew, say: Fleet }] }\n`,
    '14:17',
  ),
  story(
    'plan/returned',
    'retired-name-returns-in-german-and-as-another-word',
    `${two('has: []', 'also: [Gold], has: []').replace('name: Solo', 'name: { en: Solo, de: Gold }')}words: { retired_names: [{ name: Gold }] }\n`,
    '13:33',
    '14:48',
  ),
  story(
    'plan/returned',
    'add-on-bears-a-retired-name',
    `${addons('gold: { name: Gold }')}words: { retired_names: [{ name: Gold }] }\n`,
    '16:17',
  ),

  story(
    'name/shared',
    'plans-of-two-lines-are-both-free',
    `lines: { cloud: { name: Cloud }, own: { name: Own server } }\n${two('line: own', 'line: cloud').replaceAll(/name: (Solo|Crew)/g, 'name: Free')}`,
  ),
  story(
    'name/shared',
    'old-plan-keeps-its-name',
    two('has: []', 'sale: legacy, has: []').replace('name: Crew', 'name: Solo'),
  ),
  story('name/shared', 'plan-says-its-own-name-again', two('also: [Solo]', 'also: [crew]')),
  story('name/shared', 'two-plans-of-one-line-have-one-name', two('has: []', 'also: [SOLO]'), '14:48'),
  story(
    'name/shared',
    'two-plans-have-one-name-in-german',
    two('has: []', 'has: []')
      .replace('name: Solo', 'name: { en: Solo, de: Boot }')
      .replace('name: Crew', 'name: { en: Crew, de: Boot }'),
    '14:33',
  ),
  {
    rule: 'name/shared',
    name: 'keys-are-told-apart-by-heading-unit-and-kind',
    text: `planproof: 1
product: Ferry
units: { byte: { one: byte, other: bytes }, file: { one: file, other: files } }
capabilities:
  crm_reports: { name: Reports, group: Sales }
  web_reports: { name: Reports, group: Website }
  storage: { name: Storage }
  hidden: { name: Storage, audience: internal }
  sso: { name: SSO, lifecycle: { deprecated_at: 2027-01-31, sunset_at: 2028-01-31, replacement_key: sso_two } }
  sso_two: { name: SSO }
limits:
  bytes: { name: Storage, unit: byte }
  files: { name: Storage, unit: file }
  daily: { name: Uploads, unit: file, per: day }
  hourly: { name: Uploads, unit: file, per: hour }
plans: { solo: { name: Solo, version: solo_v1, has: [crm_reports, web_reports, storage, sso, sso_two] } }
`,
    finds: [],
  },
  {
    rule: 'name/shared',
    name: 'two-keys-have-one-name',
    text: `planproof: 1
product: Ferry
units: { file: { one: file, other: files } }
capabilities:
  crm_reports: { name: Reports, group: Sales }
  web_reports: { name: Charts, also: [ reports ] }
limits:
  files: { name: Storage, unit: file }
  archive: { name: storage, unit: file }
plans: { solo: { name: Solo, version: solo_v1, has: [crm_reports, web_reports] } }
`,
    finds: ['6:40', '9:20'],
  },

  {
    rule: 'maturity/sold',
    name: 'waitlist-is-in-no-plan-yet',
    text: `planproof: 1
product: Ferry
capabilities:
  chat: { name: Live chat, maturity: waitlist }
  maps: { name: Maps, maturity: beta }
plans:
  solo: { name: Solo, version: solo_v1, has: [maps] }
  crew: { name: Crew, version: crew_v1, sale: before_launch, has: [chat] }
  boat: { name: Boat, version: boat_v1, has: [], details: { chat: In spring } }
addons:
  talk: { name: Talk, maturity: waitlist, has: [chat], for: [solo] }
`,
    finds: [],
  },
  {
    rule: 'maturity/sold',
    name: 'waitlist-is-sold-by-a-bundle-and-an-add-on',
    text: `planproof: 1
product: Ferry
capabilities:
  chat: { name: Live chat, maturity: waitlist }
bundles:
  base: { has: [chat] }
plans:
  solo: { name: Solo, version: solo_v1, everything_in: base }
  crew: { name: Crew, version: crew_v1, everything_in: base }
  boat: { name: Boat, version: boat_v1, has: [] }
addons:
  talk: { name: Talk, has: [chat], for: [boat] }
`,
    finds: ['6:17', '12:29'],
  },
];

const SEAL = 'sha256-0000000000000000';

const PRICES = [
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

const ADDONS = [
  story(
    'addon/loops',
    'add-ons-require-others',
    addons('a: { name: A, requires: [b, c] }', 'b: { name: B, requires: [c] }', 'c: { name: C }'),
  ),
  story('addon/loops', 'add-on-requires-itself', addons('a: { name: A, requires: [b, a] }', 'b: { name: B }'), '16:31'),
  story(
    'addon/loops',
    'two-add-ons-require-each-other-and-a-third-one-them',
    addons('a: { name: A, requires: [b] }', 'b: { name: B, requires: [c] }', 'c: { name: C, requires: [b] }'),
    '17:28',
    '18:28',
  ),

  story(
    'addon/impossible',
    'add-ons-exclude-what-they-do-not-require',
    addons(
      'a: { name: A, requires: [b], excludes: [c], for: [solo] }',
      'b: { name: B, for: [solo, crew] }',
      'c: { name: C, requires: [b] }',
    ),
  ),
  story('addon/impossible', 'add-on-excludes-itself', addons('a: { name: A, excludes: [a] }'), '16:28'),
  story(
    'addon/impossible',
    'add-on-requires-what-it-excludes',
    addons('a: { name: A, requires: [b], excludes: [b] }', 'b: { name: B }'),
    '16:43',
  ),
  story(
    'addon/impossible',
    'required-add-ons-exclude-each-other',
    addons(
      'a: { name: A, requires: [b, c] }',
      'b: { name: B, requires: [d] }',
      'c: { name: C, excludes: [d] }',
      'd: { name: D }',
      'e: { name: E, requires: [a] }',
    ),
    '18:28',
  ),
  story(
    'addon/impossible',
    'required-add-on-is-for-other-plans',
    addons('a: { name: A, requires: [b], for: [solo] }', 'b: { name: B, for: [crew] }'),
    '16:27',
  ),

  story(
    'addon/pointless',
    'add-ons-give-something-to-some-plan',
    addons(
      'service: { name: A visit, price: { USD: { once: 90 } } }',
      'sso: { name: SSO, has: [sso] }',
      'seats: { name: More seats, adds: { seats: 5 } }',
      'words: { name: Better support, details: { help: By telephone } }',
      'number: { name: Cap, limits: { seats: 9 } }',
      'metered: { name: Calls, meters: [calls] }',
      'checks: { name: Checks, limits: { checks: 5 } }',
      'hours: { name: Hours, has: [audit], price: { USD: { usage: { amount: 1, per: hour } } } }',
      'packs: { name: Packs, has: [audit], quantity: { at_most: 9 } }',
    ),
  ),
  story(
    'addon/pointless',
    'plans-have-all-that-add-ons-give',
    addons(
      'log: { name: Log, has: [audit] }',
      'sso: { name: SSO, has: [sso], for: [crew] }',
      'seats: { name: More seats, adds: { seats: 5 }, for: [solo] }',
      'same: { name: Same, limits: { seats: 5 }, for: [crew] }',
    ),
    '16:3',
    '17:33',
    '18:50',
    '19:45',
  ),

  story(
    'addon/quantity',
    'quantity-is-possible',
    addons(
      'a: { name: A, quantity: { at_least: 5, at_most: 5 } }',
      'b: { name: B, quantity: { at_least: 5 } }',
      'c: { name: C, quantity: { at_most: 5 } }',
    ),
  ),
  story(
    'addon/quantity',
    'most-is-below-least',
    addons('a: { name: A, quantity: { at_least: 5, at_most: 4 } }'),
    '16:51',
  ),
];

const WORDS = [
  story(
    'words/broken',
    'phrase-is-part-of-a-longer-word-or-read-by-nobody',
    words(
      'never_say: [{ phrase: Sing, say: Chant }, { phrase: port, say: harbour }, { phrase: sail, say: voyage }]',
    ).replace(
      'plans:',
      'past_versions: { old: { of: solo, name: Sail, until: never, has: [], limits: {}, digest: sha256-00 } }\nplans:\n  sail: { name: Sail, version: sail_v1, sale: retired }',
    ),
  ),
  story(
    'words/broken',
    'names-and-other-texts-say-a-phrase',
    words(
      'never_say: [{ phrase: audit log, say: journal }, { phrase: SOLO, say: Single }, { phrase: api, say: interface }]',
    )
      .replace('has: []', 'summary: For a solo sailor., has: []')
      .replace(
        'words:',
        'addons: { more: { name: { en: More, de: "Mehr (API)" }, details: { help: Solo only } } }\nwords:',
      ),
    '5:18',
    '11:26',
    '13:17',
    '13:50',
    '15:41',
    '15:74',
  ),

  story(
    'words/contradict',
    'owned-words-agree',
    words(
      'never_say: [{ phrase: boats, say: ferries }, { phrase: Boats, say: Ferries }, { phrase: ship, say: ferry }]',
      'must_say: [{ phrase: Shipping is free., on: [/pricing] }]',
      'retired_names: [{ name: Gold, say: Crew }]',
    ),
  ),
  story(
    'words/contradict',
    'replacement-says-what-is-forbidden',
    words('never_say: [{ phrase: boats, say: ferry boats }]', 'retired_names: [{ name: Gold, say: Boats }]'),
    '16:37',
    '17:38',
  ),
  story(
    'words/contradict',
    'phrase-has-two-replacements',
    words('never_say: [{ phrase: boats, say: ferries }, { phrase: Boats, say: ships }]'),
    '16:58',
  ),
  story(
    'words/contradict',
    'notice-says-what-is-forbidden',
    words('never_say: [{ phrase: boats, say: ferries }]', 'must_say: [{ phrase: All boats leave., on: [/pricing] }]'),
    '17:24',
  ),
  story(
    'words/contradict',
    'retired-name-stands-for-a-retired-name',
    words('retired_names: [{ name: Gold, say: Silver }, { name: silver }]'),
    '16:38',
  ),
];

export const OFFER_STORIES: readonly Story[] = [...PLANS, ...PRICES, ...ADDONS, ...WORDS];
