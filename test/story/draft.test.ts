/** A company that has nothing but its copy: one command, and it has a matrix that checks, with every source beside its fact. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Copy, copyStranger, emptyFolder } from './copied-workspace.ts';

let copy: Copy | undefined;
let server: Server | undefined;
afterEach(() => {
  copy?.remove();
  server?.close();
  server = undefined;
});

const CONFIG = 'planproof: 1\nmatrix: drafted.yaml\nsurfaces:\n  - { id: docs, kind: docs, files: [README.md] }\n';

/** Serves `text` at `/pricing` and answers 503 elsewhere. */
function serve(text: string): Promise<string> {
  const running = createServer((request, response) => {
    response
      .writeHead(request.url === '/pricing' ? 200 : 503, { 'content-type': 'text/html; charset=utf-8' })
      .end(text);
  });
  server = running;
  return new Promise((done) =>
    running.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(running.address() as AddressInfo).port}`)),
  );
}

describe('planproof draft', () => {
  it('writes a matrix that agrees with the copy it was drafted from, and never over another', async () => {
    copy = copyStranger();
    const args = ['draft', 'README.md', 'public/pricing.html', '--to', 'drafted.yaml'];
    const first = await copy.run(args);
    expect([first.code, first.stdout]).toEqual([0, '']);
    expect(first.stderr).toBe('wrote drafted.yaml\n3 plans, 7 keys, 26 facts in 2 documents, 0 contradictions\n');
    const text = copy.read('drafted.yaml');
    expect(text).toMatch(/^ {6}team_members: 20 # README\.md:14, :35, public\/pricing\.html/m);

    copy.write('planproof.config.yaml', CONFIG);
    const checked = await copy.run(['check']);
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('CLEAN')]);

    const again = await copy.run(args);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('drafted.yaml is already there') });
    copy.write('drafted.yaml', 'mine');
    expect((await copy.run([...args, '--force'])).code).toBe(0);
    expect(copy.read('drafted.yaml')).toBe(text);
  });

  it('shows what the copy says in two ways, and leaves it unknown', async () => {
    copy = copyStranger();
    copy.edit('README.md', '- Studio includes 5 team members.', '- Studio includes 6 team members.');
    const { code, stdout, stderr } = await copy.run(['draft', 'README.md']);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'contradiction: Team members of Studio: README.md:13 says 5 team_member; README.md:34 says 6 team_member\n',
    );
    expect(stdout).toContain(
      '      team_members: unknown # README.md:13 says 5 team_member; README.md:34 says 6 team_member\n',
    );
  });

  it('reads a page from a server', async () => {
    copy = copyStranger();
    const address = `${await serve(copy.read('public/pricing.html'))}/pricing`;
    const { code, stdout } = await copy.run(['draft', address]);
    expect(code).toBe(0);
    expect(stdout).toContain(`team_members: 20 # ${address} "20 team members"`);
  });

  it('ends with 2 where anything could not be looked at, and tells what the rest says', async () => {
    copy = copyStranger();
    copy.write('notes.adoc', '= Notes');
    copy.write('broken.md', new Uint8Array([0xff, 0xfe, 0x00]));
    const gone = await serve('');
    server?.close();
    const base = await serve('<div id="root"></div>');
    const names = ['README.md', 'missing.md', 'notes.adoc', 'broken.md', `${base}/gone`, `${base}/pricing`, gone];
    const { code, stdout, stderr } = await copy.run(['draft', ...names]);
    expect(code).toBe(2);
    expect(stdout).toContain('plans:\n  hobby:');
    const told = stderr.split('\n').filter((line) => line.startsWith('could not look at'));
    expect(told.map((line) => line.replace(base, ''))).toEqual([
      'could not look at missing.md (does not exist)',
      expect.stringContaining('could not look at notes.adoc (is'),
      'could not look at broken.md (is not UTF-8)',
      'could not look at /gone (answered 503)',
      'could not look at /pricing (says nothing without JavaScript)',
      `could not look at ${gone} (nobody answers there)`,
    ]);
  });

  it('is followed by init, which keeps the draft, and by a first drift', async () => {
    const copied = copyStranger();
    copy = emptyFolder();
    copy.write('README.md', copied.read('README.md'));
    copied.remove();
    expect((await copy.run(['draft', 'README.md', '--to', 'entitlements.yaml'])).code).toBe(0);
    const drafted = copy.read('entitlements.yaml');
    expect(await copy.run(['init'])).toMatchObject({ code: 0, stdout: 'wrote planproof.config.yaml\n' });
    expect(copy.read('entitlements.yaml')).toBe(drafted);
    expect((await copy.run(['check'])).code).toBe(0);
    copy.edit('README.md', 'Studio costs €19 a month', 'Studio costs €21 a month');
    expect((await copy.run(['check'])).code).toBe(1);
    expect(await copy.run(['init'])).toMatchObject({ code: 2, stderr: expect.stringContaining('is already here') });
  });

  it('drafts nothing where no plan is named', async () => {
    copy = emptyFolder();
    copy.write('README.md', '# A library\n\nIt has no plans.\n');
    expect(await copy.run(['draft', 'README.md'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('README.md names no plan'),
    });
    expect(await copy.run(['draft'])).toMatchObject({ code: 2, stderr: expect.stringContaining('needs documents') });
  });
});
