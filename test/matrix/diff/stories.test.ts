/** What a change of the matrix means, told line by line: each story changes one thing and asserts every line. */
import { describe, expect, it } from 'vitest';
import { compared, edited, TIDE } from './compared.ts';

type Edits = [from: string, to: string][];

/** Name, edits, whether it takes something from a published version, and every line. */
type Story = [name: string, edits: Edits, breaks: boolean, lines: string[]];

const CONTENTS: Story[] = [
  [
    'what one plan loses, those that build on it lose, and it is told once',
    [
      ['history: 90, calls: unlimited', 'history: 30, calls: 100'],
      ['has: [export]\n', 'has: []\n'],
    ],
    true,
    [
      '✖ Team (team_v1), Pro (pro_v6), Next (next_v1) · loses: Export (because Team changed)',
      '✖ Pro (pro_v6), Next (next_v1) · loses: History 90 days → 30 days; Calls unlimited → 100 per hour (because Pro changed)',
    ],
  ],
  [
    'a capability that was an add-on is included',
    [['has: [export]', 'has: [export, audit]']],
    false,
    [
      '+ Team (team_v1), Pro (pro_v6) · gains: Audit log (an add-on before) (because Team changed)',
      '+ Next (next_v1) · gains: Audit log (because Team changed)',
    ],
  ],
  [
    'an add-on can be bought with one more plan',
    [['for: [team, pro]', 'for: [free, team, pro]']],
    false,
    [
      '+ Free (free_v1) · can now buy: Audit log (because Vault changed)',
      '+ Add-on Vault (vault) · can now be bought: with Free',
    ],
  ],
  [
    'an add-on can be bought with one plan less',
    [['for: [team, pro]', 'for: [team]']],
    true,
    [
      '✖ Pro (pro_v6), Pro (pro_v5) · can no longer buy: Audit log (because Vault changed)',
      '✖ Add-on Vault (vault) · can no longer be bought: with Pro',
    ],
  ],
  [
    'an add-on costs more',
    [['month: 5 }', 'month: 6 }']],
    true,
    ['✖ Add-on Vault (vault) · pays more: Price $5 per month → $6 per month'],
  ],
  [
    'an add-on ends',
    [
      [
        'addons:\n  vault:\n    name: Vault\n    for: [team, pro]\n    price: { USD: { month: 5 } }\n    has: [audit]\n',
        '',
      ],
    ],
    true,
    [
      '✖ Team (team_v1), Pro (pro_v6), Pro (pro_v5) · can no longer buy: Audit log (because Vault changed)',
      '✖ add-ons that are gone: Vault (vault)',
    ],
  ],
  [
    'included becomes an add-on',
    [
      ['has: [export]', 'has: []'],
      ['    has: [audit]\n', '    has: [audit, export]\n'],
    ],
    true,
    [
      '✖ Team (team_v1), Pro (pro_v6) · loses: Export (an add-on now) (because Team changed)',
      '- Next (next_v1) · loses: Export (because Team changed)',
      '+ Add-on Vault (vault) · gains: Export',
    ],
  ],
  [
    'what nobody has bought yet may change',
    [['everything_in: pro\n', 'everything_in: free\n']],
    false,
    [
      '- Next (next_v1) · loses: Export; Support E-mail → not included; Seats 10 → 3; History 90 days → 7 days; Calls unlimited → 10 per hour',
      '- Next (next_v1) · no longer stated: Traffic (included before)',
      '~ Next (next) · plan builds on: pro → free',
      '~ Search (beta_search) · capability waiting-list key in next_v1: held → not held',
    ],
  ],
  [
    'known becomes unknown',
    [['seats: 5, history: 90', 'seats: 5']],
    true,
    ['✖ Pro (pro_v5) · no longer stated: History 90 days'],
  ],
  [
    'unknown becomes known',
    [['seats: 5, history: 90', 'seats: 5, history: 90, calls: 4']],
    false,
    ['+ Pro (pro_v5) · now stated: Calls 4 per hour'],
  ],
  [
    'the product enforces less than copy says',
    [['seats: 10, history: 30', 'seats: { advertised: 10, enforced: 8, because: caution }, history: 30']],
    true,
    ['✖ Team (team_v1), Pro (pro_v6), Next (next_v1) · loses: Seats 10 → 8 (enforced) (because Team changed)'],
  ],
  [
    'copy says less than before, and the product enforces the same',
    [['seats: 10, history: 30', 'seats: { advertised: 8, enforced: 10, because: caution }, history: 30']],
    true,
    ['✖ Team (team_v1), Pro (pro_v6), Next (next_v1) · loses: Seats 10 → 8 (advertised) (because Team changed)'],
  ],
  [
    'words in place of a tick',
    [['support: E-mail', 'support: Chat']],
    false,
    [
      '~ Team (team_v1), Pro (pro_v6), Next (next_v1) · reads differently: Support E-mail → Chat (because Team changed)',
    ],
  ],
  [
    'the waiting list is over',
    [[', maturity: waitlist', '']],
    false,
    ['+ Pro (pro_v6), Next (next_v1) · gains: Search', '~ Search (beta_search) · capability maturity: waitlist (gone)'],
  ],
  [
    'a capability is taken from customers',
    [['export: { name: Export }', 'export: { name: Export, audience: internal }']],
    true,
    [
      '✖ Team (team_v1), Pro (pro_v6), Next (next_v1), Pro (pro_v5) · loses: Export',
      '~ Export (export) · capability audience: public → internal',
    ],
  ],
  [
    'a capability will stop working',
    [['export: { name: Export }', 'export: { name: Export, lifecycle: { sunset_at: 2027-01-31 } }']],
    true,
    ['✖ Team (team_v1), Pro (pro_v6), Next (next_v1), Pro (pro_v5) · loses: Export works until 2027-01-31'],
  ],
  [
    'a period grows longer, and the number stays',
    [['per: hour', 'per: day']],
    true,
    ['✖ Free (free_v1), Team (team_v1) · loses: Calls 10 per hour → 10 per day'],
  ],
  [
    'refusals come later',
    [['80%, hard: 100%', '80%, hard: 120%']],
    false,
    [
      '+ Team (team_v1), Pro (pro_v6), Next (next_v1) · gains: Seats, refused above 10 → 12',
      '+ Pro (pro_v5) · gains: Seats, refused above 5 → 6',
      '~ Seats (seats) · limit hard edge: 100% → 120%',
    ],
  ],
  [
    'a key is gone',
    [
      ['  export: { name: Export }\n', ''],
      ['has: [export]', 'has: []'],
      ['has: [sso, export]', 'has: [sso]'],
    ],
    true,
    [
      '✖ Team (team_v1), Pro (pro_v6), Next (next_v1), Pro (pro_v5) · loses: Export',
      '- capabilities that are gone: Export (export)',
    ],
  ],
];

