/** Bad input gets one clear sentence or a place in a file, never a stack trace, and leaves nothing behind. */
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, describe, expect, it } from 'vitest';
import type { Report } from '../../verifier/types.ts';
import { type Copy, copyExample, emptyFolder, type Ran, REPOSITORY } from './copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

function oneSentence({ code, stdout, stderr }: Ran, pattern: RegExp): void {
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trim()).toMatch(pattern);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at /);
}

const validate = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(join(REPOSITORY, 'verifier/report/report.schema.json'), 'utf8')),
);
const MATRIX = 'matrix/entitlements.yaml';

describe('what cannot run ends with 2 and one sentence', () => {
  it.each(['check', 'audit', 'generate'])('%s in a folder without configuration', async (command) => {
    copy = emptyFolder();
    oneSentence(
      await copy.run([command]),
      /^planproof: There is no planproof\.config\.yaml in this folder: run `planproof init`/,
    );
    expect(readdirSync(copy.root)).toEqual([]);
  });

  it.each(['check', 'audit', 'generate'])('%s without a matrix', async (command) => {
    copy = copyExample();
    copy.edit('planproof.config.yaml', `matrix: ${MATRIX}`, 'matrix: nowhere.yaml');
    oneSentence(await copy.run([command]), /^planproof: There is no matrix at nowhere\.yaml: /);
  });

  it('is asked for its version', async () => {
    copy = emptyFolder();
    const { version } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));
    expect(await copy.run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    [['chekc'], /There is no command `chekc`/],
    [['check', 'this'], /takes no `this`/],
    [['check', '--jsn'], /Unknown option '--jsn'/],
    [['audit', '--only', 'sight'], /There is no surface `sight`: write one of docs, site, api, app\./],
    [['audit', '--holder', 'pro_v6.trail'], /no contract, state or gate for `pro_v6\.trail`/],
    [['audit', '--date', 'tomorrow'], /`--date tomorrow` is no date/],
  ])('%j', async (args, pattern) => {
    copy = copyExample();
    oneSentence(await copy.run(args), pattern);
  });

  it('a database that does not answer', async () => {
    copy = copyExample();
    const { code, stderr } = await copy.run(['audit', '--only', 'api', '--sandbox', 'pulse-example'], {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^planproof: The server `(?:product|demo)` ended with 2 before it answered: .*(database|DATABASE_URL)/m,
    );
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('a port in use', async () => {
    copy = copyExample();
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    copy.edit('planproof.config.yaml', 'PORT: "{port}", PULSE_SANDBOX', `PORT: "${port}", PULSE_SANDBOX`);
    const { code, stderr } = await copy.run(['audit', '--only', 'api', '--sandbox', 'pulse-example']);
    taken.close();
    expect(code).toBe(2);
    expect(stderr).toContain(`Port ${port} is already in use`);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('a command that builds the site and fails', async () => {
    copy = copyExample();
    copy.edit(
      'planproof.config.yaml',
      '    serve: dist/site',
      '    build: [[node, -e, "console.error(\'no such page\'); process.exit(3)"]]\n    serve: dist/site',
    );
    oneSentence(
      await copy.run(['audit', '--only', 'site']),
      /which builds the server `site`, ended with 3: no such page/,
    );
  });
});

describe('a matrix with mistakes is told at its places, and ends with 1, or 2 where something was to be looked at', () => {
  it.each<[string, (text: string) => string | Uint8Array, RegExp]>([
    ['is empty', () => '', /^matrix\/entitlements\.yaml:1:1 error matrix\/unreadable\n {2}The file is empty\./],
    [
      'is not UTF-8',
      (text) => Buffer.concat([Buffer.from(text), Buffer.of(0xff)]),
      /error matrix\/unreadable\n {2}The file is not UTF-8\./,
    ],
    [
      'is not YAML',
      (text) => text.replace('plans:\n', 'plans: [\n'),
      /error matrix\/unreadable\n {2}This is not YAML: /,
    ],
    [
      'has an unknown key',
      (text) => text.replace('    summary: For one', '    sumary: For one'),
      /:\d+:5 error matrix\/malformed\n {2}`plans\.community` has an unknown field `sumary`\.\n.*\| {5}sumary: .*\n.*\^{6}\n {2}Write: `summary`/,
    ],
    [
      'has a plan that builds on itself',
      (text) => text.replace('everything_in: community', 'everything_in: pro'),
      /error plan\/loops\n {2}`relay` builds on itself: `relay` → `pro` → `relay`\./,
    ],
    [
      'grants what nobody declared',
      (text) => text.replace('has: [relay, mobile_app', 'has: [relay, mobile_ap'),
      /error reference\/unknown\n {2}There is no capability `mobile_ap`\.\n[\s\S]*Write: `mobile_app`/,
    ],
  ])('that %s', async (_, change, pattern) => {
    copy = copyExample();
    copy.write(MATRIX, change(copy.read(MATRIX)));
    const checked = await copy.run(['check']);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toMatch(pattern);
    expect(checked.stdout + checked.stderr).not.toMatch(/\n\s+at /);
    expect((await copy.run(['audit'])).code).toBe(2);
    const { code, stdout } = await copy.run(['check', '--json']);
    expect(code).toBe(1);
    const report: Report = JSON.parse(stdout);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.findings.length).toBeGreaterThan(0);
    expect(report.findings[0]!.sides[0]!.at[0]).toMatchObject({ kind: 'file', path: MATRIX });
  });
});

describe('a configuration with mistakes', () => {
  it.each(['check', 'audit'])('is told at its place, and %s could not look', async (command) => {
    copy = copyExample();
    copy.edit(
      'planproof.config.yaml',
      'report: report',
      'report: report\ngenerate: [{ print: reference, to: matrix/entitlements.yaml }]',
    );
    const before = copy.read(MATRIX);
    const { code, stdout } = await copy.run([command, '--json']);
    const report: Report = JSON.parse(stdout);
    expect([code, report.verdict, report.reasons]).toEqual([
      2,
      'could_not_look',
      [expect.stringMatching(/nothing was looked at$/)],
    ]);
    expect(report.findings.map(({ rule, sides }) => [rule, sides[0]!.at[0]])).toMatchObject([
      ['config/malformed', { path: 'planproof.config.yaml', line: 7 }],
    ]);
    expect(copy.read(MATRIX)).toBe(before);
  });
});

it.each(['generate', 'audit'])('%s prints over nothing that people wrote', async (command) => {
  copy = copyExample();
  const config = copy.read('planproof.config.yaml');
  copy.write(
    'planproof.config.yaml',
    config.replace('servers:', 'generate: [{ print: reference, to: b.md }, { print: reference, to: a.md }]\nservers:'),
  );
  copy.write('a.md', '# By hand\n');
  const { code, stderr } = await copy.run([command]);
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('a.md was not printed by planproof, and `generate` would print over it'),
  ]);
  expect([copy.read('a.md'), readdirSync(copy.root).includes('b.md')]).toEqual(['# By hand\n', false]);
  copy.write('a.md', ' \n');
  expect((await copy.run(['generate'])).code).toBe(0);
  expect(copy.read('a.md')).toContain('Printed by planproof from');
});

it('generate --check names what is modified, missing and stale, and exits 1', async () => {
  copy = copyExample();
  const config = copy
    .read('planproof.config.yaml')
    .replace(
      'servers:',
      'generate:\n  - { print: site-data, to: a.gen.json }\n  - { print: entitlements-json, to: b.gen.json }\n  - { print: reference, to: c.md }\n\nservers:',
    );
  copy.write('planproof.config.yaml', config.replace('files: [site/content/docs/**/*.md]', 'files: [c.md]'));
  for (const stray of [
    'app/entitlements.gen.ts',
    'app/entitlements.gen.json',
    'site/entitlements.gen.json',
    'site/content/docs/docs/reference/plans.md',
  ])
    copy.write(stray, '');
  expect((await copy.run(['generate'])).code).toBe(0);
  const clean = await copy.run(['generate', '--check']);
  expect([clean.code, clean.stdout]).toEqual([0, '']);
  copy.edit('a.gen.json', '$4.99', '$4.98');
  copy.edit(
    'planproof.config.yaml',
    '  - { print: entitlements-json, to: b.gen.json }\n',
    '  - { print: entitlements-json, to: d.gen.json }\n',
  );
  const { code, stdout } = await copy.run(['generate', '--check']);
  expect(code).toBe(1);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.replace(/:\d+ /, ' ')),
  ).toEqual([
    'a.gen.json modified: run `planproof generate`',
    'd.gen.json missing: run `planproof generate`',
    'b.gen.json stale: run `planproof generate`',
  ]);
});
