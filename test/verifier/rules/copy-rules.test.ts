/** Stories of the rules about copy: a document goes in, the exact findings come out; each has one that passes. */
import { describe, expect, it } from 'vitest';
import { compileMatrix } from '../../../matrix/compile/compile.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { assemble } from '../../../verifier/audit/assemble.ts';
import { readDocument } from '../../../verifier/probes/read-document.ts';

const MATRIX = `planproof: 1
product: Tidewell
currency: USD
units: { vault: { one: vault, other: vaults } }
capabilities:
  saml: { name: SAML login }
  hold: { name: Legal hold, also: [litigation hold] }
limits:
  vaults: { name: Vaults, unit: vault }
plans:
  basic: { name: Basic, version: basic, price: { USD: { month: 5 } }, has: [], limits: { vaults: 2 } }
  team: { name: Team, version: team, everything_in: basic, price: { USD: { month: 12 } }, has: [saml], limits: { vaults: 10 } }
trials:
  all: { length: 14 days, card_required: true }
words:
  must_say: [{ phrase: Prices exclude VAT, on: [docs/prices.md, 'legal/**'] }]
  retired_names: [{ name: Gold, say: Team }]
  retired_prices: [{ plan: team, interval: month, amount: 9, currency: USD }]
`;

async function findings(text: string, path = 'docs/a.md', kind: 'docs' | 'site' = 'docs'): Promise<string[]> {
  const { raw, source, problems } = readMatrix(new TextEncoder().encode(MATRIX), 'm.yaml');
  if (!raw) throw new Error(JSON.stringify(problems));
  const matrix = compileMatrix(raw, source);
  const observations = await readDocument(text, path, 'docs', vocabulary(matrix));
  const report = assemble({
    matrix,
    matrixPath: 'm.yaml',
    date: '2026-01-01',
    surfaces: [{ id: 'docs', kind, observations, declared: [], documents: 1, excluded: [] }],
    run: { took_ms: 0, started: '', base_urls: {}, versions: {} },
  });
  return report.findings.filter((one) => one.direction !== 'unread').map((one) => one.rule);
}

const STORIES: readonly [name: string, text: string, rules: string[], path?: string][] = [
  ['retired price comes back', 'Team costs $9 per month.', ['price/retired']],
  ['another wrong price', 'Team costs $11 per month.', ['price/differs']],
  ['retired price of another plan', 'Basic costs $9 per month.', ['price/differs']],
  ['right price', 'Team costs $12 per month.', []],
  ['retired name comes back', 'Choose Gold for your company.', ['name/retired']],
  ['retired name said as an old one', 'Team was called Gold until 2022.', []],
  ['a word that is no name', 'A gold medal for backups.', []],
  ['words that must stand are missing', 'Team costs $12 per month.', ['phrase/missing'], 'docs/prices.md'],
  ['words that must stand, in a folder', 'Our terms.', ['phrase/missing'], 'legal/de/terms.md'],
  ['words that must stand, over two lines', 'Prices exclude\nVAT.', [], 'docs/prices.md'],
  ['words that need not stand here', 'Our terms.', [], 'docs/terms.md'],
  ['card is asked for', 'All plans come with a 14-day trial, no credit card required.', ['card/differs']],
  ['card is told', 'All plans come with a 14-day trial; a credit card is required.', []],
  ['trial is longer', 'All plans come with a 30-day trial.', ['period/differs']],
  [
    'another name beside an id',
    '| Key | Display name | Team |\n|---|---|---|\n| `hold` | Court hold | – |',
    ['name/differs'],
  ],
  [
    'a name that people use beside an id',
    '| Key | Display name | Team |\n|---|---|---|\n| `hold` | Litigation hold | – |',
    [],
  ],
  [
    'left out with a reason',
    'Fine.\n\n<!-- planproof-ignore: a quiz of wrong answers -->\nTeam includes legal hold.',
    [],
  ],
  [
    'left out, the next sentence not',
    '<!-- planproof-ignore: quiz -->\nTeam has legal hold. Basic has legal hold.',
    ['capability/differs'],
  ],
  ['left out in a list', '<!-- planproof-ignore: quiz -->\n- Team has 99 vaults\n- Basic has 2 vaults', []],
  [
    'left out in a table',
    '| | Team |\n|---|---|\n| <!-- planproof-ignore: quiz --> Vaults | 99 |\n| SAML login | ✓ |',
    [],
  ],
  [
    'left out without a reason',
    '<!-- planproof-ignore -->\nTeam includes legal hold.',
    ['capability/differs', 'ignore/unexplained'],
  ],
  ['left out for nothing', '<!-- planproof-ignore: why not -->\nHello.', ['ignore/unused']],
  ['a dated file tells what was', 'Team includes legal hold.', [], 'blog/2023-04-01-new-plans.md'],
  ['a change log tells what was', 'Team includes legal hold.', [], 'CHANGELOG.md'],
];

describe('a document says, and the rule that speaks', () => {
  it.each(STORIES)('%s', async (_, text, rules, path) => {
    expect((await findings(text, path)).sort()).toEqual([...rules].sort());
  });
});

describe('what plans have and nobody reads of', () => {
  it('a note, once a site was looked at', async () => {
    expect(await findings('Team has 10 vaults.', 'docs/a.md', 'site')).toEqual(['capability/unmentioned']);
  });
  it('nothing where it is said, and nothing of what no plan has', async () => {
    expect(await findings('Team includes SAML login.', 'docs/a.md', 'site')).toEqual([]);
  });
  it('nothing where only documents were looked at', async () => {
    expect(await findings('Team has 10 vaults.')).toEqual([]);
  });
});
