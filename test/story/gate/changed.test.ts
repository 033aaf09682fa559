/** Only findings in changed files, on a branch and in a hook, from a repository whose index nobody touches. */
import { mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY } from '../copied-workspace.ts';
import { type GitFolder, gitFolder } from '../git-folder.ts';
import { DAY, type Drifting, drifting, rulesOf } from './drifting.ts';

let copy: Drifting | undefined;
afterEach(() => copy?.remove());

function repository(): Drifting & GitFolder {
  copy = drifting();
  copy.write('guide.md', '# Guide\n\nStudio includes up to 25 forms.\n');
  copy.edit('planproof.config.yaml', 'files: [README.md]', 'files: [README.md, guide.md]');
  const git = gitFolder(copy.root);
  git.commit('known drift', '2026-03-01');
  return { ...copy, ...git };
}

it('shows what a branch changed, counts the rest, and shows everything when the matrix changes', async () => {
  const here = repository();
  here.git('switch', '--quiet', '--create', 'feature');
  const nothing = await here.report(['--changed']);
  expect([nothing.code, nothing.report.findings, nothing.report.scope]).toMatchObject([
    0,
    [],
    { changed: 0, hidden: 2 },
  ]);

  here.edit('guide.md', 'up to 25 forms', 'up to 40 forms');
  const changed = await here.report(['--changed']);
  expect([changed.code, rulesOf(changed.report), changed.report.scope?.hidden]).toEqual([1, ['limit/differs'], 2]);
  here.commit('drift in the guide', '2026-03-02');
  expect(rulesOf((await here.report(['--changed', 'main'])).report)).toEqual(['limit/differs']);
  const told = await here.check(['--changed=HEAD']);
  expect([told.code, told.stdout.replace(/\s+/g, ' ')]).toEqual([
    0,
    expect.stringContaining('findings in unchanged files are not shown: 3; 0 files changed since'),
  ]);

  here.write('harbor.matrix.yaml', `${here.read('harbor.matrix.yaml')}# changed\n`);
  const all = await here.report(['--changed']);
  expect([all.report.findings.length, all.report.scope?.hidden]).toEqual([3, 0]);
});

it('shows what git cannot know to be as it was: behind links, ignored, in other repositories, unwatched, included', async () => {
  const here = repository();
  const wrong = (n: number) => `Studio includes up to ${n} forms.\n`;
  const folder = (path: string) => mkdirSync(join(here.root, path), { recursive: true });
  here.edit('planproof.config.yaml', 'README.md, guide.md]', "README.md, guide.md, 'docs/**/*.{md,rst}']");
  for (const path of ['docs', 'source', 'inner']) folder(path);
  here.write('source/real.md', wrong(25));
  symlinkSync('../source/real.md', join(here.root, 'docs/linked.md'));
  here.write('docs/unwatched.md', wrong(25));
  here.write('docs/page.rst', 'Plans\n=====\n\n.. include:: part.inc\n\nStudio\n------\n\n.. include:: more.inc\n');
  here.write('docs/part.inc', wrong(25));
  here.write('docs/more.inc', '50 forms.\n');
  here.write('inner/sub.md', wrong(31));
  here.write('.gitignore', 'ignored.md\n');
  const inner = gitFolder(join(here.root, 'inner'));
  inner.commit('its own', '2026-03-01');
  here.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', './inner', 'docs/sub');
  writeFileSync(join(here.root, '.git/info/exclude'), 'inner\n');
  here.git('reset', '--quiet');
  here.commit('all of it', '2026-03-02');
  const places = async (...args: string[]) => {
    const { report } = await here.report(args.length ? args : ['--changed', 'HEAD']);
    return report.findings
      .map(({ rule, sides }) => `${rule} ${sides[1]!.at.map((at) => (at.kind === 'file' ? at.path : '')).join()}`)
      .sort();
  };
  // The known drift of the submodule and of the others is as it was.
  expect(await places()).toEqual([]);

  here.write('source/real.md', wrong(32));
  here.git('update-index', '--skip-worktree', 'docs/unwatched.md');
  here.write('docs/unwatched.md', wrong(33));
  here.write('docs/ignored.md', wrong(34));
  folder('docs/nested');
  gitFolder(join(here.root, 'docs/nested'));
  here.write('docs/nested/a.md', wrong(35));
  here.write('docs/part.inc', wrong(36));
  here.write('docs/sub/sub.md', wrong(37));
  expect(await places()).toEqual(
    [
      'ignored.md',
      'linked.md',
      'more.inc,docs/page.rst',
      'nested/a.md',
      'part.inc,docs/page.rst',
      'sub/sub.md',
      'unwatched.md',
    ].map((name) => `limit/differs docs/${name}`),
  );
  expect(await places('--staged')).toEqual(['surface/unread docs/sub']);
});

