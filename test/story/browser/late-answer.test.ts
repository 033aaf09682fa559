/** A browser that answers what it was not asked, as one does after a page crashed: nothing ends for it. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { findBrowser } from '../../../verifier/probes/browser.ts';
import { type Copy, copyExample } from '../copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

/** Stands before a browser, and puts an answer of its own after the tenth message. */
function answeringTooMuch(browser: string): string {
  return `#!${process.execPath}
const { Socket } = require('node:net');
const child = require('node:child_process').spawn(${JSON.stringify(browser)}, process.argv.slice(2), {
  stdio: ['inherit', 'inherit', 'inherit', 'pipe', 'pipe'],
});
new Socket({ fd: 3 }).pipe(child.stdio[3]);
const out = new Socket({ fd: 4 });
let [messages, answered] = [0, false];
child.stdio[4].on('data', (chunk) => {
  out.write(chunk);
  if (chunk.at(-1) !== 0 || (messages += 1) < 10 || answered) return;
  answered = true;
  out.write(JSON.stringify({ id: 99999999, result: {} }) + '\\0');
  require('node:fs').writeFileSync(__filename + '.answered', '');
});
child.on('exit', () => process.exit());
process.on('SIGTERM', () => child.kill());
`;
}

it('is looked at all the same', async () => {
  copy = copyExample();
  const name = 'browser.cjs';
  copy.write(name, answeringTooMuch((await findBrowser())!));
  chmodSync(join(copy.root, name), 0o755);
  const { code, stderr, report } = await copy.audit(['--only', 'app', '--holder', 'relay_v6.active'], {
    PLANPROOF_BROWSER: join(copy.root, name),
  });
  expect(copy.read(`${name}.answered`)).toBe('');
  expect([code, report.findings.length]).toEqual([0, 0]);
  expect(stderr).not.toContain('Assertion');
});
