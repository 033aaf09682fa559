/** A finding on a page shows the page with its place outlined; an answer that changes is no finding and never clean. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Copy, copyExample, gist } from '../copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

const GATE = 'if (!holder.evaluator.hasCapability(gate.key))';
const ONE = ['--only', 'app', '--holder', 'pro_v6.active', '--key', 'audit_logging'];

it('a locked page, with a picture beside and in the report', async () => {
  copy = copyExample();
  copy.edit('app/pages/list-page.ts', GATE, `if (gate.key === 'audit_logging')`);
  const { code, report } = await copy.audit(ONE);
  expect(code).toBe(1);
  expect(gist(report)).toEqual(['capability/withheld app capability/audit_logging//settings/audit pro_v6']);
  const [finding] = report.findings;
  const [evidence] = report.evidence[finding!.fingerprint]!;
  expect(evidence).toMatchObject({ request: 'GET /settings/audit as pro_v6 (active)' });
  expect(evidence!.picture!.file).toBe(`evidence/${finding!.fingerprint}-1.jpg`);
  const bytes = Buffer.from(copy.read(`report/${evidence!.picture!.file}`), 'latin1');
  expect(bytes.length).toBeGreaterThan(2_000);
  const html = copy.read('report/report.html');
  expect(html).toContain('<symbol id="picture-1"');
  expect(html).toContain('<use href="#picture-1"/>');
  copy.write(
    'app/pages/list-page.ts',
    copy.read('app/pages/list-page.ts').replace(`if (gate.key === 'audit_logging')`, GATE),
  );
  expect((await copy.audit(ONE)).code).toBe(0);
  expect(existsSync(join(copy.root, 'report/evidence'))).toBe(false);
});

it('a page that is locked every other time', async () => {
  copy = copyExample();
  copy.edit('app/pages/list-page.ts', GATE, 'if (turn++ % 2 === 0)');
  copy.write('app/pages/list-page.ts', `${copy.read('app/pages/list-page.ts')}\nlet turn = 0;\n`);
  const { code, report } = await copy.audit(ONE);
  expect(code).toBe(2);
  expect(report.findings.map((one) => [one.rule, one.about.subject.key])).toEqual([
    ['surface/unread', 'unstable: answered not included, then included'],
  ]);
});

it('an API that refuses every other time, though its first answer was right', async () => {
  copy = copyExample();
  copy.edit(
    'app/routes/list-routes.ts',
    'requireCapability(product.table, gate, holder);',
    "if (list.api !== 'GET /api/audit' || turn++ % 2) requireCapability(product.table, gate, holder);",
  );
  copy.write('app/routes/list-routes.ts', `${copy.read('app/routes/list-routes.ts')}\nlet turn = 1;\n`);
  const { code, report } = await copy.audit([
    '--only',
    'api',
    '--holder',
    'community_v6.active',
    '--key',
    'audit_logging',
  ]);
  expect(code).toBe(2);
  expect(report.findings.map((one) => [one.rule, one.about.subject.key])).toEqual([
    ['surface/unread', 'unstable: answered refused with 402 license_required, then included'],
  ]);
});
