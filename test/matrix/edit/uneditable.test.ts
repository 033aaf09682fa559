import { describe, expect, it } from 'vitest';
import { editMatrix } from '../../../matrix/edit/edit-matrix.ts';
import type { MatrixEdit } from '../../../matrix/edit/matrix-edit.ts';
import { refused } from './edited.ts';

const TIDE = `product: Tide
capabilities:
  audit_log: { name: Audit log }
limits:
  seats: { name: Seats, unit: seat }
plans:
  pro:
    name: Pro
    version: pro_v1
    price: { USD: { month: [9, 19] }, EUR: 5 }
    has: [audit_log]
    limits: { seats: !!str 5 }
  team: { name: Team, version: pro_v0, limits: 5 }
past_versions:
  v5_pro: { of: pro, until: never, has: [], limits: {} }
`;

const seats = { kind: 'set_limit', plan: 'pro', key: 'seats', value: 3 } as const;
const price = { kind: 'set_price', plan: 'pro', currency: 'USD', interval: 'month', amount: '5' } as const;

describe('an edit is not made', () => {
  it('of a plan that is not there', () => {
    expect(refused(TIDE, { ...seats, plan: 'prop' })).toMatchInlineSnapshot(`
      "
      matrix.yaml:6:1 error matrix/uneditable
        There is no plan \`prop\`.
        6 | plans:
          | ^^^^^
        Write: \`pro\`, if that is what you meant.
      "
    `);
  });

  it('of a plan that is a past version', () => {
    expect(refused(TIDE, { ...seats, plan: 'v5_pro' })).toMatchInlineSnapshot(`
      "
      matrix.yaml:6:1 error matrix/uneditable
        There is no plan \`v5_pro\`.
        6 | plans:
          | ^^^^^
        Write: \`past_version: v5_pro\`.
      "
    `);
  });

  it('of a key that is not declared', () => {
    expect(
      refused(TIDE, { kind: 'set_capability', plan: 'pro', key: 'audit_logs', value: 'included' }),
    ).toMatchInlineSnapshot(`
      "
      matrix.yaml:2:1 error matrix/uneditable
        There is no capability \`audit_logs\`.
        2 | capabilities:
          | ^^^^^^^^^^^^
        Write: \`audit_log\`, if that is what you meant.
      "
    `);
    expect(refused('plans:\n  pro: {}\n', seats)).toMatchInlineSnapshot(`
      "
      matrix.yaml:1:1 error matrix/uneditable
        There is no limit \`seats\`.
        1 | plans:
          | ^
        Write: an edit that adds \`seats\` first.
      "
    `);
  });

  it('after an entry that is not there', () => {
    expect(
      refused(TIDE, { kind: 'add_plan', key: 'max', fields: { name: 'Max' }, after: 'tem' }),
    ).toMatchInlineSnapshot(`
      "
      matrix.yaml:6:1 error matrix/uneditable
        There is no plan \`tem\`.
        6 | plans:
          | ^^^^^
        Write: \`team\`, if that is what you meant.
      "
    `);
  });

  it('to add what is there with other fields', () => {
    expect(refused(TIDE, { kind: 'add_limit', key: 'seats', fields: { name: 'Seats' } })).toMatchInlineSnapshot(`
      "
      matrix.yaml:5:3 error matrix/uneditable
        The limit \`seats\` is here already, with other fields.
        5 |   seats: { name: Seats, unit: seat }
          |   ^^^^^
        Write: another key; or an edit of what is here.
      "
    `);
  });

  it('to add what is there with an amount in other digits', () => {
    const [text, fields] = ['plans:\n  a: { price: { USD: { month: 4.9 } } }\n', { price: { USD: { month: '4.90' } } }];
    expect(refused(text, { kind: 'add_plan', key: 'a', fields })).toContain('is here already, with other fields.');
  });

  it('to one of several amounts', () => {
    expect(refused(TIDE, price)).toMatchInlineSnapshot(`
      "
      matrix.yaml:10:28 error matrix/uneditable
        This contract was sold at 2 prices for one month, and the edit names one.
        10 |     price: { USD: { month: [9, 19] }, EUR: 5 }
           |                            ^^^^^^^
        Write: the amount that is meant, in the file.
      "
    `);
  });

  it('in something of another shape', () => {
    expect(refused(TIDE, { ...price, currency: 'EUR' })).toMatchInlineSnapshot(`
      "
      matrix.yaml:10:44 error matrix/uneditable
        \`EUR\` is no map.
        10 |     price: { USD: { month: [9, 19] }, EUR: 5 }
           |                                            ^
        Write: \`{ month: 5 }\`.
      "
    `);
    expect(refused(TIDE, { ...seats, plan: 'team' })).toMatchInlineSnapshot(`
      "
      matrix.yaml:13:48 error matrix/uneditable
        \`limits\` of \`team\` is a number.
        13 |   team: { name: Team, version: pro_v0, limits: 5 }
           |                                                ^
        Write: a map.
      "
    `);
  });

  it('to a version that somebody bears', () => {
    const edit = { kind: 'add_version', plan: 'pro', until: 'never' } as const;
    expect(refused(TIDE, { ...edit, version: 'pro_v0' })).toMatchInlineSnapshot(`
      "
      matrix.yaml:13:32 error matrix/uneditable
        The version \`pro_v0\` stands here already.
        13 |   team: { name: Team, version: pro_v0, limits: 5 }
           |                                ^^^^^^
        Write: an id that no contract bears yet.
      "
    `);
    expect(refused(TIDE, { ...edit, version: 'v5_pro' })).toMatchInlineSnapshot(`
      "
      matrix.yaml:15:3 error matrix/uneditable
        The version \`v5_pro\` stands here already.
        15 |   v5_pro: { of: pro, until: never, has: [], limits: {} }
           |   ^^^^^^
        Write: an id that no contract bears yet.
      "
    `);
  });

  it('to a contract that says nothing to freeze', () => {
    const text = 'plans:\n  pro: { name: Pro, version: v1 }\n  team: { name: Team, version: 2 }\n';
    const edit = { kind: 'add_version', version: 'v3', until: 'never' } as const;
    expect(refused(text, { ...edit, plan: 'pro' })).toMatchInlineSnapshot(`
      "
      matrix.yaml:2:3 error matrix/uneditable
        \`pro\` states no \`has\`, and a frozen contract has to.
        2 |   pro: { name: Pro, version: v1 }
          |   ^^^
        Write: \`has\` of \`pro\` first.
      "
    `);
    expect(refused(text, { ...edit, plan: 'team' })).toMatchInlineSnapshot(`
      "
      matrix.yaml:3:32 error matrix/uneditable
        \`team\` has no version id to freeze it under.
        3 |   team: { name: Team, version: 2 }
          |                                ^
        Write: \`version:\` with an id, in quotes where it looks like a number.
      "
    `);
  });

  it('where the text would say something else afterwards', () => {
    expect(refused(TIDE, seats)).toMatchInlineSnapshot(`
      "
      matrix.yaml:12:28 error matrix/uneditable
        \`plans.pro.limits.seats\` is written in a way that this edit cannot change without touching more.
        12 |     limits: { seats: !!str 5 }
           |                            ^
        Write: the change by hand; or this part in the plain style of its neighbours, then the edit.
      "
    `);
  });

  it('where a comment would be lost', () => {
    const text = 'capabilities: { a: {} }\nplans:\n  pro:\n    has:\n      - # why\n        a\n      - b\n';
    const edit = { kind: 'set_capability', plan: 'pro', key: 'a', value: 'excluded' } as const;
    expect(refused(text, edit)).toMatchInlineSnapshot(`
      "
      matrix.yaml:6:9 error matrix/uneditable
        \`plans.pro.has.0\` is written in a way that this edit cannot change without touching more.
        6 |         a
          |         ^
        Write: the change by hand; or this part in the plain style of its neighbours, then the edit.
      "
    `);
  });

  it('in a file that is not well-formed', () => {
    expect(refused('plans:\n  pro: {}\n  pro: {}\n', seats)).toMatchInlineSnapshot(`
      "
      matrix.yaml:3:3 error matrix/uneditable
        This file is not well-formed: Map keys must be unique.
        3 |   pro: {}
          |   ^
        Write: well-formed YAML first; \`planproof check\` says more.
      "
    `);
    expect(refused('\uFEFFplans:\r\n  pro: *base\r\n', seats)).toMatchInlineSnapshot(`
      "
      matrix.yaml:2:8 error matrix/uneditable
        Nothing before \`*base\` is marked \`&base\`.
        2 |   pro: *base
          |        ^^^^^
        Write: what it should stand for, in full.
      "
    `);
    expect(refused('- pro\n', seats)).toMatchInlineSnapshot(`
      "
      matrix.yaml:1:1 error matrix/uneditable
        This file is no map.
        1 | - pro
          | ^
        Write: \`planproof: 1\`, then \`product:\` and \`plans:\`.
      "
    `);
  });

  it('when aliases stand for more than anybody wrote', () => {
    const rounds = Array.from({ length: 8 }, (_, n) => `x${n + 1}: &x${n + 1} [${`*x${n}, `.repeat(9)}]\n`);
    expect(refused(`x0: &x0 [a]\n${rounds.join('')}`, seats)).toContain(
      'The aliases up to this one stand for more than 100000 values.',
    );
  });
});

