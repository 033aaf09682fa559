/** For the rules about names and what is not ready: files that pass, and files that only one rule finds fault with. */
import { story, two } from './offer-story.ts';
import type { Story } from './stories.ts';

export const NAMES: readonly Story[] = [
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
