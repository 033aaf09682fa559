/** Stories about old contracts, states, trials and keys on their way out. */
import { PRO, SEAL, type Story, story } from './story.ts';

/** A capability that is on its way out. */
const OLD = (lifecycle: string) => `  log: { name: Log, audience: compatibility, lifecycle: ${lifecycle} }\n`;

const BOTH = 'plans:\n  pro: { name: Pro, version: pro_v1, has: [audit_logging, log] }\n';

const SPANS = `limits:
  span: { name: Span, unit: day, soft: 80%, hard: 100%, ungated: No., lifecycle: { sunset_at: 2028-01-31, replacement_key: reach } }
  reach: { name: Reach, unit: day, soft: 80%, hard: 100%, ungated: No. }
`;

export const LIFECYCLE: readonly Story[] = [
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
    'version/endless',
    'old-contract-holds-until-cancellation',
    `${PRO}past_versions:\n  old_v1: { of: pro, until: cancellation, has: [], limits: {}, digest: sha256-6595fc6947cf7749 }\n`,
  ),
  story(
    'version/endless',
    'old-contract-holds-until-it-is-sunset',
    `${PRO}past_versions:\n  old_v1: { of: pro, sunset_at: 2028-01-31, has: [], limits: {}, digest: sha256-d4af704144f3199f }\n`,
  ),
  story(
    'version/endless',
    'old-contract-has-no-end',
    `${PRO}past_versions:\n  old_v1: { of: pro, has: [], limits: {}, digest: sha256-879171626722d07d }\n`,
    '10:3',
  ),

  story(
    'date/impossible',
    'what-ends-a-contract-is-told-in-words-or-as-a-day',
    `${PRO}past_versions:
  a_v1: { of: pro, until: the tower bridge falls down, has: [], limits: {}, digest: sha256-a3923ab90f5eb3a4 }
  b_v1: { of: pro, until: 2028-02-29, has: [], limits: {}, digest: sha256-18e37ab014c937ff }
`,
  ),
  story(
    'date/impossible',
    'contract-ends-on-a-day-that-never-comes',
    `${PRO}past_versions:
  a_v1: { of: pro, until: 2027-02-29, has: [], limits: {}, digest: sha256-71732dc6d281cc55 }
  b_v1: { of: pro, until: 2027-2-3, has: [], limits: {}, digest: sha256-82bb00f64957b4ab }
`,
    '10:27',
    '11:27',
  ),
  story(
    'lifecycle/incomplete',
    'key-says-when-it-goes-and-what-comes',
    `${OLD('{ sunset_at: 2028-01-31, replacement_key: audit_logging }')}${PRO}`,
  ),
  story(
    'lifecycle/incomplete',
    'key-says-not-when-it-goes',
    `${OLD('{ replacement_key: audit_logging }')}${PRO}`,
    '7:46',
  ),
  story('lifecycle/incomplete', 'key-says-not-what-comes', `${OLD('{ sunset_at: 2028-01-31 }')}${PRO}`, '7:46'),
  story(
    'lifecycle/incomplete',
    'key-says-neither-when-nor-what',
    `${OLD('{ deprecated_at: 2027-01-31 }')}${PRO}`,
    '7:46',
  ),

  story(
    'lifecycle/inverted',
    'key-is-deprecated-before-it-goes',
    `${OLD('{ deprecated_at: 2027-01-31, sunset_at: 2028-01-31, replacement_key: audit_logging }')}${PRO}`,
  ),
  story(
    'lifecycle/inverted',
    'key-goes-before-it-is-deprecated',
    `${OLD('{ deprecated_at: 2028-02-01, sunset_at: 2028-01-31, replacement_key: audit_logging }')}${PRO}`,
    '7:74',
  ),

  story(
    'lifecycle/sunset',
    'key-goes-tomorrow',
    `${OLD('{ sunset_at: 2027-01-02, replacement_key: audit_logging }')}${BOTH}`,
  ),
  story(
    'lifecycle/sunset',
    'key-is-gone-and-only-in-a-retired-plan',
    `${OLD('{ sunset_at: 2027-01-01, replacement_key: audit_logging }')}${PRO}  team: { name: Team, version: team_v1, sale: retired, everything_in: pro, has: [log] }\n`,
  ),
  story(
    'lifecycle/sunset',
    'key-is-gone-today-and-still-sold',
    `${OLD('{ sunset_at: 2027-01-01, replacement_key: audit_logging }')}${BOTH}`,
    '7:70',
  ),
  story(
    'lifecycle/sunset',
    'limit-and-meter-are-gone-and-still-sold',
    `limits:
  span: { name: Span, unit: day, soft: 80%, hard: 100%, ungated: None is refused., lifecycle: { sunset_at: 2026-01-31, replacement_key: audit_logging } }
meters:
  visits: { name: Visits, unit: day, lifecycle: { sunset_at: 2026-01-31, replacement_key: audit_logging } }
plans:
  pro: { name: Pro, version: pro_v1, has: [audit_logging], limits: { span: 7 }, meters: [visits] }
`,
    '8:108',
    '10:62',
  ),

  story(
    'replacement/deprecated',
    'replacement-stays',
    `${OLD('{ sunset_at: 2028-01-31, replacement_key: audit_logging }')}${BOTH}`,
  ),
  story(
    'replacement/deprecated',
    'replacement-goes-as-well',
    `${OLD('{ sunset_at: 2028-01-31, replacement_key: newer }')}  newer: { name: Newer, lifecycle: { sunset_at: 2029-01-31, replacement_key: audit_logging } }\n${PRO}`,
    '7:99',
  ),
  story(
    'replacement/deprecated',
    'key-takes-its-own-place',
    `${OLD('{ sunset_at: 2028-01-31, replacement_key: log }')}${PRO}`,
    '7:99',
  ),

  story(
    'replacement/withheld',
    'whoever-has-the-old-key-has-the-new-one',
    `${OLD('{ sunset_at: 2028-01-31, replacement_key: audit_logging }')}${BOTH}`,
  ),
  story(
    'replacement/withheld',
    'plan-has-only-the-old-key',
    `${OLD('{ sunset_at: 2028-01-31, replacement_key: audit_logging }')}plans:\n  pro: { name: Pro, version: pro_v1, has: [log] }\n`,
    '7:99',
  ),
  story(
    'replacement/withheld',
    'plan-has-only-the-old-limit',
    `${SPANS}plans:\n  pro: { name: Pro, version: pro_v1, limits: { span: 7 } }\n`,
    '8:124',
  ),
  story(
    'replacement/withheld',
    'plan-has-both-limits',
    `${SPANS}plans:\n  pro: { name: Pro, version: pro_v1, limits: { span: 7, reach: 7 } }\n`,
  ),

  story('trial/endless', 'trials-are-long-or-none', `${PRO}trials:\n  a: { length: 14 days }\n  b: { length: none }\n`),
  story('trial/endless', 'trial-says-not-how-long-it-is', `${PRO}trials:\n  a: { card_required: true }\n`, '10:3'),

  story(
    'state/undeclared',
    'states-are-declared',
    `lines: { cloud: { name: Cloud, states: [active, grace] } }\nplans:\n  pro: { name: Pro, version: pro_v1, line: cloud, states: [active] }\nstates: { active: { keeps: paid }, grace: { keeps: paid } }\n`,
  ),
  story(
    'state/undeclared',
    'active-needs-no-declaration-where-nothing-is',
    'plans:\n  pro: { name: Pro, version: pro_v1, states: [active] }\n',
  ),
  story(
    'state/undeclared',
    'line-plan-and-contract-list-what-nothing-declares',
    `lines:\n  cloud: { name: Cloud, states: [active, grace] }\nplans:\n  pro: { name: Pro, version: pro_v1, line: cloud, states: [trial, active] }
past_versions:\n  old_v1: { of: pro, until: never, states: [suspended], has: [], limits: {}, digest: ${SEAL.pro} }\nstates: { active: { keeps: paid } }\n`,
    '8:42',
    '10:60',
    '12:45',
  ),
];
