/** The advice is taken at its word: what it prints is pasted, and then nothing breaks and the seal is right. */
import { describe, expect, it } from 'vitest';
import { nextId } from '../../../matrix/diff/next-id.ts';
import { foundIn, PULSE } from '../matrix-of.ts';
import { compared, edited, TIDE } from './compared.ts';

type Edits = [from: string, to: string][];

/** What the advice has nothing to do with, such as a key without a gate, is in both. */
function rulesBroken(text: string): string[] {
  return [...new Set(foundIn(text).map((found) => found.split(' ')[1]!))].sort();
}

/** Gives each plan its new version, and keeps the earlier one. */
function followed(before: string, after: string): string {
  const { advice } = compared(before, after);
  expect(advice.length).toBeGreaterThan(0);
  const entries = advice.map(({ past_version }) => `${past_version}\n`).join('');
  const renewed = advice.reduce(
    (text, { about, new_version }) => edited(text, [`version: ${about}\n`, `version: ${new_version}\n`]),
    after,
  );
  return edited(renewed, ['past_versions:\n', `past_versions:\n${entries}`]);
}

const CASES: [name: string, before: string, edits: Edits][] = [
  [
    'a capability and a limit',
    TIDE,
    [
      ['has: [export]', 'has: []'],
      ['history: 90, calls: unlimited', 'history: 30'],
    ],
  ],
  [
    'prices, details, meters and states',
    TIDE,
    [
      ['month: 10, year: 100', 'month: 11.5'],
      ['support: E-mail', 'support: Chat'],
      ['price: free', 'price: { USD: { month: 1 } }'],
      ['    meters: [traffic]\n', '    meters: []\n'],
    ],
  ],
  [
    'a renamed key',
    TIDE,
    [
      ['export: { name: Export }', 'exports: { name: Export, was: [export] }'],
      ['has: [export]', 'has: [exports]'],
      ['has: [sso, export]', 'has: [sso, exports]'],
      // The seal of a contract counts its keys as they are called.
      ['sha256-db80dc072688ff7f', 'sha256-ae4acc5503e94217'],
      ['history: 90, calls: unlimited', 'history: 30'],
    ],
  ],
  [
    'a renamed unit',
    TIDE,
    [
      ['seat: { one: seat', 'chair: { one: seat'],
      ['name: Seats, unit: seat', 'name: Seats, unit: chair'],
      ['history: 90, calls: unlimited', 'history: 30'],
      ['sha256-db80dc072688ff7f', 'sha256-92c055b73beea709'],
    ],
  ],
  [
    'the example',
    PULSE,
    [
      ['has: [relay, mobile_app, push', 'has: [relay, push'],
      ['without: [relay, mobile_app, push', 'without: [relay, push'],
      ['month: 8.99, year: 79', 'month: 9.99, year: 89'],
      ['month: 149, year: 1490', 'month: 159, year: 1490'],
    ],
  ],
];

