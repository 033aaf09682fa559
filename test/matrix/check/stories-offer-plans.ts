/** For the rules about plans beside each other: files that pass, and files that only one rule finds fault with. */
import { addons, story, two } from './offer-story.ts';
import type { Story } from './stories.ts';

export const PLANS: readonly Story[] = [
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
    'dearer-plan-builds-on-another-and-has-a-smaller-number',
    two(
      'price: { USD: { month: 10 } }, has: [audit], limits: { seats: 50 }',
      'price: { USD: { month: 20 } }, everything_in: solo, has: [sso], limits: { seats: 20 }',
    ),
    '14:122',
  ),
  story(
    'plan/inferior',
    'dearer-plan-builds-on-another-through-a-bundle-with-a-smaller-number',
    `${two(
      'price: { USD: { month: 10 } }, has: [audit], limits: { seats: 50 }',
      'price: { USD: { month: 20 } }, everything_in: less, has: [sso]',
    )}bundles:\n  less: { everything_in: solo, limits: { seats: 20 } }\n`,
    '16:49',
  ),
  story(
    'plan/inferior',
    'dearer-plan-builds-on-another-and-lacks-a-key-on-purpose',
    two(
      'price: { USD: { month: 10 } }, has: [audit], limits: { seats: 50 }',
      'price: { USD: { month: 20 } }, everything_in: solo, has: [sso], without: [audit], limits: { seats: 50 }',
    ),
  ),
  story(
    'plan/inferior',
    'smaller-number-of-a-plan-that-builds-on-no-other',
    two(
      'price: { USD: { month: 10 } }, has: [audit], limits: { seats: 50 }',
      'price: { USD: { month: 20 } }, has: [audit, sso], limits: { seats: 20 }',
    ),
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
];
