/** For the rules about add-ons: files that pass, and files that only one rule finds fault with. */
import { addons, story } from './offer-story.ts';
import type { Story } from './stories.ts';

export const ADDONS: readonly Story[] = [
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