describe('advice that is followed', () => {
  it.each(CASES)('%s', (_, before, edits) => {
    const after = edited(before, ...edits);
    const mended = followed(before, after);
    expect(compared(before, after).diff.breaks).toBe(true);
    expect(rulesBroken(mended)).toEqual(rulesBroken(before));
    const { diff, advice } = compared(before, mended);
    expect(diff.holdings.filter(({ breaks }) => breaks)).toEqual([]);
    expect(diff.events.filter(({ breaks }) => breaks)).toEqual([]);
    expect(diff.events.filter(({ fate }) => fate === 'moved').map(({ kept }) => kept)).not.toContain(false);
    expect(advice).toEqual([]);
  });

  it('is the exact entry, with its seal', () => {
    const { advice } = compared(TIDE, edited(TIDE, ['history: 90, calls: unlimited', 'history: 30']));
    expect(advice).toEqual(
      [
        {
          about: 'pro_v6',
          say: 'Give Pro (plans.pro) the new version pro_v7, and keep pro_v6 for its holders under past_versions:',
          new_version: 'pro_v7',
          past_version: `  pro_v6:
    of: pro
    until: cancellation
    price: { USD: { month: 20 } }
    has: [sso, export, beta_search]
    meters: [traffic]
    details: { support: E-mail }
    limits: { calls: unlimited, history: 90, seats: 10 }
    digest: SEAL`,
        },
      ].map((one) => ({
        ...one,
        past_version: one.past_version.replace('SEAL', advice[0]!.past_version!.match(/sha256-[0-9a-f]{16}$/)![0]),
      })),
    );
  });

  it('asks for a key that is gone', () => {
    const { advice } = compared(
      TIDE,
      edited(
        TIDE,
        ['  export: { name: Export }\n', ''],
        ['has: [export]', 'has: []'],
        ['has: [sso, export]', 'has: [sso]'],
      ),
    );
    expect(advice[0]!.say).toBe(
      'Declare export again, with `audience: compatibility` when no longer shown. Give Team (plans.team) the new version team_v2, and keep team_v1 for its holders under past_versions:',
    );
  });

  it('asks for other price ids where the old ones are kept', () => {
    const before = edited(TIDE, ['USD: { month: 20 }', 'USD: { month: { amount: 20, id: price_pro } }']);
    const less = compared(before, edited(before, ['history: 90, calls: unlimited', 'history: 30']));
    expect(less.advice.map(({ say }) => say)).toEqual([
      'Give Pro (plans.pro) the new version pro_v7 and price ids of its own, and keep pro_v6 for its holders under past_versions:',
    ]);
    const gone = compared(
      before,
      edited(before, ['version: pro_v6', 'version: pro_v7'], ['pro_v6: [pro_old]', 'pro_v7: [pro_old]']),
    );
    expect(gone.advice[0]!.say).toBe(
      'When nobody holds pro_v6 any more, write it under retired_ids. Until then keep it under past_versions, and give Pro (plans.pro) price ids of its own:',
    );
  });

  it('asks whether a new key of the same name is the one that is gone', () => {
    const { advice } = compared(
      TIDE,
      edited(
        TIDE,
        ['  export: { name: Export }\n', '  exports: { name: Export }\n'],
        ['has: [export]', 'has: [exports]'],
        ['has: [sso, export]', 'has: [sso, exports]'],
      ),
    );
    expect(advice[0]!.say).toMatch(
      /^If exports is export under another key, write `was: \[export\]` on it. If not, declare export again, /,
    );
  });
});

describe('advice in words', () => {
  it.each<[string, Edits, string[]]>([
    [
      'on a past version',
      [['until: never', 'until: cancellation']],
      [
        'pro_v5 is a past version, and what its holders were sold cannot be changed afterwards. Under past_versions, write what stood there:',
      ],
    ],
    [
      'on an alias',
      [['pro_v6: [pro_old]', 'team_v1: [pro_old]']],
      [
        'pro_old was read as pro_v6, and is read as team_v1 now. Put back `pro_v6: [pro_old]` under version_aliases, and give team_v1 another id.',
      ],
    ],
    [
      'on a key that is read no longer',
      [[', was: [single_sign_on]', '']],
      ['single_sign_on was read as sso, and is read as nothing now. Put back `was: [single_sign_on]` on sso.'],
    ],
    [
      'on an add-on',
      [['month: 5 }', 'month: 6 }']],
      ['The add-on vault was sold as it stood. Put that back, and sell the new one as vault_2.'],
    ],
    [
      'on a state',
      [['lasts: 7 days', 'lasts: 3 days']],
      [
        'Grace period: this holds for every contract, so no new version keeps it for those who have one. Put back what stood there, or settle it with the holders before.',
      ],
    ],
    [
      'on a unit, which no new version has for itself',
      [['name: Seats, unit: seat', 'name: Seats, unit: call']],
      [
        'Seats: this holds for every contract, so no new version keeps it for those who have one. Put back what stood there, or settle it with the holders before.',
      ],
    ],
    [
      'on a plan that is gone',
      [['  next:\n    name: Next\n    version: next_v1\n    sale: before_launch\n    everything_in: pro\n', '']],
      [
        'The plan next is gone with its version next_v1. Keep the plan with `sale: legacy` for its holders. When nobody holds next_v1 any more, write it under retired_ids.',
      ],
    ],
    [
      'on an id that is used again',
      [
        ['version: next_v1', 'version: pro_v1'],
        ['[pro_v1]', '[next_v1]'],
      ],
      ['pro_v1 stands under retired_ids, and an id is never used again. Write pro_v2 instead.'],
    ],
  ])('%s', (_, edits, said) => {
    expect(compared(TIDE, edited(TIDE, ...edits)).advice.map(({ say }) => say)).toEqual(said);
  });
});

describe('the next id', () => {
  it.each([
    ['pro_v6', [], 'pro_v7'],
    ['pro_v9', ['pro_v10'], 'pro_v11'],
    ['v1', [], 'v2'],
    ['starter', [], 'starter_2'],
    ['starter_2', [], 'starter_3'],
    ['studio-2024', [], 'studio-2024-2'],
    ['cloud_starter', ['cloud_starter_2'], 'cloud_starter_3'],
  ])('of %s, with %j taken, is %s', (id, taken, next) => {
    expect(nextId(id, new Set(taken))).toBe(next);
  });
});
