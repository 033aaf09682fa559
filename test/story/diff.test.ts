/** `planproof diff` in a real git repository: which revision it compares with, its exit codes, and what it cannot do. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edited, TIDE } from '../matrix/diff/compared.ts';
import { type Copy, emptyFolder } from './copied-workspace.ts';
import { type GitFolder, gitFolder } from './git-folder.ts';

const CONFIG = 'planproof: 1\nmatrix: tide.yaml\nsurfaces: []\n';
// The waiting list of `TIDE` is an error of its own, which would be told beside every comparison here.
const SOUND = edited(TIDE, [', maturity: waitlist', '']);
const LOSS = edited(SOUND, ['history: 90, calls: unlimited', 'history: 30, calls: unlimited']);

let copy: Copy;
let git: GitFolder;
let base = '';

/** main: the matrix. branch: a gain, committed. */
beforeAll(() => {
  copy = emptyFolder();
  git = gitFolder(copy.root);
  copy.write('planproof.config.yaml', CONFIG);
  git.commit('A configuration', '2026-01-01');
  copy.write('tide.yaml', SOUND);
  base = git.commit('A matrix', '2026-02-01');
  git.git('switch', '--quiet', '--create', 'branch');
  copy.write('tide.yaml', edited(SOUND, ['seats: 3, history: 7', 'seats: 4, history: 7']));
  git.commit('More seats', '2026-03-01');
});
afterAll(() => copy.remove());

describe('planproof diff', () => {
  it('compares with where the branch left the main one; a gain ends with 0', async () => {
    const { code, stdout, stderr } = await copy.run(['diff']);
    expect(stdout).toBe(`Holders
  + Free (free_v1) · gains: Seats 3 → 4

planproof: KEEPS — 1 change, and nobody loses what a published version holds
`);
    expect(stderr).toBe(`Compared with ${base.slice(0, 7)}, where this branch left main.\n`);
    expect(code).toBe(0);
  });

  it('compares the working tree, and a loss ends with 1, in every format', async () => {
    copy.write('tide.yaml', LOSS);
    const ran = await Promise.all([
      copy.run(['diff', 'main'], { NO_COLOR: '', FORCE_COLOR: '1' }),
      copy.run(['diff', 'main', '--format', 'markdown']),
      copy.run(['diff', 'main', '--json']),
    ]);
    git.git('checkout', '--quiet', '--', 'tide.yaml');
    const [text, markdown, json] = ran.map(({ stdout }) => stdout);
    expect(ran.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(text).toContain(
      '  ✖ Pro (pro_v6), Next (next_v1) · loses: History 90 days → 30 days (because Pro changed)\n',
    );
    expect(text).toMatch(/^ {2}pro_v6:\n {4}of: pro\n[\s\S]*\n {4}digest: sha256-[0-9a-f]{16}$/m);
    expect(text).not.toContain('\u001b');
    expect(markdown).toMatch(/^## What changes for customers of Tide\n\n\*\*BREAKS — 1 change takes/);
    expect(JSON.parse(json!)).toMatchObject({
      planproof: 1,
      breaks: true,
      advice: [{ about: 'pro_v6', new_version: 'pro_v7' }],
    });
  });

  it('compares with a file, git or not', async () => {
    const other = emptyFolder();
    other.write('planproof.config.yaml', CONFIG);
    other.write('tide.yaml', SOUND);
    other.write('earlier.yaml', LOSS);
    const named = await other.run(['diff', 'earlier.yaml']);
    const alone = await other.run(['diff']);
    other.remove();
    expect(named.stdout).toContain(
      '  + Pro (pro_v6), Next (next_v1) · gains: History 30 days → 90 days (because Pro changed)\n',
    );
    expect(named.code).toBe(0);
    expect(alone).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'planproof: This folder is in no git repository: name an earlier matrix instead, `planproof diff path/to/earlier.yaml`.\n',
    });
  });

  it('finds a file by its whole path', async () => {
    const other = emptyFolder();
    other.write('earlier.yaml', SOUND);
    const { code, stderr } = await copy.run(['diff', join(other.root, 'earlier.yaml')]);
    other.remove();
    expect(stderr).toBe(`Compared with ${join(other.root, 'earlier.yaml')}.\n`);
    expect(code).toBe(0);
  });

  it('compares nothing in a shallow clone of the main branch', async () => {
    const other = emptyFolder();
    git.git('clone', '--quiet', '--depth=1', '--branch=main', `file://${copy.root}`, other.root);
    const { code, stdout, stderr } = await other.run(['diff']);
    other.remove();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'planproof: This clone is shallow, and holds nothing of origin/main before HEAD: fetch the whole history (`fetch-depth: 0`), or name a revision, `planproof diff HEAD`.\n',
    );
  });

  it.each([
    [
      ['diff', 'nowhere'],
      'There is neither a revision nor a file `nowhere`: write a branch, a tag, a commit or the path of an earlier matrix.',
    ],
    [
      ['diff', '--', '--output=x'],
      'There is neither a revision nor a file `--output=x`: write a branch, a tag, a commit or the path of an earlier matrix.',
    ],
    [['diff', '--format', 'pdf'], 'There is no format `pdf`: write one of terminal, markdown, json.'],
    [['diff', 'main', 'branch'], '`planproof diff` takes no `branch`: leave it out.'],
  ])('%j ends with 2 and one sentence', async (args, sentence) => {
    expect(await copy.run(args)).toEqual({ code: 2, stdout: '', stderr: `planproof: ${sentence}\n` });
  });

  it('cannot compare with a revision that had no matrix', async () => {
    const { code, stdout, stderr } = await copy.run(['diff', 'main~1']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^planproof: There was no tide\.yaml at [0-9a-f]{7} \(main~1\): name a revision that has one, .*\n$/,
    );
  });

  it('tells of a matrix that cannot be read at its place', async () => {
    copy.write('tide.yaml', edited(SOUND, ['    name: Team', '    nam: Team']));
    const { code, stdout, stderr } = await copy.run(['diff']);
    git.git('checkout', '--quiet', '--', 'tide.yaml');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^tide\.yaml:28:3 error matrix\/malformed\n {2}`plans\.team` lacks `name`\.\n {2}28 \| {3}team:\n/,
    );
  });
});
