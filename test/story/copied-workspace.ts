/** The repository, or a fixture, goes in; a copy that a story can break, and the real command line in it, come out. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Report } from '../../verifier/types.ts';

export const REPOSITORY = join(import.meta.dirname, '../..');
const COPIED = [
  'matrix',
  'app',
  'dist/site',
  'planproof.config.yaml',
  'package.json',
  'tsconfig.json',
  'site/content',
  'site/entitlements.gen.json',
];

/** What one product compiled, the next need not. */
const COMPILED = join(tmpdir(), 'planproof-story-compiled');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Copy {
  root: string;
  /** Replaces text that must stand there exactly once. */
  edit(path: string, from: string, to: string): void;
  write(path: string, contents: string | Uint8Array): void;
  read(path: string): string;
  run(args: readonly string[], env?: Record<string, string>): Promise<Ran>;
  /** Starts a command; what comes out sends it a signal and gives its exit code. */
  start(args: readonly string[], env?: Record<string, string>): (signal: NodeJS.Signals) => Promise<number | null>;
  /** Runs an audit of some surfaces and gives its report. */
  audit(args: readonly string[], env?: Record<string, string>): Promise<Ran & { report: Report }>;
  remove(): void;
}

/**
 * The example, with the site as built and the generated files as they stand: an edit there is not printed over. Its site is
 * looked at without a browser, which most stories do not need, unless all of it is wanted `as_it_is`.
 */
export function copyExample(how?: 'as_it_is'): Copy {
  const copy = emptyFolder();
  for (const path of COPIED) cpSync(join(REPOSITORY, path), join(copy.root, path), { recursive: true });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(copy.root, 'node_modules'));
  const config = copy.read('planproof.config.yaml');
  copy.write(
    'planproof.config.yaml',
    config
      .replace(/^generate:\n(?: {2}.*\n)+/m, '')
      .replace(/^ {4}build: .*\n/m, '')
      .replace(how ? /^$/ : /^ {4}browser: always\n/m, ''),
  );
  return copy;
}

export function copyStranger(): Copy {
  return copyFixture('stranger');
}

/** A product of `test/fixtures`, by the name of its folder. */
export function copyFixture(name: string): Copy {
  const copy = emptyFolder();
  cpSync(join(REPOSITORY, 'test/fixtures', name), copy.root, { recursive: true });
  return copy;
}

export function emptyFolder(): Copy {
  const root = mkdtempSync(join(tmpdir(), 'planproof-story-'));
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const write = (path: string, contents: string | Uint8Array) => writeFileSync(join(root, path), contents);
  const run = (args: readonly string[], env: Record<string, string> = {}) => runCommandLine(root, args, env);
  return {
    root,
    read,
    write,
    run,
    edit: (path, from, to) => {
      const parts = read(path).split(from);
      if (parts.length !== 2) throw new Error(`${path} holds “${from}” ${parts.length - 1} times, not once`);
      write(path, parts.join(to));
    },
    audit: async (args, env = {}) => {
      const ran = await run(['audit', '--json', '--date', '2026-11-21', ...args], env);
      if (!ran.stdout.startsWith('{'))
        throw new Error(`the audit gave no report (exit ${ran.code}): ${ran.stderr}${ran.stdout}`);
      return { ...ran, report: JSON.parse(ran.stdout) as Report };
    },
    start: (args, env = {}) => {
      const child = startCommandLine(root, args, env);
      const ended = new Promise<number | null>((done) => child.on('close', done));
      return (signal) => {
        child.kill(signal);
        return ended;
      };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A product that starts a database of its own takes two seconds more: stories about that say `DATABASE_URL: ''`. */
const SHARED = { NO_COLOR: '1', CI: '1', NODE_COMPILE_CACHE: COMPILED, DATABASE_URL: inject('database') };

function startCommandLine(root: string, args: readonly string[], env: Record<string, string>) {
  return spawn(process.execPath, [join(REPOSITORY, 'scripts/bin.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, ...SHARED, ...env },
  });
}

function runCommandLine(root: string, args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const child = startCommandLine(root, args, env);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

/** What a story compares findings by. */
export function gist(report: Report): string[] {
  return report.findings.map(({ rule, about }) =>
    [
      rule,
      about.surface,
      [about.subject.kind, about.subject.key, about.subject.facet].filter(Boolean).join('/'),
      about.versions.join(','),
    ].join(' '),
  );
}
