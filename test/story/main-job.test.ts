/** The main job on the example: everything looked at and read, clean, and nothing left running. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Ajv } from 'ajv';
import { afterEach, expect, it } from 'vitest';
import { loadMatrix } from '../../scripts/workspace.ts';
import type { Report } from '../../verifier/types.ts';
import { type Copy, copyExample, REPOSITORY } from './copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

/** Command lines of all processes that name the folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const where = readFileSync(`/proc/${pid}/environ`, 'utf8');
        return line.includes(folder) || where.includes(`PWD=${folder}`) ? [line] : [];
      } catch {
        return [];
      }
    });
}

it('is clean: every declared fact is read on every surface, every gate both ways, every version and state', async () => {
  copy = copyExample('as_it_is');
  const { code, report, stderr } = await copy.audit(['--sandbox', 'pulse-example'], { DATABASE_URL: '' });
  expect(report.findings).toEqual([]);
  expect([code, report.verdict]).toEqual([0, 'clean']);
  for (const { surface, asked, read, absent, unread } of report.coverage)
    expect([surface, asked > 25, read, absent, unread]).toEqual([surface, true, asked, 0, 0]);
  expect(report.coverage.map((one) => one.surface)).toEqual(['docs', 'site', 'api', 'app']);
  expect(stderr).not.toContain('\r');
  expect(existsSync(join(copy.root, 'report/report.html'))).toBe(true);
  const schema = JSON.parse(readFileSync(join(REPOSITORY, 'verifier/report/report.schema.json'), 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  coversEverything(report);
});

function coversEverything(report: Report): void {
  const { matrix } = loadMatrix(REPOSITORY, 'matrix/entitlements.yaml');
  const versions = Object.values(matrix!.versions);
  const app = report.cells.filter((cell) => cell.about.surface === 'app');
  const api = report.cells.filter((cell) => cell.about.surface === 'api');
  const states = (cells: Report['cells']) =>
    new Set(cells.flatMap((cell) => cell.about.holders ?? []).map((holder) => holder.state));
  expect(new Set(app.flatMap((cell) => cell.about.versions))).toEqual(new Set(versions.map((version) => version.key)));
  expect(states(app)).toEqual(new Set(['trial', 'active', 'grace', 'expired', 'suspended']));
  const holders = new Set(
    api.flatMap((cell) => cell.about.holders ?? []).map((holder) => `${holder.version} ${holder.state}`),
  );
  expect(holders.size).toBe(versions.reduce((sum, version) => sum + version.states.length, 0));
  for (const gate of matrix!.gates.filter((one) => matrix!.capabilities[one.key])) {
    const cells = report.cells.filter((cell) => cell.about.subject.facet === (gate.api ?? gate.app));
    const seen = new Set(cells.map((cell) => cell.sides.at(-1)?.value.kind));
    expect([gate.api ?? gate.app, seen.has('included'), seen.has('refusal') || seen.has('excluded')]).toEqual([
      gate.api ?? gate.app,
      true,
      true,
    ]);
  }
}

it('gives the same report twice, but for what it cost', async () => {
  copy = copyExample();
  const look = ['--only', 'docs', '--only', 'site'];
  const [first, second] = [await copy.audit(look), await copy.audit(look)];
  const still = ({ report: { run: _, evidence: __, ...rest } }: { report: Report }) => rest;
  expect(still(second)).toEqual(still(first));
});

it('interrupted, stops everything that it started', async () => {
  copy = copyExample();
  const child = spawn(
    process.execPath,
    [join(REPOSITORY, 'scripts/bin.mjs'), 'audit', '--sandbox', 'pulse-example', '--only', 'api'],
    {
      cwd: copy.root,
      env: { ...process.env, PWD: copy.root, CI: '1' },
      stdio: 'ignore',
    },
  );
  const ended = new Promise<number | null>((done) => child.on('close', done));
  await wait(3_500);
  expect(processesOf(copy.root).length).toBeGreaterThan(1);
  child.kill('SIGINT');
  expect(await ended).toBe(2);
  // Making a database cannot be broken off: its keeper ends it first, which a busy machine takes seconds for.
  const deadline = Date.now() + 20_000;
  while (processesOf(copy.root).length && Date.now() < deadline) await wait(100);
  expect(processesOf(copy.root)).toEqual([]);
});
