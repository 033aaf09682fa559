/** One fact changed at a time, and exactly that finding expected, with the right place on both sides. */
import { globSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../verifier/types.ts';
import { type Copy, copyExample, gist } from './copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

function only(report: Report): Finding {
  expect(report.findings).toHaveLength(1);
  return report.findings[0]!;
}

function matrixLine(copy: Copy, finding: Finding): string {
  const [place] = finding.sides[0]!.at;
  if (place?.kind !== 'file') throw new Error('the matrix side names no line');
  expect(place.path).toBe('matrix/entitlements.yaml');
  const line = copy.read(place.path).split('\n')[place.line - 1]!;
  return line.slice(place.column - 1, place.column - 1 + place.length);
}

describe('docs', () => {
  it('a number in a sentence', async () => {
    copy = copyExample();
    copy.edit('site/content/docs/docs/relay.md', 'fourteen days', 'fifteen days');
    const { code, report } = await copy.audit(['--only', 'docs']);
    const finding = only(report);
    expect([code, report.verdict]).toEqual([1, 'drift']);
    expect(gist(report)).toEqual(['limit/differs docs limit/history/hard relay_v6']);
    expect(finding.direction).toBe('over_promise');
    expect(matrixLine(copy, finding)).toBe('14');
    const [seen] = finding.sides[1]!.at;
    if (seen?.kind !== 'file') throw new Error('the seen side names no file');
    const line = copy.read(seen.path).split('\n')[seen.line - 1]!;
    expect(line.slice(seen.column - 1, seen.column - 1 + seen.length)).toContain('fifteen days');
  });

  it('two pages that contradict each other where the matrix says nothing', async () => {
    copy = copyExample();
    copy.write(
      'site/content/docs/docs/relay.md',
      `${copy.read('site/content/docs/docs/relay.md')}\nRelay includes 3 client workspaces.\n`,
    );
    copy.write('site/content/docs/docs/other.md', '# Other\n\nRelay includes 4 client workspaces.\n');
    const { code, report } = await copy.audit(['--only', 'docs']);
    expect(code).toBe(1);
    expect(gist(report)).toEqual(['copy/contradicts docs limit/workspaces/hard relay_v6']);
    expect(
      only(report)
        .sides.map((side) => side.at[0]?.kind === 'file' && side.at[0].path)
        .sort(),
    ).toEqual(['site/content/docs/docs/other.md', 'site/content/docs/docs/relay.md']);
  });

  it('a phrase that is never said, and a key that customers should not read', async () => {
    copy = copyExample();
    copy.write('site/content/docs/docs/other.md', '# Other\n\nAI Patrol looks after you. It hides demo_fixtures.\n');
    const { report } = await copy.audit(['--only', 'docs']);
    expect(gist(report)).toEqual([
      'phrase/forbidden docs words/AI Patrol/never_say ',
      'key/leaked docs words/demo_fixtures/hidden ',
    ]);
  });
});

describe('site', () => {
  const pricing = 'dist/site/pricing/index.html';

  it('a tick in the built table', async () => {
    copy = copyExample();
    const html = copy.read(pricing);
    const row = html.lastIndexOf('<tr', html.indexOf('Audit Logging', html.indexOf('<table')));
    const end = html.indexOf('</tr>', row);
    const changed = html.slice(row, end).replace(/Not included/, 'Included');
    copy.write(pricing, html.slice(0, row) + changed + html.slice(end));
    const { code, report } = await copy.audit(['--only', 'site']);
    expect(code).toBe(1);
    expect(gist(report)).toEqual(['capability/differs site capability/audit_logging community_v6']);
    const finding = only(report);
    expect(finding.direction).toBe('over_promise');
    expect(matrixLine(copy, finding)).toBe('has');
    expect(finding.sides[1]!.at[0]).toMatchObject({ kind: 'page', url: '/pricing/', words: 'Included' });
  });

  it('a price on the page', async () => {
    copy = copyExample();
    const html = copy.read(pricing);
    copy.write(pricing, html.replaceAll('$8.99', '$9.99'));
    const { code, report } = await copy.audit(['--only', 'site']);
    expect(code).toBe(1);
    expect(gist(report)).toEqual(['price/differs site price/price/month pro_v6']);
    expect(matrixLine(copy, only(report))).toBe('8.99');
    expect(only(report).direction).toBe('under_promise');
  });

  it('a row that is gone', async () => {
    copy = copyExample();
    for (const path of globSync('dist/site/**/*.html', { cwd: copy.root }))
      copy.write(
        path,
        copy
          .read(path)
          .replace(/<tr(?:(?!<\/tr>)[\s\S])*External Probes(?:(?!<\/tr>)[\s\S])*<\/tr>/g, '')
          .replaceAll(/External probes?/gi, 'Probing'),
      );
    const { code, report } = await copy.audit(['--only', 'site']);
    expect(code).toBe(1);
    expect(new Set(gist(report).map((one) => one.split(' ').slice(0, 3).join(' ')))).toEqual(
      new Set(['fact/unpublished site capability/external_probe']),
    );
  });
});

describe('API', () => {
  const look = ['--only', 'api', '--sandbox', 'pulse-example'];

  it('a gate that was removed', async () => {
    copy = copyExample();
    copy.edit(
      'app/routes/list-routes.ts',
      'requireCapability(product.table, gate, holder);',
      "if (list.api !== 'GET /api/audit') requireCapability(product.table, gate, holder);",
    );
    const { code, report } = await copy.audit([
      ...[...look, '--key', 'audit_logging'],
      ...['community_v6', 'relay_v6', 'pro_v6'].flatMap((one) => ['--holder', one]),
    ]);
    expect(code).toBe(1);
    // The same line refuses roles.
    expect(report.findings.map((one) => one.rule).sort()).toEqual(['capability/unenforced', 'role/unenforced']);
    const finding = report.findings.find((one) => one.rule === 'capability/unenforced')!;
    expect([finding.about.subject.key, finding.direction]).toEqual(['audit_logging', 'unenforced']);
    expect(finding.about.versions).toContain('community_v6');
    expect(finding.about.versions).toContain('relay_v6');
    expect(
      finding.about.holders?.filter((holder) => holder.version === 'pro_v6').map((holder) => holder.state),
    ).toEqual(['expired']);
    expect(finding.sides[1]!.at[0]).toMatchObject({ kind: 'call', method: 'GET', path: '/api/audit' });
    expect(matrixLine(copy, finding)).toBe('has');
    expect(report.evidence[finding.fingerprint]?.[0]?.request).toMatch(/^GET \/api\/audit as /);
  });

  it('a limit raised by one, a cap left in where nothing should be capped, and a rate whose period is shorter than promised', async () => {
    copy = copyExample();
    const table = copy.read('app/entitlements.gen.ts');
    copy.write(
      'app/entitlements.gen.ts',
      table
        .replace('"workspaces": 5', '"workspaces": 6')
        .replace('"monitored_systems": "unlimited"', '"monitored_systems": 10'),
    );
    copy.edit('app/entitlements.gen.ts', '"perSeconds": 3600', '"perSeconds": 600');
    const keys = ['workspaces', 'monitored_systems', 'manual_patrol_runs'].flatMap((key) => ['--key', key]);
    const { code, report } = await copy.audit([...look, ...keys]);
    expect(code).toBe(1);
    const of = (key: string) => report.findings.filter((one) => one.about.subject.key === key);
    expect(of('workspaces').map((one) => [one.rule, one.about.subject.facet, one.about.versions])).toEqual([
      ['limit/exceeds', 'soft', ['msp_starter']],
      ['limit/exceeds', 'hard', ['msp_starter']],
    ]);
    const hard = of('workspaces')[1]!;
    expect(hard.sides[1]!.value).toMatchObject({ kind: 'amount', n: 6, bound: 'exactly' });
    expect(matrixLine(copy, hard)).toBe('5');
    const [cap, rate] = [of('monitored_systems'), of('manual_patrol_runs')];
    expect([cap.map((one) => one.rule), rate.map((one) => one.rule)]).toEqual([
      ['limit/falls-short'],
      ['limit/exceeds'],
    ]);
    expect(cap[0]!.sides[1]!.value).toMatchObject({ n: 10, bound: 'exactly' });
    expect(rate[0]!.sides[1]!.value).toMatchObject({ n: 1, per: { n: 10, unit: 'minute' } });
    expect(report.findings).toHaveLength(4);
  });

  it('an expired organisation that keeps what it paid for', async () => {
    copy = copyExample();
    copy.edit(
      'app/evaluator/compiled-table.ts',
      "(rule.keeps === 'paid' ? own",
      "(rule.keeps === 'paid' || (id === 'relay_v6' && rule.keeps === 'fallback') ? own",
    );
    const { code, report } = await copy.audit([...look, '--holder', '*.expired']);
    expect(code).toBe(1);
    expect(gist(report).sort()).toEqual([
      // No gate of the API: only the payload tells.
      'capability/unenforced api capability/long_term_metrics/payload relay_v6',
      'capability/unenforced api capability/mobile_app/payload relay_v6',
      'capability/unenforced api capability/push_notifications/GET /api/push relay_v6',
      'capability/unenforced api capability/relay/GET /api/relay relay_v6',
      'limit/exceeds api limit/history/hard relay_v6',
    ]);
    expect(new Set(report.findings.flatMap((one) => one.about.holders?.map((holder) => holder.state)))).toEqual(
      new Set(['expired']),
    );
  });
});

describe('app', () => {
  it('a capability locked that the plan has', async () => {
    copy = copyExample();
    copy.edit(
      'app/pages/list-page.ts',
      'if (!holder.evaluator.hasCapability(gate.key))',
      "if (gate.id === '/settings/audit' || !holder.evaluator.hasCapability(gate.key))",
    );
    const { code, report } = await copy.audit([
      ...['--only', 'app', '--key', 'audit_logging'],
      ...['--holder', 'pro_v6', '--holder', 'community_v6'],
    ]);
    expect(code).toBe(1);
    const finding = only(report);
    expect([finding.rule, finding.about.subject.key, finding.direction]).toEqual([
      'capability/withheld',
      'audit_logging',
      'over_promise',
    ]);
    expect(finding.about.versions).toContain('pro_v6');
    expect(finding.about.versions).not.toContain('community_v6');
    expect(finding.sides[1]!.at[0]).toMatchObject({ kind: 'page', url: '/settings/audit' });
    expect(matrixLine(copy, finding)).toBe('audit_logging');
  });
});
