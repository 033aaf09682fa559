/** For every rule about a matrix: files that pass, and files that only this rule finds fault with, with the places. */

export interface Story {
  rule: string;
  name: string;
  text: string;
  /** `line:column`, lines counted from the first line of `text`; empty for a file that passes. */
  finds: string[];
}

/** Six lines that every story opens with, so that its own lines count from 7. */
const TIDE = `planproof: 1
level: lifecycle
product: Tide
capabilities:
  audit_logging: { name: Audit log, was: [audit] }
  fixtures: { name: Fixtures, audience: internal }
`;

const PRO = `plans:
  pro: { name: Pro, version: pro_v1, has: [audit_logging] }
`;

const story = (rule: string, name: string, text: string, ...finds: string[]): Story => ({
  rule,
  name,
  text: TIDE + text,
  finds,
});

/** Seals of a contract that holds nothing, until never, by the plan it was of. */
const SEAL = { pro: 'sha256-121f2ca9cac57423', team: 'sha256-fc16a35bd3445cbd' };

export const STORIES: readonly Story[] = [
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

  story(
    'version/edited',
    'sealed-contract-is-as-it-was',
    `${PRO}past_versions:\n  old_v1: { of: pro, until: never, has: [], limits: {}, digest: ${SEAL.pro} }\n`,
  ),
  story(
    'version/edited',
    'old-contract-gains-a-capability',
    `${PRO}past_versions:\n  old_v1: { of: pro, until: never, has: [audit_logging], limits: {}, digest: ${SEAL.pro} }\n`,
    '10:78',
  ),
  story(
    'version/edited',
    'old-contract-is-not-sealed',
    `${PRO}past_versions:\n  old_v1: { of: pro, until: never, has: [], limits: {} }\n`,
    '10:3',
  ),

  story(
    'limit/edgeless',
    'limit-states-both-edges',
    `limits:\n  span: { name: Span, unit: day, soft: 80%, hard: 100% }\n${PRO}`,
  ),
  story('limit/edgeless', 'limit-states-no-edge', `limits:\n  span: { name: Span, unit: day }\n${PRO}`, '8:3'),
  story(
    'limit/edgeless',
    'limit-states-one-edge',
    `limits:\n  span: { name: Span, unit: day, soft: 80% }\n${PRO}`,
    '8:3',
  ),

  story('key/granted', 'internal-key-is-granted-to-nobody', PRO),
  story(
    'key/granted',
    'plan-holds-an-internal-key',
    'plans:\n  pro: { name: Pro, version: pro_v1, has: [audit_logging, fixtures] }\n',
    '8:59',
  ),
  story('key/granted', 'bundle-holds-an-internal-key', `bundles:\n  base: { has: [fixtures] }\n${PRO}`, '8:17'),

  story('key/advertised', 'hidden-key-is-in-no-group', PRO),
  story(
    'key/advertised',
    'marker-stands-in-the-pricing-table',
    `limits:\n  seats: { name: Seats, unit: day, soft: 80%, hard: 100%, audience: marker, group: Team }\n${PRO}`,
    '8:84',
  ),
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
    'gate/ambiguous',
    'an-operation-and-a-page-have-a-gate-each',
    `${PRO}gates:\n  - { key: audit_logging, api: GET /audit }\n  - { key: audit_logging, app: /audit }\n`,
  ),
  story(
    'gate/ambiguous',
    'operation-has-two-gates',
    `${PRO}gates:\n  - { key: audit_logging, api: GET /audit }\n  - { key: audit_logging, api: GET /audit }\n`,
    '11:5',
  ),
  story('gate/ambiguous', 'gate-stands-nowhere', `${PRO}gates:\n  - { key: audit_logging }\n`, '10:5'),
];
