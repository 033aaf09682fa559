/** Each form in which companies write down their plans: a small text goes in, plans and cells come out. */
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../../matrix/types.ts';
import { cellsOf, drafted, draftedIf } from './drafted.ts';

const namesOf = ({ plans, order }: Matrix) => order.plans.map((key) => plans[key]!.name);

const plansIn = async (text: string, path = 'page.md') => {
  const found = await draftedIf({ [path]: text });
  return found ? namesOf(found.matrix) : [];
};

describe('plans are found', () => {
  it.each<[string, string, string[]]>([
    [
      'over the columns of a comparison',
      '| Feature | Basic | Crew | Fleet |\n|---|---|---|---|\n| Price | Free | $9/mo | $29/mo |\n| SSO | – | – | ✓ |\n',
      ['Basic', 'Crew', 'Fleet'],
    ],
    ['down the first column', '| Plan | Per month |\n|---|---|\n| Skiff | $5 |\n| Ketch | $15 |\n', ['Skiff', 'Ketch']],
    [
      'in headings with a price',
      '# Tern\n\n## Skiff — $5/month\n\n- 3 boats\n\n## Ketch — $15/month\n\n- 9 boats\n',
      ['Ketch', 'Skiff'],
    ],
    [
      'in a list of editions',
      '## Editions\n\n- **Community** — maps and tides.\n- **Pro** — Community plus routes.\n',
      ['Community', 'Pro'],
    ],
    ['in sentences', 'Tide tables are available on the Pro and Business plans.\n', ['Business', 'Pro']],
    ['in a badge', '# Routes\n\nTier: Premium, Ultimate\n', ['Premium', 'Ultimate']],
    [
      'with an aside that is no part of the name',
      '## Pro (most popular) – €9 per month\n\nx\n\n## Team – €19 per month\n',
      ['Pro', 'Team'],
    ],
    ['with a plus sign', '| | Pro | Pro+ |\n|---|---|---|\n| Price | $5 | $8 |\n', ['Pro', 'Pro+']],
  ])('%s', async (_, text, names) => {
    expect((await plansIn(text)).sort()).toEqual([...names].sort());
  });

  it('in cards of a page', async () => {
    const card = (name: string, price: string) =>
      `<section><h3>${name}</h3><p>${price}</p><ul><li>3 boats</li></ul></section>`;
    expect(
      await plansIn(`<main>${card('Skiff', '$5 / month')}${card('Ketch', '$15 / month')}</main>`, 'p.html'),
    ).toEqual(['Skiff', 'Ketch']);
  });

  it.each([
    [
      'a comparison of platforms',
      '| Feature | Linux | Windows | macOS |\n|---|---|---|---|\n| Service | Yes | Yes | No |\n',
    ],
    ['settings', '| Option | Default | Required |\n|---|---|---|\n| port | 80 | No |\n'],
    ['releases', '| Feature | Stable | Nightly |\n|---|---|---|\n| JIT | No | Yes |\n'],
    ['prose without a plan', 'We plan to write a migration plan. Your plan may differ.\n'],
    ['nothing', ''],
  ])('not in %s', async (_, text) => {
    expect(await plansIn(text)).toEqual([]);
  });
});

const TABLE = `# Tern pricing

| | Skiff | Ketch | Schooner |
|---|:-:|:-:|:-:|
| Price per month | Free | $9 | $29 |
| Boats | 2 | 10 | Unlimited |
| Storage | 5 GB | 50 GB | 1000 GB |
| Log history | 7 days | 4 weeks | 90 days |
| Calls per minute | 10 | 100 | 1,000 |
| Tide tables | ✓ | ✓ | ✓ |
| Single sign-on (SAML) | – | Add-on | Yes |
`;