describe('an edit that makes no sense', () => {
  it.each([
    [null, 'There is no edit `undefined`.'],
    [{ kind: 'set_limits' }, 'Write: `set_limit`.'],
    [{ kind: 'set_limit', plan: 'pro', key: 'seats', value: -1 }, '`value` of the edit is `-1`.'],
    [{ kind: 'set_limit', plan: 'pro', key: 'seats', value: 1.5 }, 'Write: a whole number, `unlimited` or `unknown`.'],
    [{ kind: 'set_limit', key: 'seats', value: 1 }, 'The edit names no plan.'],
    [{ kind: 'set_limit', plan: 'pro', past_version: 'v', key: 'seats', value: 1 }, 'a plan and a past version'],
    [{ kind: 'set_capability', plan: 'pro', key: 'a', value: true }, 'neither text nor a number'],
    [{ ...price, amount: 4.99 }, "Write: an amount as text of digits, such as '4.99'."],
    [{ ...price, amount: '1e3' }, '`amount` of the edit is `1e3`.'],
    [{ ...price, currency: 'usd' }, 'Write: a currency as ISO 4217 writes it, such as USD.'],
    [{ kind: 'add_plan', key: 'Pro Max', fields: { name: 'x' } }, '`key` of the edit is `Pro Max`.'],
    [{ kind: 'add_plan', key: 'max', fields: [] }, 'Write: a map of fields.'],
    [{ kind: 'add_plan', key: 'max', fields: {} }, 'The fields of `max` are no plain data.'],
    [{ kind: 'add_plan', key: 'max', fields: { name: () => 1 } }, 'The fields of `max` are no plain data.'],
    [{ kind: 'add_plan', key: 'max', fields: { n: Number.NaN } }, 'The fields of `max` are no plain data.'],
    [{ kind: 'add_version', plan: 'pro', version: 'a b', until: 'never' }, 'Write: an id: letters, digits, _ . and -.'],
  ])('is told: %j', (edit, words) => {
    expect(refused(TIDE, edit as MatrixEdit)).toContain(words);
  });

  it('has one rule', () => {
    const { text, problems } = editMatrix(TIDE, { ...seats, plan: 'x' });
    expect(text).toBeUndefined();
    expect(problems.map(({ rule, level, at }) => [rule, level, at.path])).toEqual([
      ['matrix/uneditable', 'error', 'entitlements.yaml'],
    ]);
  });
});