const PRICES: Story[] = [
  [
    'one price goes up, another down',
    [['month: 10, year: 100', 'month: 12, year: 90']],
    true,
    [
      '✖ Team (team_v1) · pays more: Price $10 per month → $12 per month',
      '+ Team (team_v1) · pays less: Price $100 per year → $90 per year',
    ],
  ],
  [
    'a way to pay is gone',
    [['month: 10, year: 100', 'month: 10']],
    true,
    ['✖ Team (team_v1) · can no longer pay: Price $100 per year'],
  ],
  [
    'one more way to pay',
    [['USD: { month: 20 }', 'USD: { month: 20, year: 200 }']],
    false,
    ['+ Pro (pro_v6) · can now pay: Price $200 per year'],
  ],
  [
    'free no more',
    [['price: free', 'price: { USD: { month: 1 } }']],
    true,
    ['✖ Free (free_v1) · pays more: Price free → $1 per month'],
  ],
  ['free now', [['{ USD: { month: 20 } }', 'free']], false, ['+ Pro (pro_v6) · pays less: Price $20 per month → free']],
  [
    'a number no more',
    [['{ USD: { month: 20 } }', 'on_request']],
    true,
    ['✖ Pro (pro_v6) · no longer stated: Price $20 per month → on request'],
  ],
  [
    'a price that is only struck through',
    [['USD: { month: 20 }', 'USD: { month: [20, { amount: 25, kind: compare_at }] }']],
    false,
    ['~ Pro (pro_v6) · reads differently: Struck-through price $25, per month, compare at'],
  ],
  [
    'a price by tiers that is dearer in none, and cheaper in one',
    [['USD: { month: 20 }', 'USD: { month: { per: seat, tiers: [{ up_to: 5, amount: 20 }, { amount: 15 }] } }']],
    true,
    [
      '✖ Pro (pro_v6) · can no longer pay: Price $20 per month',
      '+ Pro (pro_v6) · can now pay: Price up to 5 $20 each; above $15 each (graduated)',
    ],
  ],
  [
    'a price by tiers of a thousand, and the id by which it is charged',
    [
      [
        'USD: { month: 20 }',
        'USD: { month: { amount: 20, id: price_2 }, usage: { per: 1000 call, tiers: [{ up_to: 20000, amount: 2 }, { amount: 1 }] } }',
      ],
    ],
    false,
    [
      '+ Pro (pro_v6) · can now pay: Price up to 20,000 $2 per 1,000; above $1 per 1,000 (graduated)',
      '~ Pro (pro_v6) · price ids: price_2 (new)',
    ],
  ],
  [
    'a price by the thousand',
    [['USD: { month: 20 }', 'USD: { month: 20, usage: { amount: 2, per: 1000 call } }']],
    false,
    ['+ Pro (pro_v6) · can now pay: Price $2 per 1,000 calls'],
  ],
];

