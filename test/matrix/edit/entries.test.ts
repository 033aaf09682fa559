import { describe, expect, it } from 'vitest';
import type { AddEntry, Fields } from '../../../matrix/edit/matrix-edit.ts';
import { changes, edited } from './edited.ts';

const add = (kind: AddEntry['kind'], key: string, fields: Fields, after?: string): AddEntry => ({
  kind,
  key,
  fields,
  after,
});

describe('a capability', () => {
  const matrix = `product: Tide
capabilities:
  audit: { name: Audit log } # logged
    # for a year
  # for all
  relay: { name: Relay }
  # not yet: sso

# What is counted.
limits:
  seats:
    name: Seats
    also:
      - users
    unit: seat
plans: {}
`;

  it('ends its section, on one line as its neighbours', () => {
    const edit = add('add_capability', 'no', { name: 'Number: one', also: ['1e3', 'a, b', '#1', 'plain words'] });
    expect(edited(matrix, edit)).toBe(
      matrix.replace(
        '  # not yet: sso\n',
        '  # not yet: sso\n  "no": { name: "Number: one", also: ["1e3", "a, b", "#1", plain words] }\n',
      ),
    );
  });

  it('follows the one that is named', () => {
    expect(edited(matrix, add('add_capability', 'sso', { name: 'SSO' }, 'audit'))).toBe(
      matrix.replace('# for a year\n', '# for a year\n  sso: { name: SSO }\n'),
    );
  });

  it('leaves out what is not stated', () => {
    expect(changes(matrix, add('add_capability', 'sso', { name: 'SSO', group: undefined }))).toBe(
      '\n+  sso: { name: SSO }\n',
    );
  });

  it('opens its section where there is none, in the style of its kin', () => {
    const text =
      'product: Tide\r\n\r\n# Counted\r\nlimits: {}\r\n\r\n# Sold\r\nplans:\r\n    pro:\r\n        name: Pro\r\n';
    expect(edited(text, add('add_capability', 'sso', { name: 'SSO', also: ['a', 'b: c'] }))).toBe(
      'product: Tide\r\n\r\ncapabilities:\r\n    sso:\r\n        name: SSO\r\n        also: [a, "b: c"]\r\n\r\n# Counted\r\nlimits: {}\r\n\r\n# Sold\r\nplans:\r\n    pro:\r\n        name: Pro\r\n',
    );
  });

  it.each(['capabilities:', 'capabilities: {}', 'capabilities: ~'])('is the first one of `%s`', (section) => {
    expect(
      edited(`${section} # rows\nlimits:\n  a: { name: A }\n`, add('add_capability', 'sso', { name: 'SSO' })),
    ).toBe('capabilities: # rows\n  sso: { name: SSO }\nlimits:\n  a: { name: A }\n');
  });

  it('stands in quotes as the file has them', () => {
    expect(
      changes("product: 'Tide'\ncapabilities:\n  a:\n    name: A\n", add('add_capability', 'b', { name: 'B: b' })),
    ).toBe(`
+  b:
+    name: 'B: b'
`);
  });

  it('says what no line can hold in escapes', () => {
    const fields = { name: 'two\nlines', needs: '\u2028\u0007', group: 'ä 👩‍💻' };
    expect(changes('capabilities:\n  a: { name: A }\n', add('add_capability', 'b', fields))).toBe(
      '\n+  b: { name: "two\\nlines", needs: "\\u2028\\u0007", group: ä 👩‍💻 }\n',
    );
  });
});

describe('a limit', () => {
  it('is a block with a list in lines where its neighbours are', () => {
    const text = 'limits:\n  seats:\n    name: Seats\n    also:\n    - users\n    unit: seat';
    expect(
      edited(text, add('add_limit', 'runs', { name: 'Runs', also: ['no', 'jobs'], unit: 'run', soft: '80%' })),
    ).toBe(`${text}\n  runs:\n    name: Runs\n    also:\n    - "no"\n    - jobs\n    unit: run\n    soft: 80%`);
  });

  it('goes between the brackets of its section', () => {
    const text = 'limits: { seats: { name: Seats, unit: seat }, runs: { name: Runs, unit: run } }\n';
    expect(changes(text, add('add_limit', 'days', { name: 'Days', unit: 'day' }, 'seats'))).toBe(`
-limits: { seats: { name: Seats, unit: seat }, runs: { name: Runs, unit: run } }
+limits: { seats: { name: Seats, unit: seat }, days: { name: Days, unit: day }, runs: { name: Runs, unit: run } }
`);
  });

  it('goes between two lines of its section, where that is in brackets', () => {
    const text = `limits: {
  seats: { name: Seats }, # people
  runs: { name: Runs } }
`;
    expect(edited(text, add('add_limit', 'days', { name: 'Days' }, 'seats'))).toBe(`limits: {
  seats: { name: Seats }, # people
  days: { name: Days },
  runs: { name: Runs } }
`);
    expect(edited(text, add('add_limit', 'days', { name: 'Days' }))).toBe(`limits: {
  seats: { name: Seats }, # people
  runs: { name: Runs },
  days: { name: Days } }
`);
  });
});

describe('a plan', () => {
  const matrix = `plans:

  # The small one
  start:
    name: Start
    version: start_v1
    price: free
    has: [sso]

  # The large one
  pro:
    name: Pro
    version: pro_v1
    price: { USD: { month: 9 } }
    limits: { seats: 5 }
    # more about Pro

# Ids of old
version_aliases: {}
`;
  const team = {
    name: 'Team',
    version: '2024-01-01',
    price: { USD: { month: '4.90', year: [{ amount: '190', note: '190' }] } },
    has: [],
    limits: { seats: 3, off: 'unlimited' },
  };
  const lines = `  team:
    name: Team
    version: "2024-01-01"
    price: { USD: { month: 4.90, year: [{ amount: 190, note: "190" }] } }
    has: []
    limits: { seats: 3, "off": unlimited }
`;

  it('ends its section, below the comments of the last one and apart as they are', () => {
    expect(edited(matrix, add('add_plan', 'team', team))).toBe(
      matrix.replace('    # more about Pro\n', `    # more about Pro\n\n${lines}`),
    );
  });

  it('follows the one that is named, before the comment of the next', () => {
    expect(edited(matrix, add('add_plan', 'team', team, 'start'))).toBe(
      matrix.replace('    has: [sso]\n', `    has: [sso]\n\n${lines}`),
    );
  });

  it('breaks a list that would be too long for its line', () => {
    const has = Array.from({ length: 14 }, (_, index) => `capability_${index}`);
    expect(changes(matrix, add('add_plan', 'team', { name: 'Team', has }))).toBe(`
+  team:
+    name: Team
+    has: [capability_0, capability_1, capability_2, capability_3, capability_4, capability_5, capability_6,
+      capability_7, capability_8, capability_9, capability_10, capability_11, capability_12, capability_13]
+
`);
  });
});

it('a past version opens its section between those of the plans and the aliases', () => {
  const text = 'plans:\n  pro: { name: Pro }\n\n# Ids of old\nversion_aliases:\n  a: [b]\n\nwords: {}\n';
  expect(edited(text, add('add_past_version', '1e3', { of: 'pro', until: 'never', has: [], limits: {} }))).toBe(
    `plans:
  pro: { name: Pro }

past_versions:
  "1e3": { of: pro, until: never, has: [], limits: {} }

# Ids of old
version_aliases:
  a: [b]

words: {}
`,
  );
});
