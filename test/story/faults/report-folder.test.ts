/** The report folder holds the whole old report or the whole new one, whatever keeps it from being written or read. */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readdirSync, rmSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { REPOSITORY } from '../copied-workspace.ts';
import { type Faulty, faulty, nothingRuns, reportDays } from './faulty.ts';

const [OLD, NEW] = ['2026-11-01', '2026-11-21'];
const both = (day: string) => ({ 'report.html': day, 'report.json': day });
let product: Faulty;
afterEach(() => product?.remove());

/** A workspace with a report of an earlier day. */
function audited(): Faulty {
  product = faulty(['none']);
  mkdirSync(join(product.root, 'report'));
  product.write('report/report.html', `<time datetime="${OLD}">${OLD}</time></html>\n`);
  product.write('report/report.json', JSON.stringify({ date: OLD }));
  expect(reportDays(product.root)).toEqual(both(OLD));
  return product;
}

/** The command line with what a shell sets around it. */
function inShell(
  root: string,
  words: string,
  stdout: 'pipe' | number = 'pipe',
): Promise<{ code: number | null; stderr: string }> {
  const bin = join(REPOSITORY, 'scripts/bin.mjs');
  const child = spawn('sh', ['-c', words, 'sh', process.execPath, bin], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
    stdio: ['ignore', stdout, 'pipe'],
  });
  let stderr = '';
  child.stderr!.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout?.resume();
  return new Promise((done) => child.on('close', (code) => done({ code, stderr })));
}

it('no room for a file of it: the old one stays, and the reason is told', async () => {
  const { root } = audited();
  // A write beyond 8 KB fails as on a full disk, and not with a signal: Node ignores that one.
  const { code, stderr } = await inShell(root, `ulimit -f 16; exec "$1" "$2" audit --date ${NEW}`);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/planproof: The report cannot be written to report \(EFBIG: .*\): make room/),
  ]);
  expect(reportDays(root)).toEqual(both(OLD));
  await nothingRuns(root);
});

it('an audit that could look at nothing leaves no report, and no file, that says something else', async () => {
  const { root } = audited();
  const config = product.read('planproof.config.yaml');
  const matrix = product.read('entitlements.yaml');
  const formats = ['--format', 'json=r.json', '--format', 'sarif=gone/x.sarif', '--format', 'junit=j.xml'];
  // One of the formats cannot be written, and the others are.
  product.write('gone', 'a file');
  const broken: [() => void, RegExp, string?][] = [
    [
      () => product.edit('planproof.config.yaml', 'ready: /up', 'ready: /nowhere, ready_within: 1'),
      /did not answer|server/,
    ],
    [
      () => product.edit('planproof.config.yaml', 'surfaces:', 'generate: [{ print: reference, to: gone }]\nsurfaces:'),
      /gone was not printed/,
    ],
    [
      () => product.edit('planproof.config.yaml', 'matrix: entitlements.yaml', 'matrix: nowhere.yaml'),
      /no matrix at nowhere/,
    ],
    [() => product.write('entitlements.yaml', 'planproof: 1\n'), /have errors/],
  ];
  for (const [breaks, says] of broken) {
    product.write('report/report.json', JSON.stringify({ date: OLD }));
    product.write('r.json', JSON.stringify({ verdict: 'clean' }));
    breaks();
    const { code, stderr } = await product.run(['audit', '--date', NEW, ...formats]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('gone/x.sarif cannot be written')]);
    expect(reportDays(root)).toEqual(both(NEW));
    for (const path of ['report/report.json', 'r.json']) {
      const { verdict, release, reasons } = JSON.parse(product.read(path));
      expect([path, verdict, release.verdict, reasons]).toEqual([
        path,
        'could_not_look',
        'NO_GO',
        [expect.stringMatching(says)],
      ]);
    }
    expect(product.read('j.xml')).toContain('<error message="planproof: NO_GO');
    product.write('planproof.config.yaml', config);
    product.write('entitlements.yaml', matrix);
  }
  await nothingRuns(root);
});

