/** Stories about keys on their way out. */
import { PRO, type Story, story } from './story.ts';

/** A capability that is on its way out. */
const OLD = (lifecycle: string) => `  log: { name: Log, audience: compatibility, lifecycle: ${lifecycle} }\n`;

const BOTH = 'plans:\n  pro: { name: Pro, version: pro_v1, has: [audit_logging, log] }\n';

const SPANS = `limits:
  span: { name: Span, unit: day, soft: 80%, hard: 100%, ungated: No., lifecycle: { sunset_at: 2028-01-31, replacement_key: reach } }
  reach: { name: Reach, unit: day, soft: 80%, hard: 100%, ungated: No. }
`;

export const LIFECYCLE: readonly Story[] = [
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
    'lifecycle/inverted',
    'key-is-deprecated-on-the-day-it-goes',
    `${OLD('{ deprecated_at: 2028-01-31, sunset_at: 2028-01-31, replacement_key: audit_logging }')}${PRO}`,
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
    'lifecycle/sunset',
    'limit-is-gone-and-no-plan-has-any-of-it',
    `limits:
  span: { name: Span, unit: day, soft: 80%, hard: 100%, ungated: No., lifecycle: { sunset_at: 2026-01-31, replacement_key: audit_logging } }
plans:
  pro: { name: Pro, version: pro_v1, has: [audit_logging], limits: { span: 0 } }
`,
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
    'replacement/deprecated',
    'replacement-goes-as-well-and-is-in-no-plan',
    `${OLD('{ sunset_at: 2028-01-31, replacement_key: newer }')}  newer: { name: Newer, lifecycle: { sunset_at: 2029-01-31, replacement_key: audit_logging } }\n${BOTH}`,
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
  story(
    'replacement/withheld',
    'plan-that-is-continued-has-only-the-old-key',
    `${OLD('{ sunset_at: 2028-01-31, replacement_key: audit_logging }')}plans:\n  pro: { name: Pro, version: pro_v1, sale: legacy, has: [log] }\n`,
    '7:99',
  ),
  story(
    'replacement/withheld',
    'plan-that-is-gone-has-only-the-old-key',
    `${OLD('{ sunset_at: 2028-01-31, replacement_key: audit_logging }')}plans:\n  pro: { name: Pro, version: pro_v1, sale: retired, has: [log] }\n`,
  ),
  story(
    'replacement/withheld',
    'nobody-says-whether-the-plan-has-the-new-key',
    `${OLD('{ sunset_at: 2028-01-31, replacement_key: audit_logging }')}plans:\n  pro: { name: Pro, version: pro_v1, details: { log: For a year } }\n`,
  ),
];
