/** Stories about limits, units and gates. */
import { PRO, SEAL, type Story, story } from './story.ts';

/** An open end, to be closed by the story. */
const TEAM = 'plans:\n  team: { name: Team, version: team_v1';

const SEATS = `units: { seat: { one: seat, other: seats } }
limits: { seats: { name: Seats, unit: seat, soft: 80%, hard: 100%, ungated: None is refused. } }
`;

export const LIMITS: readonly Story[] = [
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

  story('gate/unread', 'gates-stand-in-the-matrix', `${PRO}gates:\n  - { key: audit_logging, api: GET /audit }\n`),
  story('gate/unread', 'document-of-gates-was-not-read', `${PRO}gates_from: openapi.json\n`, '9:13'),

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
  story(
    'gate/ambiguous',
    'a-job-and-a-page-of-the-same-name-have-a-gate-each',
    `${PRO}gates:\n  - { key: audit_logging, job: /audit }\n  - { key: audit_logging, app: /audit }\n`,
  ),
  story(
    'gate/ambiguous',
    'job-has-two-gates',
    `${PRO}gates:\n  - { key: audit_logging, job: nightly }\n  - { key: audit_logging, job: nightly }\n`,
    '11:5',
  ),
  story(
    'gate/ambiguous',
    'gate-stands-at-an-operation-and-a-job',
    `${PRO}gates:\n  - { key: audit_logging, api: GET /audit, job: nightly }\n`,
    '10:5',
  ),
  story(
    'gate/ambiguous',
    'gate-is-for-no-role',
    `${PRO}gates:\n  - { key: audit_logging, app: /audit, roles: [] }\n`,
    '10:47',
  ),

  story('unit/singular', 'unit-has-a-plural', `units: { seat: { one: seat, other: seats } }\n${PRO}`),
  story(
    'unit/singular',
    'unit-has-a-plural-in-each-language',
    `locale: de\nunits: { seat: { one: { de: Platz, en: seat }, other: { de: Plätze, en: seats } }, day: { one: Tag, other: { de: Tage } } }\n${PRO}`,
  ),
  story('unit/singular', 'unit-has-no-plural', `units:\n  seat: { one: seat }\n${PRO}`, '8:3'),
  story(
    'unit/singular',
    'unit-has-no-plural-in-german',
    `units:\n  seat: { one: { en: seat, de: Platz }, other: seats }\n${PRO}`,
    '8:41',
  ),

  story(
    'limit/fractional',
    'range-and-rate-may-be-fractions',
    `limits:
  span: { name: Span, unit: day, counts: range, soft: 80%, hard: 100%, ungated: None is refused. }
  runs: { name: Runs, unit: day, per: hour, soft: 80%, hard: 100%, ungated: None is refused. }
plans:
  pro: { name: Pro, version: pro_v1, has: [audit_logging], limits: { span: 0.5, runs: 1.5 } }
`,
  ),
  story('limit/fractional', 'plan-has-half-a-seat', `${SEATS}${TEAM}, limits: { seats: 2.5 } }\n`, '10:58'),
  story(
    'limit/fractional',
    'product-enforces-half-a-seat',
    `${SEATS}${TEAM}, limits: { seats: { advertised: 2, enforced: 2.5, because: We are generous } } }\n`,
    '10:85',
  ),
  story(
    'limit/fractional',
    'add-on-adds-half-a-seat',
    `${SEATS}${PRO}addons:\n  more: { name: More, adds: { seats: 0.5 } }\n`,
    '12:38',
  ),

  story(
    'limit/inverted',
    'product-gives-more-than-copy-says',
    `${SEATS}${TEAM}, limits: { seats: { advertised: 10, enforced: 12, because: We are generous } } }\n`,
  ),
  story(
    'limit/inverted',
    'product-gives-what-nobody-knows',
    `${SEATS}${TEAM}, limits: { seats: { advertised: 10, enforced: unknown, because: Nobody has tried } } }\n`,
  ),
  story(
    'limit/inverted',
    'product-gives-less-than-copy-says',
    `${SEATS}${TEAM}, limits: { seats: { advertised: 10, enforced: 8, because: We are mean } } }\n`,
    '10:86',
  ),
  story(
    'limit/inverted',
    'product-ends-what-copy-calls-unlimited',
    `${SEATS}${TEAM}, limits: { seats: { advertised: unlimited, enforced: 500, because: Fair use } } }\n`,
    '10:93',
  ),
  story(
    'limit/inverted',
    'a-reason-is-given-for-no-difference',
    `${SEATS}${TEAM}, limits: { seats: { advertised: 10, enforced: 10, because: They are equal } } }\n`,
    '10:86',
  ),

  story(
    'limit/ungated',
    'unlimited-and-hidden-limits-need-no-gate',
    `limits:
  span: { name: Span, unit: day, soft: 80%, hard: 100% }
  seats: { name: Seats, unit: day, soft: 80%, hard: 100%, audience: marker }
  files: { name: Files, unit: day, soft: 80%, hard: 100% }
  rooms: { name: Rooms, unit: day, soft: 80%, hard: 100%, maturity: waitlist }
plans:
  pro: { name: Pro, version: pro_v1, has: [], limits: { span: unlimited, seats: 5, files: 7, rooms: 2 } }
gates:
  - { key: files, api: POST /files }
`,
  ),
  story(
    'limit/ungated',
    'nobody-is-refused-at-a-limit-that-is-sold',
    `limits:\n  span: { name: Span, unit: day, soft: 80%, hard: 100% }\n${TEAM}, limits: { span: 7 } }\n`,
    '8:3',
  ),
  story(
    'limit/ungated',
    'limit-of-a-plan-that-nobody-can-have',
    `limits:\n  span: { name: Span, unit: day, soft: 80%, hard: 100% }\n${TEAM}, sale: internal, limits: { span: 7 } }\n`,
  ),

  story(
    'capability/ungated',
    'everybody-has-it-or-a-gate-refuses-it',
    `  chat: { name: Chat }
  calls: { name: Calls }
  notes: { name: Notes, audience: compatibility }
plans:
  free: { name: Free, version: free_v1, has: [chat] }
  pro: { name: Pro, version: pro_v1, everything_in: free, has: [calls, notes] }
gates:
  - { key: calls, job: calls }
`,
  ),
  story(
    'capability/ungated',
    'what-only-pro-has-is-refused-to-nobody',
    `  chat: { name: Chat }\n${PRO}  team: { name: Team, version: team_v1, everything_in: pro, has: [chat] }\n`,
    '7:3',
  ),
  story(
    'capability/ungated',
    'what-an-add-on-sells-is-refused-to-nobody',
    `  chat: { name: Chat }\n${PRO}addons:\n  talk: { name: Talk, has: [chat] }\n`,
    '7:3',
  ),
  story(
    'capability/ungated',
    'what-only-an-old-contract-lacks-is-refused-to-nobody',
    `  chat: { name: Chat }\n${TEAM}, has: [chat] }\npast_versions:\n  old_v1: { of: team, until: never, has: [], limits: {}, digest: ${SEAL.team} }\n`,
    '7:3',
  ),
  story(
    'capability/ungated',
    'what-a-retired-plan-had-is-sold-to-nobody',
    `  chat: { name: Chat }\n${PRO}  team: { name: Team, version: team_v1, sale: retired, has: [chat] }\n`,
  ),
  story(
    'limit/ungated',
    'limit-that-copy-states-and-the-product-does-not-enforce',
    `limits:\n  span: { name: Span, unit: day, soft: 80%, hard: 100% }\n${TEAM}, limits: { span: { advertised: 7, enforced: unlimited, because: We trust people } } }\n`,
  ),
];