const IDS: Story[] = [
  [
    'a key is renamed',
    [
      ['sso: { name: SSO, was: [single_sign_on] }', 'login: { name: SSO, was: [single_sign_on, sso] }'],
      ['has: [sso]\n', 'has: [login]\n'],
      ['has: [sso, export]', 'has: [login, export]'],
    ],
    false,
    [
      '~ The capability SSO (login) was sso before; nothing else follows from that.',
      '~ sso · earlier id of the key: login',
    ],
  ],
  [
    'the key of a unit is another one',
    [
      ['seat: { one: seat', 'chair: { one: seat'],
      ['name: Seats, unit: seat', 'name: Seats, unit: chair'],
    ],
    false,
    ['~ Seats (seats) · limit unit: seat → chair'],
  ],
  [
    'something else is counted',
    [['name: Seats, unit: seat', 'name: Seats, unit: call']],
    true,
    [
      '✖ Free (free_v1) · changes, for better or worse: Seats 3 seats → 3 calls',
      '✖ Team (team_v1), Pro (pro_v6), Next (next_v1) · changes, for better or worse: Seats 10 seats → 10 calls',
      '✖ Pro (pro_v5) · changes, for better or worse: Seats 5 seats → 5 calls',
      '~ Seats (seats) · limit unit: seat → call',
    ],
  ],
  [
    'something else is counted without end',
    [['unit: call, per: hour', 'unit: seat, per: hour']],
    true,
    [
      '✖ Free (free_v1), Team (team_v1) · changes, for better or worse: Calls 10 calls per hour → 10 seats per hour',
      '✖ Pro (pro_v6), Next (next_v1) · changes, for better or worse: Calls unlimited calls → unlimited seats',
      '~ Calls (calls) · limit unit: call → seat',
    ],
  ],
  [
    'a meter counts otherwise',
    [['name: Traffic, unit: call', 'name: Traffic, unit: seat']],
    true,
    [
      '✖ Pro (pro_v6), Next (next_v1) · changes, for better or worse: Traffic is counted in call → seat',
      '~ Traffic (traffic) · meter unit: call → seat',
    ],
  ],
  [
    'a plan is renamed',
    [
      ['  team:\n', '  crews:\n'],
      ['was: [crew]', 'was: [crew, team]'],
      ['everything_in: team', 'everything_in: crews'],
      ['for: [team, pro]', 'for: [crews, pro]'],
    ],
    false,
    [
      '~ The plan Team (crews) was team before; nothing else follows from that.',
      '~ team · earlier id of the plan: crews',
    ],
  ],
  [
    'a version is deleted',
    [
      ['version: pro_v6', 'version: pro_v7'],
      ['version_aliases:\n  pro_v6: [pro_old]\n', ''],
    ],
    true,
    [
      '~ Pro (pro_v7) · now sold as pro_v7 instead of pro_v6, with the same contents',
      '✖ The version Pro (pro_v6) is gone, and is not among the retired ids.',
    ],
  ],
  [
    'a version that nobody holds any more',
    [
      ['version: next_v1', 'version: next_v2'],
      ['[pro_v1]', '[pro_v1, next_v1]'],
    ],
    false,
    [
      '~ Next (next_v2) · now sold as next_v2 instead of next_v1, with the same contents',
      '~ Nobody holds the version Next (next_v1) any more.',
      '~ matrix · retired ids: pro_v1 → next_v1, pro_v1',
    ],
  ],
  [
    'a retired id is used again',
    [
      ['version: next_v1', 'version: pro_v1'],
      ['[pro_v1]', '[next_v1]'],
    ],
    true,
    [
      '~ Next (pro_v1) · now sold as pro_v1 instead of next_v1, with the same contents',
      '~ Nobody holds the version Next (next_v1) any more.',
      '✖ The retired id pro_v1 is used again.',
      '~ matrix · retired ids: pro_v1 → next_v1',
    ],
  ],
  [
    'two plans exchange their ids',
    [
      ['version: team_v1', 'version: spare'],
      ['version: pro_v6', 'version: team_v1'],
      ['version: spare', 'version: pro_v6'],
    ],
    true,
    [
      '✖ Team (pro_v6) · loses: History 90 days → 30 days; Calls unlimited → 10 per hour',
      '✖ Team (pro_v6) · no longer stated: Traffic (included before)',
      '✖ Pro (team_v1) · pays more: Price $10 per month → $20 per month',
      '✖ Pro (team_v1) · can no longer pay: Price $100 per year',
      '+ Pro (team_v1) · gains: History 30 days → 90 days; Calls 10 per hour → unlimited',
      '+ Pro (team_v1) · now stated: Traffic: included',
      '+ Team (pro_v6) · pays less: Price $20 per month → $10 per month',
      '+ Team (pro_v6) · can now pay: Price $100 per year',
      '✖ The version id team_v1 was one of team, and is used for pro now.',
      '✖ The version id pro_v6 was one of pro, and is used for team now.',
      '~ Search (beta_search) · capability waiting-list key in team_v1: not held → held',
      '~ Search (beta_search) · capability waiting-list key in pro_v6: held → not held',
    ],
  ],
  [
    'an earlier id stands for another version',
    [['pro_v6: [pro_old]', 'team_v1: [pro_old]']],
    true,
    ['✖ The earlier id pro_old (version) stood for pro_v6, and stands for team_v1 now.'],
  ],
  [
    'earlier ids are read no longer',
    [
      ['version_aliases:\n  pro_v6: [pro_old]\n', ''],
      [', was: [single_sign_on]', ''],
      ['    was: [crew]\n', ''],
    ],
    true,
    [
      '✖ The earlier id pro_old (version) stood for pro_v6, and is no longer read.',
      '✖ The earlier id crew (plan) stood for team, and is no longer read.',
      '✖ The earlier id single_sign_on (key) stood for sso, and is no longer read.',
    ],
  ],
  [
    'a plan is no longer sold',
    [['    everything_in: team\n', '    everything_in: team\n    sale: legacy\n']],
    false,
    ['~ Pro (pro) was on sale, and is no longer sold, and continued now.'],
  ],
];