it('what another audit holds stays, whatever keeps this one from looking', async () => {
  const { root } = audited();
  writeFileSync(join(root, 'report/.audit.lock'), JSON.stringify({ pid: process.pid, host: hostname() }));
  product.edit('planproof.config.yaml', 'matrix: entitlements.yaml', 'matrix: nowhere.yaml');
  expect((await product.run(['audit', '--date', NEW])).code).toBe(2);
  rmSync(join(root, 'report/.audit.lock'));
  expect(reportDays(root)).toEqual(both(OLD));
});

it('a folder that takes no files is told before anything is started', async () => {
  product = faulty(['none']);
  product.write('report', 'a file');
  const { code, stderr } = await product.run(['audit']);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/The report cannot be written to report \((EEXIST|ENOTDIR): .*name another folder/),
  ]);
  expect(product.log('none')).toEqual([]);
});

it('one of the files cannot be replaced: none is', async () => {
  const { root } = audited();
  rmSync(join(root, 'report/report.html'));
  mkdirSync(join(root, 'report/report.html/inside'), { recursive: true });
  const { code, stderr } = await product.run(['audit', '--date', NEW]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('The report cannot be written to report (')]);
  expect(readdirSync(join(root, 'report')).sort()).toEqual(['report.html', 'report.json']);
  expect(JSON.parse(product.read('report/report.json')).date).toBe(OLD);
});

it.each<[string, string[], RegExp]>([
  [
    'an address without its beginning',
    ['--site', '127.0.0.1:4711'],
    /`--site 127\.0\.0\.1:4711` is no address: .*http:\/\//,
  ],
  ['a baseline that is a folder', ['--baseline', 'report'], /report is a folder: name the file itself/],
])('%s is told as such', async (_, args, says) => {
  audited();
  const { code, stderr } = await product.run(['audit', ...args]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  expect(stderr).not.toContain('fault of ours');
});

it('an address is shown without what opens its door', async () => {
  audited();
  const url = 'http://ada:low-tide-at-seven@127.0.0.1:9/?token=spring-tide';
  const { stdout, stderr } = await product.run(['audit', '--json', '--api', url, '--format', 'html=h.html']);
  const all = [stdout, stderr, product.read('h.html'), product.read('report/report.html')].join('\n');
  expect(all).not.toMatch(/low-tide|spring-tide/);
  expect(stdout).toContain('--api');
});

it('interrupted while it is written: all of it is old, or all of it new', async () => {
  const { root } = audited();
  const running = product.begin(['audit', '--date', NEW]);
  const watched = watch(join(root, 'report'), (_, name) => name?.endsWith('.tmp') && running.child.kill('SIGINT'));
  const { code, signal } = await running.ended;
  watched.close();
  // On a busy machine the signal may come when all is over.
  expect([2, 'SIGINT', 0]).toContain(code ?? signal);
  if (code === 0) expect(reportDays(root)).toEqual(both(NEW));
  expect([both(OLD), both(NEW)]).toContainEqual(reportDays(root));
  await nothingRuns(root);
});

it('what an audit that was killed left behind is no obstacle, and is removed', async () => {
  const { root } = audited();
  const gone = join(root, 'report/.audit.lock');
  writeFileSync(gone, JSON.stringify({ pid: 1, host: 'another-host' }));
  utimesSync(gone, new Date(0), new Date(0));
  writeFileSync(join(root, 'report/report.html.4711.new.tmp'), '<!doctype');
  expect((await product.run(['audit', '--date', NEW])).code).toBe(0);
  expect(reportDays(root)).toEqual(both(NEW));
});

it('nobody reads what is printed: 2, and the report is whole', async () => {
  const { root } = audited();
  const running = product.begin(['audit', '--json', '--date', NEW]);
  running.child.stdout!.destroy();
  const { code, stderr } = await running.ended;
  expect([code, stderr]).toEqual([2, expect.stringContaining('could not be written to its end (EPIPE)')]);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(reportDays(root)).toEqual(both(NEW));
});

it.runIf(process.platform === 'linux')('what is printed has no room: 2, with stdin closed as well', async () => {
  const { root } = audited();
  const full = openSync('/dev/full', 'w');
  const { code, stderr } = await inShell(root, `exec "$1" "$2" audit --json --date ${NEW} <&-`, full);
  expect([code, stderr]).toEqual([2, expect.stringContaining('could not be written to its end (ENOSPC)')]);
  expect(reportDays(root)).toEqual(both(NEW));
});
