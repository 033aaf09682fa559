/** Stories of folders as they come: what cannot be read is told with its reason and exit 2, and everything else is read. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Report } from '../../verifier/types.ts';
import { type Copy, emptyFolder, type Ran, REPOSITORY } from './copied-workspace.ts';

let copy: Copy | undefined;
let socket: Server | undefined;
afterEach(() => {
  socket?.close();
  copy?.remove();
});

const MATRIX = `planproof: 1
level: copy
product: Tidewell
currency: USD
units: { vault: { one: vault, other: vaults } }
limits:
  vaults: { name: Vaults, unit: vault }
plans:
  team: { name: Team, version: team, price: { USD: { month: 12 } }, has: [], limits: { vaults: 10 } }
`;

function workspace(globs: readonly string[]): Copy {
  const made = emptyFolder();
  made.write('m.yaml', MATRIX);
  const surface = JSON.stringify({ id: 'docs', kind: 'docs', files: globs });
  made.write('planproof.config.yaml', `planproof: 1\nmatrix: m.yaml\nsurfaces: [${surface}]\n`);
  mkdirSync(join(made.root, 'docs'));
  made.write('docs/a.md', 'Team has 11 vaults.\n');
  return made;
}

interface Told {
  code: number | null;
  unread: string[];
  rules: string[];
}

async function told(made: Copy): Promise<Told> {
  return toldBy(await made.run(['check', '--json']));
}

/** Root may open everything, so the run is somebody else's. */
function toldWithoutRights({ root }: Copy): Told {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const bin = join(REPOSITORY, 'scripts/bin.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'check', '--json'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', CI: '1', HOME: root },
    ...nobody,
  });
  return toldBy({ code: status, stdout, stderr });
}

function toldBy({ code, stdout, stderr }: Ran): Told {
  if (!stdout.startsWith('{')) throw new Error(`no report: ${stderr}${stdout}`);
  const { findings } = JSON.parse(stdout) as Report;
  return {
    code,
    unread: findings
      .filter(({ rule }) => rule === 'surface/unread')
      .map(
        ({ about, sides }) =>
          `${sides[1]!.at.map((at) => (at.kind === 'file' ? at.path : '')).join(' ')} ${about.subject.key}`,
      )
      .sort(),
    rules: findings.filter(({ rule }) => rule !== 'surface/unread').map(({ rule }) => rule),
  };
}