const LIFE: Story[] = [
  [
    'a shorter grace period',
    [['lasts: 7 days', 'lasts: 3 days']],
    true,
    ['✖ Team (team_v1), Pro (pro_v6), Next (next_v1), Pro (pro_v5) · loses: Grace period 7 days → 3 days'],
  ],
  [
    'no grace period',
    [['  grace: { keeps: paid, warns: true, lasts: 7 days }\n', '']],
    true,
    ['✖ Team (team_v1), Pro (pro_v6), Next (next_v1), Pro (pro_v5) · loses: Grace period'],
  ],
  [
    'a shorter trial, for who is on trial',
    [['{ length: 14 days', '{ length: 7 days']],
    true,
    ['✖ Team (team_v1), Pro (pro_v6), Next (next_v1), Pro (pro_v5) · loses: Trial (all) 14 days → 7 days'],
  ],
  [
    'a trial of a smaller plan',
    [['gives: pro', 'gives: team']],
    true,
    ['✖ Team (team_v1), Pro (pro_v6), Next (next_v1), Pro (pro_v5) · loses: Trial (all): gives pro → team'],
  ],
  [
    'a trial of the same plan under another key',
    [
      ['  pro:\n    name: Pro\n', '  best:\n    name: Pro\n    was: [pro]\n'],
      ['everything_in: pro', 'everything_in: best'],
      ['for: [team, pro]', 'for: [team, best]'],
      ['of: pro\n', 'of: best\n'],
      ['gives: pro', 'gives: best'],
    ],
    false,
    ['~ The plan Pro (best) was pro before; nothing else follows from that.', '~ pro · earlier id of the plan: best'],
  ],
  [
    'a contract that ends',
    [['until: never', 'until: cancellation']],
    true,
    ['✖ Pro (pro_v5) · loses: Holds until never → cancellation'],
  ],
  [
    'what an expired contract falls back to gives less, which was never promised',
    [
      ['version: free_v1', 'version: free_v2'],
      [
        'past_versions:\n',
        'past_versions:\n  free_v1: { of: free, until: cancellation, price: free, has: [sso], limits: { seats: 3, history: 7, calls: 10 }, states: [active] }\n',
      ],
      ['seats: 3, history: 7, calls: 10 }\n', 'seats: 1, history: 7, calls: 10 }\n'],
    ],
    false,
    [
      '- Team (team_v1), Pro (pro_v6), Next (next_v1), Pro (pro_v5) · loses: In the state expired: falls back to Free (free_v1) → Free (free_v2)',
      '- Free (free_v2) · instead of free_v1, loses: Seats 3 → 1',
      '~ New version of Free: free_v2; holders of free_v1 keep what they have.',
    ],
  ],
];

