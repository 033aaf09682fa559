/** Stories about old contracts, states and trials. */
import { PRO, SEAL, type Story, story } from './story.ts';

export const CONTRACTS: readonly Story[] = [
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
    'version/endless',
    'sealed-contract-loses-its-end',
    `${PRO}past_versions:\n  old_v1: { of: pro, has: [], limits: {}, digest: ${SEAL.pro} }\n`,
    '10:3',
  ),
  story(
    'version/endless',
    'new-old-contract-has-neither-end-nor-seal',
    `${PRO}past_versions:\n  old_v1: { of: pro, has: [], limits: {} }\n`,
    '10:3',
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
];
