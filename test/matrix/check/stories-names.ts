/** Stories about names that stand for two things or for themselves. */
import { PRO, SEAL, type Story, story } from './story.ts';

export const NAMES: readonly Story[] = [
  story(
    'plan/loops',
    'one-plan-builds-on-another',
    `${PRO}  team: { name: Team, version: team_v1, everything_in: pro }\n`,
  ),
  story(
    'plan/loops',
    'plan-builds-on-itself',
    'plans:\n  pro: { name: Pro, version: pro_v1, everything_in: pro }\n',
    '8:53',
  ),
  story(
    'plan/loops',
    'plan-and-bundle-build-on-each-other',
    'bundles:\n  base: { everything_in: pro }\nplans:\n  pro: { name: Pro, version: pro_v1, everything_in: base }\n',
    '8:26',
    '10:53',
  ),
  story(
    'plan/loops',
    'add-on-is-sold-with-a-plan-in-a-loop',
    `plans:\n  pro: { name: Pro, version: pro_v1, everything_in: team }\n  team: { name: Team, version: team_v1, everything_in: pro, has: [audit_logging] }\naddons:\n  log: { name: Log, for: [pro], has: [audit_logging] }\n`,
    '8:53',
    '9:56',
  ),
  story(
    'plan/loops',
    'third-plan-builds-on-two-that-build-on-each-other',
    `plans:
  one: { name: One, version: one_v1, everything_in: two }
  two: { name: Two, version: two_v1, everything_in: one }
  three: { name: Three, version: three_v1, everything_in: one }
`,
    '8:53',
    '9:53',
  ),

  story(
    'alias/shadows',
    'retired-name-is-nobody-elses',
    'plans:\n  pro: { name: Pro, version: pro_v1, was: [professional] }\n',
  ),
  story(
    'alias/shadows',
    'retired-plan-name-is-in-use-again',
    'plans:\n  pro: { name: Pro, version: pro_v1, was: [team] }\n  team: { name: Team, version: team_v1 }\n',
    '8:44',
  ),
  story(
    'alias/shadows',
    'two-plans-claim-one-retired-name',
    'plans:\n  pro: { name: Pro, version: pro_v1, was: [gold] }\n  team: { name: Team, version: team_v1, was: [gold] }\n',
    '9:47',
  ),
  story(
    'alias/shadows',
    'capability-and-limit-were-called-the-same',
    `limits:\n  span: { name: Span, unit: day, soft: 80%, hard: 100%, was: [audit] }\n${PRO}`,
    '8:63',
  ),
  story('alias/shadows', 'version-alias-is-a-version', `${PRO}version_aliases:\n  pro_v1: [pro-v1, pro_v1]\n`, '10:20'),

  story('version/reused', 'each-plan-has-its-own-version', `${PRO}  team: { name: Team, version: team_v1 }\n`),
  story('version/reused', 'two-plans-share-a-version', `${PRO}  team: { name: Team, version: pro_v1 }\n`, '9:32'),
  story(
    'version/reused',
    'plan-takes-the-version-of-an-old-contract',
    `${PRO}past_versions:\n  pro_v1: { of: pro, until: never, has: [], limits: {}, digest: ${SEAL.pro} }\n`,
    '10:3',
  ),
  {
    rule: 'version/reused',
    name: 'old-contract-under-the-id-of-today-says-nothing-of-the-plan',
    text: `planproof: 1
product: Tide
plans:
  pro: { name: Pro, version: pro_v1, price: { USD: { month: 10 }, EUR: { month: 9 } }, has: [] }
  team: { name: Team, version: team_v1, price: { USD: { month: 20 }, EUR: { month: 18 } }, has: [] }
past_versions:
  pro_v1: { of: pro, until: never, price: { USD: { month: 7 } }, has: [], limits: {} }
words: { retired_prices: [{ plan: pro, currency: USD, interval: month, amount: 7 }] }
`,
    finds: ['7:3'],
  },

  story(
    'name/ambiguous',
    'a-bundle-and-a-plan-have-their-own-keys',
    `${PRO}bundles:\n  base: { has: [audit_logging] }\n`,
  ),
  story(
    'name/ambiguous',
    'bundle-bears-the-key-of-a-plan',
    `${PRO}bundles:\n  pro: { has: [audit_logging] }\n`,
    '10:3',
  ),
  story(
    'alias/loops',
    'two-plans-have-each-their-own-alias',
    'plans:\n  pro: { name: Pro, version: pro_v1, was: [gold] }\n',
  ),
  story(
    'alias/loops',
    'two-plans-were-called-by-each-others-names',
    'plans:\n  pro: { name: Pro, version: pro_v1, was: [team] }\n  team: { name: Team, version: team_v1, was: [pro] }\n',
    '8:44',
  ),
  story(
    'alias/loops',
    'versions-lead-in-a-circle-of-three',
    `${PRO}version_aliases:\n  pro_v1: [a]\n  a: [b]\n  b: [pro_v1]\n`,
    '10:12',
  ),
  story(
    'alias/loops',
    'capability-and-meter-were-called-by-each-others-names',
    `  views: { name: Views, was: [visits] }\nmeters:\n  visits: { name: Visits, unit: day, was: [views] }\n${PRO}`,
    '7:31',
  ),

  story(
    'alias/shadows',
    'meter-and-capability-were-called-the-same',
    `meters:\n  visits: { name: Visits, unit: day, was: [audit] }\n${PRO}`,
    '8:44',
  ),
  story(
    'alias/shadows',
    'add-on-was-called-as-a-plan-is',
    `${PRO}addons:\n  more: { name: More, was: [pro] }\n`,
    '10:29',
  ),
  story(
    'alias/shadows',
    'add-ons-claim-one-retired-name',
    `${PRO}addons:\n  more: { name: More, was: [extra] }\n  most: { name: Most, was: [extra] }\n`,
    '11:29',
  ),
  story(
    'alias/shadows',
    'version-alias-is-a-retired-id',
    `${PRO}version_aliases:\n  pro_v1: [pro_v0]\nretired_ids: [pro_v0]\n`,
    '10:12',
  ),
  story(
    'alias/shadows',
    'two-versions-claim-one-alias',
    `${PRO}  team: { name: Team, version: team_v1 }\nversion_aliases:\n  pro_v1: [v0]\n  team_v1: [v0]\n`,
    '12:13',
  ),

  story('version/reused', 'version-is-a-retired-id', `${PRO}retired_ids: [pro_v0, pro_v1]\n`, '8:30'),
  story(
    'version/reused',
    'old-contract-is-a-retired-id',
    `${PRO}past_versions:\n  old_v1: { of: pro, until: never, has: [], limits: {}, digest: ${SEAL.pro} }\nretired_ids: [old_v1]\n`,
    '10:3',
  ),
  story(
    'version/reused',
    'version-is-an-alias-of-another',
    `${PRO}  team: { name: Team, version: team_v1 }\nversion_aliases:\n  team_v1: [pro_v1]\n`,
    '8:30',
  ),
  story(
    'version/reused',
    'one-id-is-reused-in-every-way',
    `${PRO}  team: { name: Team, version: pro_v1 }\n  solo: { name: Solo, version: solo_v1 }\nversion_aliases:\n  solo_v1: [pro_v1]\nretired_ids: [pro_v1]\n`,
    '9:32',
  ),

  story(
    'name/ambiguous',
    'add-on-bears-the-key-of-a-plan',
    `limits: { span: { name: Span, unit: day, soft: 80%, hard: 100%, ungated: None is refused. } }
plans:
  pro: { name: Pro, version: pro_v1, limits: { span: 7 } }
addons:
  pro: { name: Long memory, adds: { span: 30 } }
`,
    '11:3',
  ),
  story(
    'name/ambiguous',
    'limit-bears-the-key-of-a-capability',
    `limits:\n  audit_logging: { name: Span, unit: day, soft: 80%, hard: 100% }\n${PRO}`,
    '8:3',
  ),
  story(
    'name/ambiguous',
    'meter-bears-the-key-of-a-limit',
    `limits:\n  span: { name: Span, unit: day, soft: 80%, hard: 100% }\nmeters:\n  span: { name: Span, unit: day }\n${PRO}`,
    '10:3',
  ),
  story(
    'alias/shadows',
    'plan-was-called-as-an-add-on-is',
    `plans:\n  pro: { name: Pro, version: pro_v1, was: [more] }\naddons:\n  more: { name: More, has: [audit_logging] }\n`,
    '8:44',
  ),
];