describe('cells', () => {
  it('of a comparison are filled in the units that they state', async () => {
    const { matrix, problems } = await drafted({ 'pricing.md': TABLE });
    expect(cellsOf(matrix, 'skiff')).toEqual([
      'single_sign_on_saml excluded',
      'tide_tables included',
      'boats 2',
      'calls_per_minute 10',
      'log_history 7',
      'storage 5',
    ]);
    expect(cellsOf(matrix, 'ketch')).toEqual([
      'tide_tables included',
      'boats 10',
      'calls_per_minute 100',
      'log_history 28',
      'storage 50',
    ]);
    expect(cellsOf(matrix, 'schooner')).toContain('boats unlimited');
    expect(matrix.limits.calls_per_minute).toMatchObject({ unit: 'call', per: { n: 1, unit: 'minute' } });
    expect(matrix.limits.storage).toMatchObject({ unit: 'gb' });
    expect(matrix.versions.ketch_1!.prices.map(({ value }) => value)).toMatchObject([{ minor: 900, currency: 'USD' }]);
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('take the key of a column that sets keys as code', async () => {
    const text =
      '| Key | Name | Basic | Pro |\n|---|---|---|---|\n| `audit_log` | Audit trail | N | Y |\n| `sso` | Sign-in | Y | Y |\n';
    expect(cellsOf((await drafted({ 'a.md': text })).matrix, 'pro')).toEqual(['audit_log included', 'sso included']);
  });

  it('are filled for a feature that its page is called by', async () => {
    const text =
      '# Rollups\n\n> Tier: Premium, Ultimate\n\n| | Free | Premium | Ultimate |\n|-|-|-|-|\n| Rollups | ❌ | ✅ | ✅ |\n';
    const { matrix } = await drafted({ 'a.md': text });
    expect([cellsOf(matrix, 'free'), cellsOf(matrix, 'premium')]).toEqual([['rollups excluded'], ['rollups included']]);
    expect(matrix.product).toBe('Product');
  });

  it('of "and above" follow what is built on what, or the order of the list', async () => {
    const list = '## Plans\n\n- **Basic** — for one.\n- **Team** — for some.\n- **Business** — for all.\n\n';
    const { matrix } = await drafted({ 'a.md': `${list}Audit logs are available on Team and above.\n` });
    expect([cellsOf(matrix, 'basic'), cellsOf(matrix, 'team'), cellsOf(matrix, 'business')]).toEqual([
      [],
      ['audit_logs included'],
      ['audit_logs included'],
    ]);
  });

  it('that a document says twice bear both places', async () => {
    const { text } = await drafted({ 'pricing.md': TABLE, 'more.md': '# Tern\n\nThe Ketch plan includes 10 boats.\n' });
    expect(text).toContain('      boats: 10 # pricing.md:6, more.md:3\n');
  });

  it('of what was sold before are left out', async () => {
    const { matrix } = await drafted({
      'pricing.md': TABLE,
      'old.md': '# Tern\n\nLegacy Ketch customers keep 25 boats.\n',
    });
    expect(cellsOf(matrix, 'ketch')).toContain('boats 10');
  });

  it('that nothing states are unknown, beside those that something excludes', async () => {
    const text =
      '## Plans\n\n### Free — $0\n\n- Tide tables\n\n### Pro — $9/month\n\n- Route planner\n\nThe Free plan does not include the route planner.\n';
    const { matrix, text: yaml } = await drafted({ 'a.md': text });
    expect(cellsOf(matrix, 'free')).toEqual(['route_planner excluded', 'tide_tables included']);
    expect(cellsOf(matrix, 'pro')).toEqual(['route_planner included']);
    expect(yaml).toContain('    unknown:\n      - tide_tables\n');
    expect(yaml).toContain('      # not route_planner: a.md:11\n');
  });
});

describe('a contradiction', () => {
  it('between documents is left unknown, with both places, in the file and told', async () => {
    const { text, matrix, contradictions } = await drafted({
      'pricing.md': TABLE,
      'faq.md':
        '# Tern\n\nKetch includes 12 boats. Ketch costs $8 per month. Tide tables are not available on Skiff.\n',
    });
    expect(cellsOf(matrix, 'ketch')).not.toContain('boats 10');
    expect(text).toContain('      boats: unknown # pricing.md:6 says 10 boat; faq.md:3 says 12 boat\n');
    expect(text).toContain('    # price per month: pricing.md:5 says 9 USD; faq.md:3 says 8 USD\n');
    expect(text).toContain('      - tide_tables # pricing.md:10 says included; faq.md:3 says not included\n');
    expect(matrix.versions.ketch_1!.prices).toEqual([]);
    expect(contradictions.map(({ about }) => about).sort()).toEqual([
      'Boats of Ketch',
      'Price per month of Ketch',
      'Tide tables of Skiff',
    ]);
  });

  it('of "free" and a price is one', async () => {
    const { matrix, contradictions } = await drafted({
      'pricing.md': TABLE,
      'faq.md': '# Tern\n\nSkiff costs $3 a month.\n',
    });
    expect(matrix.versions.skiff_1!.prices).toEqual([]);
    expect(contradictions).toHaveLength(2);
  });
});

it('names of many forms read back as they were', async () => {
  const { matrix, text } = await drafted({
    'a.md':
      '# Yes: a "tool"\n\n| Plan | Price | Boats # and: sails |\n|---|---|---|\n| Null | Free | 3 |\n| No.1 | $5/mo | 4 |\n| True+ | $6/mo | 5 |\n',
  });
  expect(namesOf(matrix)).toEqual(['Null', 'No.1', 'True+']);
  expect(Object.values(matrix.limits).map(({ name }) => name)).toEqual(['Boats # and: sails']);
  expect(text.split('\n')[0]).toBe('# Drafted.');
});