const WORDS: Story[] = [
  [
    'names and synonyms',
    [['audit: { name: Audit log }', 'audit: { name: Audit trail, also: [log], group: Safety }']],
    false,
    [
      '~ Audit trail (audit) · capability name: Audit log → Audit trail',
      '~ Audit trail (audit) · capability synonyms: log (new)',
      '~ Audit trail (audit) · capability group: Safety (new)',
    ],
  ],
  [
    'a refusal',
    [['status: 402', 'status: 403']],
    false,
    ['~ GET /audit (audit) · gate refusal: 402 upgrade → 403 upgrade'],
  ],
  [
    'a gate comes, and the order of rows changes',
    [
      ['gates:\n', 'gates:\n  - { key: seats, api: POST /seats }\n'],
      [
        '  seats: { name: Seats, unit: seat, soft: 80%, hard: 100% }\n  history: { name: History, unit: day, soft: 100%, hard: 100% }\n',
        '  history: { name: History, unit: day, soft: 100%, hard: 100% }\n  seats: { name: Seats, unit: seat, soft: 80%, hard: 100% }\n',
      ],
    ],
    false,
    ['~ order · order of limits: seats, history, calls → history, seats, calls', '~ POST /seats (seats) · new gate'],
  ],
];

describe.each<[string, Story[]]>([
  ['contents', CONTENTS],
  ['prices', PRICES],
  ['ids', IDS],
  ['states, trials and ends', LIFE],
  ['words and gates', WORDS],
])('%s', (_, stories) => {
  it.each(stories)('%s', (_name, edits, breaks, lines) => {
    const { diff, lines: told } = compared(TIDE, edited(TIDE, ...edits));
    expect(told).toEqual(lines);
    expect(diff.breaks).toBe(breaks);
  });
});
