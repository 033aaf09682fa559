/** Killed at any step of replacing its files, a report is old or new, or has no seal; where a step fails, it is as it was. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'planproof-together-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const WRITE = pathToFileURL(join(import.meta.dirname, '../../../scripts/files/write-together.ts')).href;
const NAMES = ['report.html', 'report.json', 'evidence/a.jpg'];
/** Files of the old report that the new one has none of. */
const STALE = ['requests.jsonl', 'evidence/b.jpg'];
/** Every step that changes a folder, in the order of one whole run. */
const CHANGES = 3 + 3 + 1 + 3 + 2;
const STEPS = CHANGES + 8;

/** A folder for each step, before which a copy of this process ends in the way that is asked for. */
const PROGRAM = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [, , folder, at, how] = process.argv;
let steps = 0;
for (const name of ['writeFileSync', 'linkSync', 'renameSync', 'rmSync']) {
  const own = fs[name];
  fs[name] = (...all) => {
    steps += 1;
    if (steps === Number(at) && how === 'killed') process.kill(process.pid, 'SIGKILL');
    if (steps === Number(at) && how === 'fails' && name !== 'rmSync' && name !== 'linkSync') throw new Error('no room');
    return own(...all);
  };
}
syncBuiltinESMExports();
const { writeTogether } = await import('${WRITE}');
const path = (name) => folder + '/' + name;
const files = Object.fromEntries(${JSON.stringify(NAMES)}.map((name) => [path(name), 'new']));
writeTogether({ files, stale: ${JSON.stringify(STALE)}.map(path), seal: path('report.json') });
`;

/** What stands in the folder afterwards, without what the next audit removes. */
function after(at: number, how: 'killed' | 'fails'): Record<string, string> {
  const folder = join(root, `${how}-${at}`);
  mkdirSync(join(folder, 'evidence'), { recursive: true });
  for (const name of [...NAMES, ...STALE]) writeFileSync(join(folder, name), 'old');
  const program = join(root, 'program.mts');
  writeFileSync(program, PROGRAM);
  const ran = spawnSync(process.execPath, [program, folder, String(at), how], { encoding: 'utf8' });
  if (how === 'killed') expect([null, 0]).toContain(ran.status);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => /\.\w+$/.test(one));
  const left = names.filter((one) => how === 'fails' || !one.endsWith('.tmp'));
  return Object.fromEntries(left.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const whole = (names: readonly string[], age: string) => Object.fromEntries([...names].sort().map((one) => [one, age]));
const OLD = whole([...NAMES, ...STALE], 'old');
const NEW = whole(NAMES, 'new');

it('killed before any step', () => {
  const seen = Array.from({ length: STEPS }, (_, n) => after(n + 1, 'killed'));
  const sealed = seen.filter((one) => 'report.json' in one);
  for (const one of sealed) expect([OLD, NEW]).toContainEqual(one);
  // Nothing is proven where no step was met: the first is before all of it, and the last behind.
  expect([seen[0], seen.at(-1)]).toEqual([OLD, NEW]);
  expect(sealed.length).toBeLessThan(seen.length);
});

it('any step fails', () => {
  const seen = Array.from({ length: CHANGES }, (_, n) => after(n + 1, 'fails'));
  for (const one of seen) expect([OLD, NEW]).toContainEqual(one);
  expect(seen[0]).toEqual(OLD);
});
