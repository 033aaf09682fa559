/** Stories about names that nothing declares. */
import { PRO, SEAL, type Story, story } from './story.ts';

const unknown = (name: string, text: string, ...finds: string[]) => story('reference/unknown', name, text, ...finds);

/** An open end, to be closed by the story. */
const FREE = 'plans:\n  free: { name: Free, version: free_v1';

const SPAN = 'limits: { span: { name: Span, unit: day, soft: 80%, hard: 100% } }\n';

export const REFERENCES: readonly Story[] = [
  story('reference/unknown', 'a-plan-has-what-is-declared', PRO),
  story(
    'reference/unknown',
    'capability-is-misspelt',
    'plans:\n  pro: { name: Pro, version: pro_v1, has: [audit_loging] }\n',
    '8:44',
  ),
  story(
    'reference/unknown',
    'limit-is-not-declared',
    'plans:\n  pro: { name: Pro, version: pro_v1, limits: { seats: 5 } }\n',
    '8:48',
  ),
  story(
    'reference/unknown',
    'plan-builds-on-a-plan-that-left',
    'plans:\n  pro: { name: Pro, version: pro_v1, everything_in: team }\n',
    '8:53',
  ),
  story(
    'reference/unknown',
    'plan-is-of-a-line-that-is-not-sold',
    'plans:\n  pro: { name: Pro, version: pro_v1, line: cloud }\n',
    '8:44',
  ),
  story(
    'reference/unknown',
    'limit-counts-in-no-known-unit',
    `limits:\n  seats: { name: Seats, unit: seat, soft: 80%, hard: 100% }\n${PRO}`,
    '8:31',
  ),
  story(
    'reference/unknown',
    'limit-concerns-a-line-that-is-not-sold',
    `limits:\n  span: { name: Span, unit: day, soft: 80%, hard: 100%, lines: [cloud] }\n${PRO}`,
    '8:65',
  ),
  story(
    'reference/unknown',
    'sealed-contract-is-of-a-misspelt-plan',
    `${PRO}past_versions:\n  old_v1: { of: proo, until: never, has: [], limits: {}, digest: ${SEAL.pro} }\n`,
    '10:17',
  ),
  story(
    'reference/unknown',
    'sealed-contract-has-a-misspelt-key-and-a-limit-in-no-known-unit',
    `limits:\n  seats: { name: Seats, unit: seat, soft: 80%, hard: 100%, ungated: Nobody counts. }\n${PRO}past_versions:\n  old_v1: { of: pro, until: never, has: [audit_loging], limits: {}, digest: ${SEAL.pro} }\n  old_v2: { of: pro, until: never, has: [], limits: { seats: 5 }, digest: ${SEAL.pro} }\n`,
    '8:31',
    '12:42',
  ),
  story(
    'reference/unknown',
    'alias-of-a-version-that-nobody-had',
    `${PRO}version_aliases:\n  pro_v0: [professional]\n`,
    '10:3',
  ),
  story(
    'reference/unknown',
    'expired-contract-falls-back-to-nothing',
    `${PRO}states:\n  expired: { keeps: fallback, falls_back_to: free }\n`,
    '10:46',
  ),
  story(
    'reference/unknown',
    'gate-guards-a-key-that-is-gone',
    `${PRO}gates:\n  - { key: audits, api: GET /api/audit }\n`,
    '10:12',
  ),
  story(
    'reference/unknown',
    'old-contract-is-of-a-plan-that-left',
    `${PRO}past_versions:\n  old_v1: { of: team, until: never, has: [], limits: {}, digest: ${SEAL.team} }\n`,
    '10:17',
  ),
  story(
    'reference/unknown',
    'every-field-names-what-is-declared',
    `units: { seat: { one: seat, other: seats } }
roles: { owner: { name: Owner } }
lines: { cloud: { name: Cloud } }
limits: { seats: { name: Seats, unit: seat, soft: 80%, hard: 100%, lines: [cloud], ungated: None is refused. } }
meters: { visits: { name: Visits, unit: seat } }
bundles: { base: { has: [audit_logging], meters: [visits] } }
plans:
  pro: { name: Pro, version: pro_v1, line: cloud, everything_in: base, price: { USD: { month: { amount: 9, per: seat } } } }
  free: { name: Free, version: free_v1, everything_in: pro, without: [audit_logging, visits], limits: { seats: 2 } }
addons:
  more: { name: More, for: [free], has: [audit_logging], meters: [visits], limits: { seats: 9 } }
  most: { name: Most, requires: [more], adds: { seats: 9 } }
  less: { name: Less, excludes: [most], price: { USD: { usage: { amount: 1, per: 1000 minute } } } }
states: { expired: { keeps: fallback, falls_back_to: free } }
trials: { cloud: { lines: [cloud], gives: pro, length: 14 days } }
words: { retired_prices: [{ plan: pro, currency: USD, interval: month, amount: 8 }] }
version_aliases: { pro_v1: [pro_v0] }
gates:
  - { key: seats, api: POST /seats, roles: [owner] }
  - { key: visits, job: count visits }
`,
  ),
  unknown('bundle-gives-what-nothing-declares', `bundles:\n  base: { has: [audit_loging] }\n${PRO}`, '8:17'),
  unknown(
    'old-contract-holds-what-nothing-declares',
    `${PRO}past_versions:\n  old_v1: { of: pro, until: never, has: [audit_loging], limits: {}, digest: ${SEAL.pro} }\n`,
    '10:42',
  ),
  unknown(
    'old-price-is-for-an-undeclared-unit',
    `${PRO}past_versions:\n  old_v1: { of: pro, until: never, price: { USD: { month: { amount: 5, per: seat } } }, has: [], limits: {}, digest: sha256-1c6f08b567693cf0 }\n`,
    '10:77',
  ),
  unknown('words-are-of-a-capability-that-is-not', `${FREE}, details: { support: Live chat } }\n`, '8:52'),
  unknown('plan-runs-a-meter-that-is-not-declared', `${FREE}, meters: [visits] }\n`, '8:50'),
  unknown('plan-is-without-what-nothing-declares', `${FREE}, without: [audit_loging] }\n`, '8:51'),
  unknown('plan-lists-a-limit-as-capability', `${SPAN}${FREE}, has: [span] }\n`, '9:47'),
  unknown('plan-names-a-retired-key', `${FREE}, has: [audit] }\n`, '8:47'),
  unknown(
    'price-is-for-an-undeclared-unit',
    `${FREE}, price: { USD: { usage: { amount: 2, per: 1000 call } } } }\n`,
    '8:82',
  ),
  unknown('add-on-is-for-a-plan-that-left', `${PRO}addons:\n  more: { name: More, for: [pro, team] }\n`, '10:34'),
  unknown('add-on-requires-one-that-is-not', `${PRO}addons:\n  more: { name: More, requires: [most] }\n`, '10:34'),
  unknown('add-on-excludes-one-that-is-not', `${PRO}addons:\n  more: { name: More, excludes: [most] }\n`, '10:34'),
  unknown(
    'add-on-gives-what-nothing-declares',
    `${PRO}addons:\n  more: { name: More, has: [audit_loging] }\n`,
    '10:29',
  ),
  unknown(
    'add-on-tells-of-what-nothing-declares',
    `${PRO}addons:\n  more: { name: More, details: { support: Chat } }\n`,
    '10:34',
  ),
  unknown(
    'add-on-runs-a-meter-that-is-not-declared',
    `${PRO}addons:\n  more: { name: More, meters: [visits] }\n`,
    '10:32',
  ),
  unknown(
    'add-on-replaces-a-limit-that-is-not',
    `${PRO}addons:\n  more: { name: More, limits: { seats: 5 } }\n`,
    '10:33',
  ),
  unknown('add-on-adds-to-a-limit-that-is-not', `${PRO}addons:\n  more: { name: More, adds: { seats: 5 } }\n`, '10:31'),
  unknown(
    'add-on-is-paid-for-an-undeclared-unit',
    `${PRO}addons:\n  more: { name: More, price: { USD: { month: [1, { amount: 2, per: seat }] } } }\n`,
    '10:68',
  ),
  unknown('meter-counts-in-no-known-unit', `meters:\n  visits: { name: Visits, unit: visit }\n${PRO}`, '8:33'),
  unknown(
    'key-is-replaced-by-nothing',
    `meters:\n  hours: { name: Hours, unit: hour, lifecycle: { sunset_at: 2028-01-31, replacement_key: minutes } }\n${PRO}`,
    '8:90',
  ),
  unknown('trial-gives-a-plan-that-is-not', `${PRO}trials:\n  cloud: { length: 7 days, gives: team }\n`, '10:35'),
  unknown(
    'trial-is-of-a-line-that-is-not-sold',
    `${PRO}trials:\n  cloud: { length: 7 days, lines: [cloud] }\n`,
    '10:36',
  ),
  unknown(
    'gate-is-for-a-role-that-nobody-has',
    `${PRO}gates:\n  - { key: audit_logging, app: /audit, roles: [owner] }\n`,
    '10:48',
  ),
  unknown(
    'retired-price-was-of-no-plan',
    `${PRO}words:\n  retired_prices:\n    - { plan: team, currency: USD, interval: month, amount: 8 }\n`,
    '11:15',
  ),
  unknown(
    'old-contract-is-built-on-a-plan',
    `${PRO}past_versions:\n  old_v1: { of: pro, until: never, everything_in: pro, has: [], limits: {}, digest: sha256-bb6bdb8d0e398ca5 }\n`,
    '10:51',
  ),
  unknown('alias-is-of-an-alias', `${PRO}version_aliases:\n  pro_v1: [old]\n  old: [older]\n`, '11:3'),
];
