/** The browser is killed in the middle of an audit: that ends by itself, says so, and nothing keeps running. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { Report } from '../../../verifier/types.ts';
import { type Copy, copyExample } from '../copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

/** Processes that name a folder, as their numbers. */
function processesIn(folder: string, naming = ''): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes(folder) && line.includes(naming))
    .map((line) => Number.parseInt(line, 10));
}

it('ends with 2, whatever was seen before', async () => {
  copy = copyExample();
  const temporary = join(copy.root, 'tmp');
  mkdirSync(temporary);
  for (const name of readdirSync(tmpdir()).filter((one) => /^planproof-chromium-[\d.]+$/.test(one)))
    symlinkSync(join(tmpdir(), name), join(temporary, name));
  // As root, PostgreSQL runs as another user, who has to pass through.
  for (const folder of [copy.root, temporary]) chmodSync(folder, 0o711);
  const args = ['audit', '--json', '--only', 'app', '--holder', '*.active', '--date', '2026-11-21'];
  const audit = copy.run(args, { TMPDIR: temporary });
  const browser = await eventually(() => processesIn(temporary, '--remote-debugging-pipe')[0]);
  await wait(1_500);
  process.kill(browser, 'SIGKILL');
  const { code, stdout, stderr } = await audit;
  expect([code, stderr]).toEqual([2, expect.stringContaining('wrote report/report.html')]);
  const { findings } = JSON.parse(stdout) as Report;
  expect(findings.map((one) => one.rule)).toContain('surface/unread');
  expect(new Set(findings.map((one) => one.rule))).toEqual(new Set(['surface/unread']));
  expect(processesIn(temporary)).toEqual([]);
});

async function eventually<T>(find: () => T | undefined): Promise<T> {
  for (let n = 0; n < 600; n += 1) {
    const found = find();
    if (found !== undefined) return found;
    await wait(50);
  }
  throw new Error('no browser was started');
}
