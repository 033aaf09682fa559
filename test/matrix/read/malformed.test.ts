import { describe, expect, it } from 'vitest';
import { unreadIn } from '../matrix-of.ts';
import { tide, told } from './told.ts';

describe('a file of another shape', () => {
  it('is a list', () => {
    expect(told('- planproof\n')).toContain('The file is a list.');
  });

  it('has an unknown field that is near to a known one', () => {
    expect(told(tide('    pryce: free\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:5 error matrix/malformed
        \`plans.pro\` has an unknown field \`pryce\`.
        7 |     pryce: free
          |     ^^^^^
        Write: \`price\`, if that is what you meant.
      "
    `);
  });

  it('has an unknown field that is near to nothing', () => {
    expect(told(tide('colour: blue\n'))).toContain('Write: one of `planproof`, `level`, `product`');
  });

  it('lacks fields', () => {
    expect(told('planproof: 1\nplans:\n  pro: { name: Pro }\n')).toMatchInlineSnapshot(`
      "
      matrix.yaml:1:1 error matrix/malformed
        The file lacks \`product\`.
        1 | planproof: 1
          | ^^^^^^^^^^^^
        Write: a \`product:\` line here.
      matrix.yaml:3:3 error matrix/malformed
        \`plans.pro\` lacks \`version\`.
        3 |   pro: { name: Pro }
          |   ^^^
        Write: a \`version:\` line here.
      "
    `);
  });

  it('has text where a list belongs', () => {
    expect(told(tide('    has: audit_logging\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:10 error matrix/malformed
        \`plans.pro.has\` is \`audit_logging\`.
        7 |     has: audit_logging
          |          ^^^^^^^^^^^^^
        Write: a list (keys, each once).
      "
    `);
  });

  it('has numbers where text belongs', () => {
    expect(told('planproof: 1\nproduct: 1.50\nplans:\n  pro: { name: Pro, version: 6 }\n')).toMatchInlineSnapshot(`
      "
      matrix.yaml:2:10 error matrix/malformed
        \`product\` is \`1.50\`.
        2 | product: 1.50
          |          ^^^^
        Write: \`"1.50"\`, in quotes.
      matrix.yaml:4:30 error matrix/malformed
        \`plans.pro.version\` is \`6\`.
        4 |   pro: { name: Pro, version: 6 }
          |                              ^
        Write: \`"6"\`, in quotes.
      "
    `);
  });

  it('has nothing where something belongs', () => {
    expect(told('planproof: 1\nproduct: ~\nplans:\n  pro:\n')).toMatchInlineSnapshot(`
      "
      matrix.yaml:2:10 error matrix/malformed
        \`product\` is empty.
        2 | product: ~
          |          ^
        Write: text (the product's name as customers read it).
      matrix.yaml:4:7 error matrix/malformed
        \`plans.pro\` is empty.
        4 |   pro:
          |       ^
        Write: a map (a plan).
      "
    `);
  });

  it('has no plans', () => {
    const plans = told('planproof: 1\nproduct: Tide\nplans: {}\n');
    expect(plans).toContain('`plans` is empty.\n');
    expect(plans).toContain('Write: at least one plan; or none, where add-ons are all that is sold.');
    expect(told('planproof: 1\nproduct: Tide\nplans: {}\naddons: {}\n')).toContain('`plans` is empty.');
  });

  it('has a map where a word belongs', () => {
    expect(told('planproof: 1\nlevel: {}\nproduct: Tide\nplans: { a: { name: A, version: a } }\n')).toContain(
      '`level` is a map, which is none of its words.',
    );
  });

  it('has a word that is none of the known ones', () => {
    expect(told(tide('    sale: onsale\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:7:11 error matrix/malformed
        \`plans.pro.sale\` is \`onsale\`, which is none of its words.
        7 |     sale: onsale
          |           ^^^^^^
        Write: \`on_sale\`.
      "
    `);
  });

  it('lists one capability twice', () => {
    expect(unreadIn(tide('    has: [audit, relay, audit]\n'))).toEqual(['7:25 matrix/malformed']);
  });

  it('falls back to nothing', () => {
    expect(told(tide('states:\n  expired: { keeps: fallback }\n'))).toMatchInlineSnapshot(`
      "
      matrix.yaml:8:3 error matrix/malformed
        \`states.expired\` lacks \`falls_back_to\`.
        8 |   expired: { keeps: fallback }
          |   ^^^^^^^
        Write: a \`falls_back_to:\` line here.
      "
    `);
  });

  it('states a hard edge below the number of the plan', () => {
    expect(told(tide('limits: { span: { name: Span, unit: day, hard: 90% } }\n'))).toContain(
      "Write: a share of the plan's number from 100% to 999%.",
    );
  });

  it.each(['14', '0 days', 'fourteen days', '14 fortnights', '-3 days', '1.5 days'])(
    'states a trial of %s',
    (length) => {
      expect(unreadIn(tide(`trials:\n  one: { length: ${length} }\n`))).toEqual(['8:18 matrix/malformed']);
      expect(told(tide(`trials:\n  one: { length: ${length} }\n`))).toContain(
        'Write: a length such as 14 days, or none.',
      );
    },
  );

  it.each(['-1', 'lots', '~', '.inf', '.nan', '[5]', '"5"'])('states a limit of %s', (value) => {
    expect(unreadIn(tide(`    limits: { span: ${value} }\n`))).toEqual(['7:21 matrix/malformed']);
    expect(told(tide(`    limits: { span: ${value} }\n`))).toContain(
      'Write: a number, unlimited, unknown, on_request, or { advertised: 10, enforced: 12, because: ... }.',
    );
  });
});
