/** Only findings in changed files, on a branch and in a hook, from a repository whose index nobody touches. */
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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
