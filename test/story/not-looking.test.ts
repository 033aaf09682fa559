/** Nothing passes by not looking: what cannot be seen ends with 2, whatever else was clean. */
import { rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Copy, copyExample, copyStranger } from './copied-workspace.ts';

let copy: Copy | undefined;
let server: Server | undefined;
afterEach(() => {
  copy?.remove();
  server?.close();
  server?.closeAllConnections();
});

async function answering(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const CLOSED = 'http://127.0.0.1:9';
const LOGIN = '<!doctype html><main><h1>Sign in</h1><form><label>Email <input></label></form></main>';

describe('an API', () => {
  it.each<[string, RequestListener]>([
    [
      'answers 429 to all',
      (_, response) =>
        response.writeHead(429, { 'content-type': 'application/json' }).end('{"code":"patrol_hourly_cap"}'),
    ],
    ['answers 500 to all', (_, response) => response.writeHead(500).end()],
    [
      'answers a sign-in page to all',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(LOGIN),
    ],
    ['sends everybody elsewhere', (_, response) => response.writeHead(302, { location: '/login' }).end()],
    [
      'says yes to all',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"token":"t"}'),
    ],
  ])('that %s was not looked at', async (_, listener) => {
    copy = copyExample();
    const { code, report } = await copy.audit([
      '--only',
      'api',
      '--sandbox',
      'pulse-example',
      '--api',
      await answering(listener),
    ]);
    expect([code, report.verdict]).toEqual([2, 'could_not_look']);
    expect(report.coverage[0]!.read).toBe(0);
    expect(report.coverage[0]!.asked).toBeGreaterThan(1000);
    expect(report.findings.every((finding) => finding.rule === 'surface/unread')).toBe(true);
  });

  it('that nobody allowed to be written to is not clean', async () => {
    copy = copyExample();
    copy.write(
      'planproof.config.yaml',
      copy.read('planproof.config.yaml').replace(/\n {2}- id: (docs|site)[\s\S]*?(?=\n {2}- id: api)/, ''),
    );
    const { code, report } = await copy.audit(['--only', 'api', '--key', 'workspaces', '--holder', 'msp_starter']);
    expect(code).toBe(2);
    expect(report.findings.map((finding) => finding.says).join(' ')).toContain('--sandbox pulse-example');
  });
});

describe('a site', () => {
  it('that is down was not looked at', async () => {
    copy = copyExample();
    const { code, report } = await copy.audit(['--only', 'site', '--site', CLOSED]);
    expect(code).toBe(2);
    expect(report.findings.some((finding) => finding.rule === 'surface/unread')).toBe(true);
  });

  it('that shows a sign-in page everywhere was not looked at', async () => {
    copy = copyExample();
    const { code, report } = await copy.audit([
      '--only',
      'site',
      '--site',
      await answering((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(LOGIN)),
    ]);
    expect([code, report.verdict]).toEqual([2, 'could_not_look']);
  });

  it('of which one page is broken was not looked at, and what differs elsewhere is still told', async () => {
    copy = copyExample();
    const base = await answering((request, response) => {
      const found = ['/', '/b/'].includes(request.url ?? '');
      const broken = request.url === '/robots.txt' ? 404 : 500;
      response.writeHead(found ? 200 : broken, { 'content-type': 'text/html' });
      response.end('<main><a href="/a/">a</a><a href="/b/">b</a><p>Relay costs $5.99 a month.</p></main>');
    });
    const { code, report } = await copy.audit(['--only', 'site', '--site', base]);
    expect(code).toBe(2);
    expect(report.findings.map((finding) => finding.rule)).toEqual(
      expect.arrayContaining(['price/differs', 'surface/unread']),
    );
  });

  it.each<[string, (html: string) => string | undefined]>([
    ['needs JavaScript', () => '<!doctype html><main><div id="root"></div><script src="/a.js"></script></main>'],
    ['is gone', () => undefined],
    ['asks to sign in', () => '<!doctype html><main><h1>Welcome back</h1><input type="password"></main>'],
  ])('whose pricing page %s was not looked at, though other pages state the same', async (_, change) => {
    copy = copyExample();
    const page = 'dist/site/pricing/index.html';
    const html = change(copy.read(page));
    if (html === undefined) rmSync(join(copy.root, page));
    else copy.write(page, html);
    const { code, report } = await copy.audit(['--only', 'site']);
    expect([code, report.verdict]).toEqual([2, 'could_not_look']);
    expect(report.reasons.join(' ')).toMatch(/JavaScript|404|sign in/);
  });
});

describe('docs', () => {
  it('whose glob matches nothing were not looked at', async () => {
    copy = copyExample();
    copy.edit(
      'planproof.config.yaml',
      'files: [site/content/docs/**/*.md]',
      'files: [site/content/docs/**/*.md, handbook/*.md]',
    );
    const audited = await copy.audit(['--only', 'docs']);
    expect([audited.code, audited.report.verdict]).toEqual([2, 'could_not_look']);
    expect(audited.report.reasons.join(' ')).toContain('no file matches handbook/*.md');
    expect((await copy.run(['check'])).code).toBe(2);
  });

  it('that are not UTF-8, or in a format that nobody reads, were not looked at', async () => {
    copy = copyExample();
    copy.write('site/content/docs/docs/broken.md', Uint8Array.of(0x23, 0x20, 0xff, 0xfe));
    expect((await copy.audit(['--only', 'docs'])).code).toBe(2);
  });
});

it('an app without a browser was not looked at', async () => {
  copy = copyStranger();
  const { code, stderr } = await copy.run(['audit', '--only', 'app'], { PLANPROOF_BROWSER: '/nowhere/chromium' });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^planproof: The surface `app` needs a browser: the browser at \/nowhere\/chromium does not start .*name another in PLANPROOF_BROWSER\.$/m,
  );
  expect(stderr).not.toMatch(/\n\s+at /);
});

it('an app that shows somebody else as signed in was not looked at', async () => {
  copy = copyStranger();
  // biome-ignore lint/suspicious/noTemplateCurlyInString: text of the file that is edited
  copy.edit('server.mjs', '`${PLAN_NAMES[account.contract]}, ', '`Super ${PLAN_NAMES[account.contract]}, ');
  const { code, report } = await copy.audit(['--only', 'app', '--holder', 'studio-2024.active']);
  expect([code, report.verdict]).toEqual([2, 'could_not_look']);
  expect(report.reasons.join(' ')).toContain('the page shows “Super Studio, active” instead of “Studio, active”');
});
