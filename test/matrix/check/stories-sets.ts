/** Stories about what plans, contracts and add-ons hold. */
import { PRO, type Story, story } from './story.ts';

/** Open ends, to be closed by the story. */
const TEAM = 'plans:\n  team: { name: Team, version: team_v1';
const FREE = '  free: { name: Free, version: free_v1, everything_in: pro';

export const SETS: readonly Story[] = [
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
    'key/granted',
    'add-on-gives-an-internal-key',
    `${PRO}addons:\n  more: { name: More, has: [fixtures], details: { audit_logging: For a year } }\n`,
    '10:29',
  ),
  story('key/granted', 'plan-tells-of-an-internal-key', `${TEAM}, details: { fixtures: On demand } }\n`, '8:52'),
  story(
    'key/granted',
    'plans-give-internal-limits-and-meters',
    `limits:\n  span: { name: Span, unit: day, soft: 80%, hard: 100%, audience: internal }
meters:\n  visits: { name: Visits, unit: day, audience: internal }
${TEAM}, limits: { span: 7 }, meters: [visits] }\naddons:\n  more: { name: More, adds: { span: 7 } }\n`,
    '12:51',
    '12:71',
    '14:31',
  ),
  story(
    'key/advertised',
    'internal-meter-stands-in-the-pricing-table',
    `meters:\n  visits: { name: Visits, unit: day, audience: internal, group: Traffic }\n${PRO}`,
    '8:65',
  ),

  story('set/pointless', 'plan-lacks-what-it-would-inherit', `${PRO}${FREE}, without: [audit_logging] }\n`),
  story(
    'set/pointless',
    'plan-lacks-what-nobody-says-that-it-has',
    '  chat: { name: Chat, ungated: Everybody may chat. }\nplans:\n  solo: { name: Solo, version: solo_v1, without: [chat] }\n',
  ),
  story(
    'set/contradicts',
    'plan-tells-of-one-key-and-has-another',
    `  chat: { name: Chat, ungated: No. }\n${TEAM}, has: [audit_logging], details: { chat: By day } }\n`,
  ),
  story(
    'set/contradicts',
    'plan-has-a-key-and-is-without-it',
    `${TEAM}, has: [audit_logging], without: [audit_logging] }\n`,
    '8:73',
  ),
  story(
    'set/contradicts',
    'plan-has-a-key-of-which-it-knows-nothing',
    `${TEAM}, has: [audit_logging], unknown: [audit_logging] }\n`,
    '8:73',
  ),
  story(
    'set/contradicts',
    'plan-tells-of-a-key-of-which-it-knows-nothing',
    `${TEAM}, details: { audit_logging: For a year }, unknown: [audit_logging] }\n`,
    '8:91',
  ),
  story(
    'set/pointless',
    'plan-lacks-what-is-not-known-of-its-base',
    '  chat: { name: Chat, ungated: Everybody may chat. }\nplans:\n  solo: { name: Solo, version: solo_v1, has: [], unknown: [chat] }\n  least: { name: Least, version: least_v1, everything_in: solo, without: [chat] }\n',
  ),
  story(
    'set/contradicts',
    'plan-runs-a-meter-and-is-without-it',
    `meters: { visits: { name: Visits, unit: day } }\n${TEAM}, meters: [visits], without: [visits] }\n`,
    '9:69',
  ),
  story(
    'set/contradicts',
    'plan-tells-of-a-key-and-is-without-it',
    `${TEAM}, details: { audit_logging: For a year }, without: [audit_logging] }\n`,
    '8:91',
  ),
  story(
    'set/contradicts',
    'plan-has-a-key-and-tells-of-it',
    `${TEAM}, has: [audit_logging], details: { audit_logging: For a year } }\n`,
    '8:47',
  ),
  story(
    'set/contradicts',
    'add-on-has-a-key-and-tells-of-it',
    `${PRO}addons:\n  more: { name: More, has: [audit_logging], details: { audit_logging: For a year } }\n`,
    '10:29',
  ),
  story(
    'set/pointless',
    'plan-is-without-what-its-base-never-had',
    `  chat: { name: Chat, ungated: Everybody may chat. }\n${PRO}${FREE}, without: [audit_logging, chat] }\n`,
    '10:86',
  ),
  story(
    'set/pointless',
    'plan-is-without-what-its-base-is-without',
    `${PRO}${FREE}, without: [audit_logging] }\n  least: { name: Least, version: least_v1, everything_in: free, without: [audit_logging] }\n`,
    '10:75',
  ),
  story(
    'set/pointless',
    'plan-lacks-a-meter-that-nobody-says-that-it-runs',
    `meters: { visits: { name: Visits, unit: day } }\n${PRO}${FREE}, without: [visits] }\n`,
  ),
];
