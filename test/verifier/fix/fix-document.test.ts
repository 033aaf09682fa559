import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { moneyIn } from '../../../verifier/claims/money.ts';
import { numberAt } from '../../../verifier/claims/numbers.ts';
import { tokensOf } from '../../../verifier/claims/tokens.ts';
import { fixDocument } from '../../../verifier/fix/fix-document.ts';
import { writtenMoney } from '../../../verifier/fix/written-money.ts';
import { writtenNumber } from '../../../verifier/fix/written-number.ts';
import { matrixOf } from '../../matrix/matrix-of.ts';

const MATRIX = `planproof: 1
level: lifecycle
product: Harbour
currency: USD
units: { vault: { one: vault, other: vaults }, event: { one: event, other: events } }
capabilities:
  audit: { name: Audit log }
  sso: { name: Single sign-on }
limits:
  vaults: { name: Vaults, unit: vault, soft: 80%, hard: 100% }
  history: { name: History, unit: day, soft: 80%, hard: 100% }
  events: { name: Events, unit: event, per: month, soft: 80%, hard: 100% }
plans:
  basic: { name: Basic, version: b1, price: { USD: { month: 5 } }, has: [], limits: { vaults: 1, history: 7, events: 1000 } }
  team: { name: Team, version: t1, everything_in: basic, price: { USD: { month: 12.50, year: 1250 } }, has: [audit], limits: { vaults: 14, history: 30, events: 25000 } }
  max: { name: Max, version: m1, everything_in: team, price: { USD: { month: 40 } }, has: [sso], limits: { vaults: unlimited, history: 30, events: unlimited } }
words:
  never_say: [{ phrase: strong room, say: vault }, { phrase: always, say: previously }]
`;

const { matrix } = matrixOf(MATRIX);

async function fix(text: string, path = 'docs/a.md') {
  const { text: after, fixed } = await fixDocument({
    matrix,
    vocabulary: vocabulary(matrix),
    surface: 'docs',
    path,
    text,
  });
  return { after, rules: fixed.map(({ rule }) => rule) };
}

describe('a document with drifts', () => {
  it.each([
    ['Team has 15 vaults.', 'Team has 14 vaults.'],
    ['Basic has three vaults.', 'Basic has one vault.'],
    ['Basic keeps 14 days of history.', 'Basic keeps 7 days of history.'],
    ['Team comes with a 31-day history.', 'Team comes with a 30-day history.'],
    ['Fifteen vaults are part of Team.', 'Fourteen vaults are part of Team.'],
    ['Team costs $12 a month.', 'Team costs $12.50 a month.'],
    ['Team: **$1,350** per year.', 'Team: **$1,250** per year.'],
    ['Basic costs USD 6.00 a month.', 'Basic costs USD 5.00 a month.'],
    ['Team allows 20k events a month.', 'Team allows 25k events a month.'],
    ['Team allows 20,000 events a month.', 'Team allows 25,000 events a month.'],
    ['Open a strong room. Strong room doors are made of steel.', 'Open a vault. Vault doors are made of steel.'],
    [
      '| | Basic | Team |\n| --- | --- | --- |\n| Audit log | ✓ | ✓ |\n',
      '| | Basic | Team |\n| --- | --- | --- |\n| Audit log | ✗ | ✓ |\n',
    ],
    [
      '| | Basic | Team |\n| --- | --- | --- |\n| Vaults | 2 | 15 |\n',
      '| | Basic | Team |\n| --- | --- | --- |\n| Vaults | 1 | 14 |\n',
    ],
  ])('%j is mended', async (before, after) => {
    expect((await fix(before)).after).toBe(after);
  });

  it('leaves every other byte alone', async () => {
    const text =
      '\uFEFF---\r\ntitle:  "Plans"\r\n---\r\n\r\n*  Team has\t15 vaults.  \r\n\r\n<!-- 15 vaults -->\r\n\r\n`15 vaults`\r\n\r\nOther: 15 boats.';
    expect((await fix(text)).after).toBe(text.replace('15 vaults.', '14 vaults.'));
  });

  it.each([
    // Nothing says how to word it.
    'Basic includes the audit log.',
    'Max has 20 vaults.',
    'Team has unlimited vaults.',
    // One number for two plans, right for one of them.
    'Basic and Team keep 30 days of history.',
    // What is left out stays as it is.
    '<!-- planproof-ignore: a story of last year -->\nTeam has 15 vaults.',
    'Team has 14 vaults.',
  ])('%j is left to people', async (text) => {
    expect((await fix(text)).after).toBe(text);
  });

  it('mends what it can and leaves the rest', async () => {
    const { after, rules } = await fix(
      'Team has 15 vaults.\n\nBasic includes the audit log.\n\nTeam costs $13 a month.',
    );
    expect(after).toBe('Team has 14 vaults.\n\nBasic includes the audit log.\n\nTeam costs $12.50 a month.');
    expect(rules).toEqual(['limit/differs', 'price/differs']);
  });

  it('takes no claim away: what it says afterwards is still read', async () => {
    const { after, rules } = await fix('Team always has 15 vaults.');
    expect([after, rules]).toEqual(['Team always has 14 vaults.', ['limit/differs']]);
  });

  it('works in other formats too', async () => {
    expect((await fix('<p>Team has 15 vaults.</p>', 'a.html')).after).toBe('<p>Team has 14 vaults.</p>');
    expect((await fix("export const copy = 'Team has 15 vaults.';\n", 'a.ts')).after).toBe(
      "export const copy = 'Team has 14 vaults.';\n",
    );
  });
});

it('a number that is written is read again', () => {
  const styles = fc.constantFrom('3', 'three', 'Three', '3000', '3,000', '3 000', '12,345,678', '10k', '30000');
  fc.assert(
    fc.property(styles, fc.nat({ max: 3_000_000 }), (raw, n) => {
      const tokens = tokensOf(writtenNumber(raw, n));
      expect(numberAt(tokens, 0)).toEqual({ n, length: tokens.length });
    }),
  );
});

it('a sum that is written is read again', () => {
  const styles = fc.constantFrom('$3', '$3.50', '3,50 €', '1.234,00 €', '$1,234', 'USD 12', '12 dollars', '£1,234.50');
  fc.assert(
    fc.property(styles, fc.integer({ min: 1, max: 99_999_999 }), (raw, minor) => {
      const { currency } = moneyIn(raw)[0]!;
      const written = writtenMoney(raw, minor, currency)!;
      expect(moneyIn(written)).toEqual([{ minor, currency, from: 0, to: written.length }]);
    }),
  );
});
