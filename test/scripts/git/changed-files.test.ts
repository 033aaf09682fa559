/** What changed, asked from a folder inside a repository: paths from there, also of what stands above it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { printReport } from '../../../scripts/formats/print-report.ts';
import { changedFiles } from '../../../scripts/git/changed-files.ts';
import { stagedCopy } from '../../../scripts/git/staged-copy.ts';
import { stagedFiles } from '../../../scripts/git/staged-files.ts';
import { type GitFolder, gitFolder } from '../../story/git-folder.ts';
import { sampleReport } from '../../verifier/report/sample-report.ts';

let top = '';
let here = '';
let git: GitFolder;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
};

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'planproof-git-'));
  here = join(top, 'packages/a b');
  for (const path of ['plans.yaml', 'other/x.md', 'packages/a b/ü.md', 'packages/a b/gone.md']) write(path, 'one\n');
  git = gitFolder(top);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

it('names files of the folder, above it, deleted, renamed and not known to git yet, and none that git ignores', async () => {
  git.commit('first', '2026-03-01');
  write('plans.yaml', 'two\n');
  write('packages/a b/ü.md', 'two\n');
  write('packages/a b/new.md', 'new\n');
  write('packages/a b/.gitignore', 'ignored.md\n');
  write('packages/a b/ignored.md', 'ignored\n');
  git.git('mv', 'packages/a b/gone.md', 'packages/a b/moved.md');
  const { files, since } = await changedFiles(here, 'HEAD');
  expect([...files].sort()).toEqual(['../../plans.yaml', '.gitignore', 'gone.md', 'moved.md', 'new.md', 'ü.md'].sort());
  expect(since).toMatch(/^[0-9a-f]{7} \(HEAD\)$/);
});

it('tells what is staged from what is not, and gives it', async () => {
  git.commit('first', '2026-03-01');
  write('packages/a b/ü.md', 'staged\n');
  git.git('add', '--all');
  write('packages/a b/ü.md', 'not staged\n');
  write('plans.yaml', 'not staged\n');
  expect([...(await stagedFiles(here)).files]).toEqual(['ü.md']);
  const copy = await stagedCopy(here);
  try {
    const read = (path: string) => readFileSync(join(copy.root, path), 'utf8');
    expect([read('ü.md'), read('../../plans.yaml')]).toEqual(['staged\n', 'one\n']);
  } finally {
    copy.remove();
  }
  expect(() => readFileSync(join(copy.root, 'ü.md'))).toThrow();
});

it('before the first commit, everything is new', async () => {
  git.git('add', '--all');
  const { files, everything } = await stagedFiles(here);
  expect([files.size, everything]).toEqual([4, true]);
});

it('places are told from the top of the repository where a repository is looked at', async () => {
  const wanted = [
    { name: 'github' as const, file: 'out.txt' },
    { name: 'sarif' as const, file: 'out.sarif' },
  ];
  await printReport(sampleReport('drift'), wanted, { root: here, command: 'check' });
  expect(readFileSync(join(here, 'out.txt'), 'utf8')).toContain(
    'file=packages/a b/site/content/docs/docs/history.md,line=12',
  );
  expect(readFileSync(join(here, 'out.sarif'), 'utf8')).toContain(
    '"uri": "packages/a%20b/site/content/docs/docs/history.md"',
  );
  await expect(
    printReport(sampleReport('drift'), [{ name: 'json', file: 'out.txt/x.json' }], { root: here, command: 'check' }),
  ).rejects.toThrow('out.txt/x.json cannot be written');
});