it('what is missing because a file that a document includes changed is shown', async () => {
  const here = repository();
  const pages =
    'surfaces:\n  - { id: pages, kind: docs, files: [page.rst], must_state: [{ plans: [studio], keys: [forms] }] }\n';
  here.edit('planproof.config.yaml', 'surfaces:\n', pages);
  here.write('page.rst', 'Hobby includes up to 3 forms.\n\n.. include:: part.inc\n');
  here.write('part.inc', 'Studio includes up to 25 forms.\n');
  here.commit('stated', '2026-03-02');
  expect(rulesOf((await here.report(['--changed', 'HEAD'])).report)).toEqual([]);
  here.write('part.inc', 'Nothing is said here.\n');
  expect(rulesOf((await here.report(['--changed', 'HEAD'])).report)).toEqual(['fact/unpublished']);
});

it('leaves the index as it is, where git would like to refresh it', async () => {
  const here = repository();
  const index = join(here.root, '.git/index');
  const later = new Date(Date.now() + 60_000);
  utimesSync(join(here.root, 'guide.md'), later, later);
  const before = [readFileSync(index, 'hex'), statSync(index).mtimeMs];
  await here.check(['--changed', 'HEAD']);
  await here.check(['--staged']);
  expect([readFileSync(index, 'hex'), statSync(index).mtimeMs]).toEqual(before);
  here.git('diff', 'HEAD');
  expect(readFileSync(index, 'hex')).not.toBe(before[0]);
});

it('cannot look where it cannot tell what changed', async () => {
  copy = drifting();
  const nowhere = await copy.check(['--changed']);
  expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('This folder is in no git repository')]);
  copy.remove();
  const here = repository();
  const unknown = await here.check(['--changed', 'gone']);
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('There is no revision `gone`')]);
  const both = await here.check(['--staged', '--changed']);
  expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('leave out `--changed`')]);
  here.git('branch', '--move', 'trunk');
  const trunk = await here.check(['--changed']);
  expect([trunk.code, trunk.stderr]).toEqual([2, expect.stringContaining('`planproof check --changed HEAD~1`')]);
});

it('a hook refuses what the commit says wrongly, whatever stands in the folder, and lets the rest pass', async () => {
  const here = repository();
  // As the pre-commit framework runs it.
  const [{ entry }] = parse(readFileSync(join(REPOSITORY, '.pre-commit-hooks.yaml'), 'utf8'));
  const command = entry.replace(/^planproof /, `'${process.execPath}' '${join(REPOSITORY, 'scripts/bin.mjs')}' `);
  const hook = `#!/bin/sh\nexec ${command} --date ${DAY}\n`;
  writeFileSync(join(here.root, '.git/hooks/pre-commit'), hook, { mode: 0o755 });
  const commit = (): string => {
    try {
      here.git('commit', '--quiet', '--message', 'try');
      return 'passed';
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      return `refused: ${stdout}${stderr}`;
    }
  };
  here.edit('guide.md', 'up to 25 forms', 'up to 40 forms');
  here.git('add', 'guide.md');
  here.edit('guide.md', 'up to 40 forms', 'up to 25 forms');
  expect(commit()).toMatch(/^refused: .*limit\/differs.*guide\.md:3/s);
  here.git('add', 'guide.md');
  here.write('other.md', 'nothing about plans\n');
  here.git('add', 'other.md');
  here.edit('guide.md', 'up to 25 forms', 'up to 40 forms');
  expect(commit()).toBe('passed');
  expect(here.git('status', '--short')).toBe('M guide.md');
});