it('files, links and folders that are no text', async () => {
  copy = workspace(['docs/**/*.{md,bin,adoc}', 'docs/README', 'nowhere/*.md']);
  const at = (path: string) => join(copy!.root, 'docs', path);
  copy.write('docs/image.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xfe]));
  copy.write('docs/nul.md', 'Team has 12 vaults.\0\0\0');
  copy.write('docs/latin.md', Buffer.from('Team has 12 vaults – caf\xe9', 'latin1'));
  copy.write('docs/data.bin', 'Team has 12 vaults.');
  copy.write('docs/guide.adoc', '= Team\n\nTeam has 12 vaults.');
  copy.write('docs/large.md', 'x');
  truncateSync(at('large.md'), 30_000_000);
  mkdirSync(at('folder.md'));
  symlinkSync('.', at('loop'));
  symlinkSync('gone.md', at('broken.md'));
  symlinkSync('itself.md', at('itself.md'));
  symlinkSync('a.md', at('linked.md'));
  socket = createServer().listen(at('socket.md'));
  await once(socket, 'listening');
  const { code, unread, rules } = await told(copy);
  expect(unread).toEqual([
    ' no file matches docs/README',
    ' no file matches nowhere/*.md',
    'docs/broken.md docs/itself.md is a link to nothing',
    'docs/data.bin is in a format that no reader here knows',
    'docs/folder.md is a folder',
    'docs/guide.adoc is AsciiDoc, which no reader here knows; check the HTML that is made of it',
    'docs/image.md docs/latin.md is not UTF-8',
    'docs/large.md is larger than 20 MB',
    'docs/loop is a link to a folder, which is not followed',
    'docs/nul.md is binary',
    'docs/socket.md is no regular file',
  ]);
  expect(rules).toEqual(['limit/differs', 'limit/differs']);
  expect(code).toBe(2);
});

it('files and folders that may not be opened', () => {
  copy = workspace(['docs/**/*.md']);
  copy.write('docs/closed.md', 'Team has 12 vaults.');
  mkdirSync(join(copy.root, 'docs/shut'));
  chmodSync(join(copy.root, 'docs/closed.md'), 0);
  chmodSync(join(copy.root, 'docs/shut'), 0);
  chmodSync(copy.root, 0o755);
  const { code, unread, rules } = toldWithoutRights(copy);
  expect(unread).toEqual(['docs/closed.md could not be opened', 'docs/shut is a folder that could not be opened']);
  expect([code, rules]).toEqual([2, ['limit/differs']]);
  chmodSync(join(copy.root, 'docs/shut'), 0o755);
});

it('a folder called like a build or a report is read where a glob means it, and no dependency is unless it is named', async () => {
  copy = workspace(['**/*.md', '!docs/a.md', '!**/old/**', 'node_modules/named/*.md']);
  const wrong = [
    'docs/dist/a.md',
    'docs/guide/report/a.md',
    'docs/.astro/a.md',
    'report/a.md',
    'node_modules/named/a.md',
    'node_modules/other/a.md',
    'docs/node_modules/other/a.md',
    'dist/a.md',
    '.astro/a.md',
    'docs/old/a.md',
  ];
  for (const path of wrong) {
    mkdirSync(join(copy.root, path, '..'), { recursive: true });
    copy.write(path, 'Team has 12 vaults.\n');
  }
  const places = async () => {
    const { findings } = JSON.parse((await copy!.run(['check', '--json'])).stdout) as Report;
    return findings.flatMap(({ sides }) => sides[1]!.at.map((at) => (at.kind === 'file' ? at.path : ''))).sort();
  };
  // A name that begins with a dot is meant by no pattern of theirs.
  expect(await places()).toEqual([
    'docs/dist/a.md',
    'docs/guide/report/a.md',
    'node_modules/named/a.md',
    'report/a.md',
  ]);
  copy.edit('planproof.config.yaml', '"**/*.md"', '"docs/.astro/*.md","{dist,docs}/*.md"');
  expect(await places()).toEqual(['dist/a.md', 'docs/.astro/a.md', 'node_modules/named/a.md']);
});

it('what an audit wrote is no document, wherever its folder is; a folder of that name elsewhere is', async () => {
  copy = workspace(['**/*.html']);
  copy.edit('planproof.config.yaml', 'surfaces:', 'report: docs\nsurfaces:');
  mkdirSync(join(copy.root, 'report'));
  for (const path of ['docs/report.html', 'docs/other.html', 'report/report.html'])
    copy.write(path, '<p>Team has 12 vaults.</p>\n');
  const { findings } = JSON.parse((await copy.run(['check', '--json'])).stdout) as Report;
  const at = findings.flatMap(({ sides }) => sides[1]!.at.map((one) => (one.kind === 'file' ? one.path : '')));
  expect(at.sort()).toEqual(['docs/other.html', 'report/report.html']);
});

it('what others keep where a report is written stays, and a file in the way of pictures is none', async () => {
  copy = workspace(['docs/*.md']);
  copy.write('docs/a.md', 'Team has 10 vaults.\n');
  copy.edit('planproof.config.yaml', 'surfaces:', 'report: .\nsurfaces:');
  mkdirSync(join(copy.root, 'evidence'));
  for (const path of ['evidence/scan.jpg', 'evidence/0123456789abcdef-1.jpg', 'requests.jsonl'])
    copy.write(path, 'one\n');
  expect((await copy.run(['audit'])).code).toBe(0);
  expect([readdirSync(join(copy.root, 'evidence')), copy.read('requests.jsonl')]).toEqual([['scan.jpg'], 'one\n']);
  rmSync(join(copy.root, 'evidence'), { recursive: true });
  copy.write('evidence', 'a file');
  expect((await copy.run(['audit'])).code).toBe(0);
  expect(copy.read('evidence')).toBe('a file');
  // Beside the report of an earlier audit it is the log of that audit.
  expect(readdirSync(copy.root)).not.toContain('requests.jsonl');
});

it('all that is well is clean, and an ending in capitals is the same ending', async () => {
  copy = workspace(['docs/*.{md,MD,txt,rst,html,mdx,tsx}']);
  copy.write('docs/a.md', 'Team has 10 vaults.\n');
  copy.write('docs/B.MD', 'Team has 10 vaults.\n');
  expect(await told(copy)).toMatchObject({ code: 0, unread: [], rules: [] });
});

it('a wrong number is found in every format, at its line', async () => {
  copy = workspace(['docs/*']);
  const lines: Record<string, string> = {
    'a.md': 'Team has 11 vaults.',
    'b.mdx': '<Card title="Team">\n\n- 12 vaults\n\n</Card>',
    'c.html': '<h2>Team</h2>\n<p>13 vaults</p>',
    'd.txt': 'Team\n====\n\n14 vaults',
    'e.rst': 'Team\n====\n\n* 15 vaults',
    'f.tsx': 'export const Team = () => (\n  <Card title="Team">16 vaults</Card>\n);',
    'g.ts': "export const plans = [\n  { name: 'Team', price: '$12/month', features: ['17 vaults'] },\n];",
    'llms.txt': '## Team\n\n- 18 vaults',
  };
  for (const [name, text] of Object.entries(lines)) copy.write(`docs/${name}`, `${text}\n`);
  const { code, stdout } = await copy.run(['check', '--json']);
  const { findings } = JSON.parse(stdout) as Report;
  expect(code).toBe(1);
  expect(
    findings
      .filter(({ rule }) => rule === 'limit/differs')
      .flatMap(({ sides }) =>
        sides[1]!.at.map((at) => (at.kind === 'file' ? `${at.path}:${at.line}:${at.column}` : '')),
      )
      .sort(),
  ).toEqual([
    'docs/a.md:1:1',
    'docs/b.mdx:3:3',
    'docs/c.html:2:4',
    'docs/d.txt:4:1',
    'docs/e.rst:4:3',
    'docs/f.tsx:2:22',
    'docs/g.ts:2:51',
    'docs/llms.txt:3:3',
  ]);
});
