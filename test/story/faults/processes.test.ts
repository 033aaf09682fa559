/** What is started ends: where it fails to start, where somebody interrupts, and where it does not want to. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Copy, copyStranger } from '../copied-workspace.ts';
import { type Faulty, faulty, nothingRuns, processesIn, type Running, reportDays, running } from './faulty.ts';

const made: Copy[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

function product(fault: string, more?: string): Faulty {
  const one = faulty([fault], more);
  made.push(one);
  return one;
}

/** Ended by the audit itself, with nothing left, and no report where there was none before. */
async function expectStopped({ root }: Copy, { ended }: Running, words: RegExp): Promise<void> {
  const { code, signal, stderr } = await ended;
  expect([code, signal]).toEqual([2, null]);
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at |fault of ours/);
  await nothingRuns(root);
  expect(reportDays(root)).toEqual({});
}

describe('a product that does not start', () => {
  it.each<[string, string, RegExp, string?]>([
    ['exits at once', 'ended with 7 before it answered: FAULTY_SECRET is not set', /`exits-at-once` ended with 7/],
    ['is never ready', 'did not answer in time', /did not answer \/up within 0\.5 s/, 'ready_within: 0.5'],
    ['none', 'is not there', /node-of-nobody: not found/, 'build: [[node-of-nobody]]'],
    [
      'none',
      'cannot be built',
      /`node -e process\.exit\(4\)`, which builds the server `none`, ended with 4/,
      'build: [[node, -e, process.exit(4)]]',
    ],
    [
      'none',
      'is built for ever',
      /`node product\.mjs builds for ever`, which builds the server `none`, did not end within 0\.5 s, and was ended: /,
      'build: [[node, product.mjs, builds for ever]], build_within: 0.5',
    ],
  ])('%s: %s', async (fault, _, words, more) => {
    const one = product(fault, more);
    await expectStopped(one, one.begin(), words);
  });

  it('because its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    const port = await new Promise<number>((done) =>
      taken.once('listening', () => done((taken.address() as { port: number }).port)),
    );
    const one = product('none');
    one.edit('planproof.config.yaml', '{port}', String(port));
    await expectStopped(one, one.begin(), /`none` ended with 9 before it answered: listen EADDRINUSE/);
    taken.close();
  });

  it('while another would start for ever: the other is ended as well', async () => {
    const both = faulty(['is never ready', 'exits at once']);
    made.push(both);
    await expectStopped(both, both.begin(), /`exits-at-once` ended with 7/);
  });
});

describe('interrupted', () => {
  it.each<[NodeJS.Signals, string, string, string, string?]>([
    ['SIGINT', 'while it starts', 'is never ready', 'started'],
    ['SIGINT', 'while it is built', 'builds for ever', 'started', 'build: [[node, product.mjs, builds for ever]]'],
    ['SIGINT', 'while it is asked', 'hangs', 'GET /api/me'],
    ['SIGTERM', 'while it is asked', 'drips', 'GET /api/me'],
    ['SIGHUP', 'while it is asked', 'never ends', 'GET /api/me'],
  ])('by %s %s', async (signal, _, fault, words, more) => {
    const one = product(fault, more);
    one.write('planproof.config.yaml', one.read('planproof.config.yaml').replace('timeout: 0.4', 'timeout: 60'));
    const running = one.begin();
    await one.logged(fault, words);
    running.child.kill(signal);
    await expectStopped(one, running, new RegExp(`planproof: stopped \\(${signal}\\)`));
  });

  it('while a browser looks: it is ended as well', async () => {
    const one = copyStranger();
    made.push(one);
    const audit = running(one.root, ['audit', '--only', 'app']);
    await expect.poll(() => processesIn(one.root).some((line) => line.includes('--type=renderer'))).toBe(true);
    audit.child.kill('SIGINT');
    await expectStopped(one, audit, /stopped \(SIGINT\)/);
  });

  it('twice, nothing is waited for: not even a product that does not end', async () => {
    const one = product('does not end');
    const running = one.begin();
    await one.logged('does not end', 'GET /api/me');
    running.child.kill('SIGINT');
    await one.logged('does not end', 'told to end');
    running.child.kill('SIGINT');
    await expectStopped(one, running, /stopped \(SIGINT\)/);
  });
});

describe.runIf(process.platform === 'linux')('what a product starts in a session of its own, and leaves alone', () => {
  it('is ended with it; whoever else runs is not', async () => {
    const one = product('starts what escapes');
    const env = { ...process.env, PLANPROOF_RUN: 'of another audit' };
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env, stdio: 'ignore' });
    const { code } = await one.run(['audit']);
    const end = other.exitCode ?? other.signalCode;
    other.kill();
    expect([code, end]).toEqual([0, null]);
    await nothingRuns(one.root);
  });

  it('is ended as well when nothing is waited for', async () => {
    const one = product('starts what escapes and hangs');
    one.write('planproof.config.yaml', one.read('planproof.config.yaml').replace('timeout: 0.4', 'timeout: 60'));
    const running = one.begin();
    await one.logged('starts what escapes and hangs', 'GET /api/me');
    running.child.kill('SIGINT');
    await once(running.child.stderr!, 'data');
    running.child.kill('SIGINT');
    await expectStopped(one, running, /stopped \(SIGINT\)/);
  });
});

it('a second audit of the same folder is refused, and touches nothing of the first', async () => {
  const one = product('hangs');
  one.write('planproof.config.yaml', one.read('planproof.config.yaml').replace('timeout: 0.4', 'timeout: 60'));
  const first = one.begin();
  await one.logged('hangs', 'GET /api/me');
  const { code, stderr } = await one.begin().ended;
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining(`Another audit of this folder is under way (process ${first.child.pid})`),
  ]);
  expect(one.log('hangs').filter((line) => line.startsWith('started'))).toHaveLength(1);
  first.child.kill('SIGTERM');
  await expectStopped(one, first, /stopped \(SIGTERM\)/);
});

describe('a fault of ours that nobody caught', () => {
  /** Such a fault, as soon as the command line is told; what it starts is told nothing. */
  const FAULT = `if (process.argv[1].endsWith('bin.mjs')) process.on('SIGUSR2', () => { throw new Error('it broke'); });`;
  const broken = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(FAULT)}` };

  it('ends an audit with 2, as an interruption does: what it started is told to end, and there is no report', async () => {
    const one = product('does not end');
    const running = one.begin(['audit'], broken);
    await one.logged('does not end', 'GET /api/me');
    running.child.kill('SIGUSR2');
    await one.logged('does not end', 'told to end');
    running.child.kill('SIGINT');
    const { code, stderr } = await running.ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('planproof: it broke (this is a fault of ours')]);
    await nothingRuns(one.root);
    expect(reportDays(one.root)).toEqual({});
  });

  it('ends any other command with 2 as well', async () => {
    const one = product('hangs');
    const at = createServer().listen(0, '127.0.0.1');
    await once(at, 'listening');
    const { port } = at.address() as { port: number };
    const running = one.begin(['draft', `http://127.0.0.1:${port}/`], broken);
    await once(at, 'connection');
    running.child.kill('SIGUSR2');
    const { code, stderr } = await running.ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('planproof: it broke')]);
    at.close();
  });
});
