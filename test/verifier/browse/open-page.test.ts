/** Whatever a page or the browser does, a look ends, says why, and leaves a page to go on with. */
import type { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { lookAtGate } from '../../../verifier/browse/look-at-gate.ts';
import { OpenPage } from '../../../verifier/browse/open-page.ts';
import { startBrowser } from '../../../verifier/probes/browser.ts';
import { servePages } from './pages.ts';

const pages = servePages();
const GOOD = '<table aria-label="Rows"><tr><td>1</td></tr></table>';
const signs = { shows: { role: 'table', name: 'Rows' }, locked: 'Part of Pro', states: [] };
/** Short where a look ends only with its time, long where a slow machine has to look several times. */
const SHORT = { waitMs: 300, questionMs: 2000 };
const LONG = { waitMs: 1500, questionMs: 15_000 };
const look = (open: OpenPage, path: string, { waitMs } = SHORT) => lookAtGate(open, { path, signs, waitMs });

async function reasonAt(path: string, times = SHORT): Promise<{ reason: string; next: string }> {
  pages.send('/good', GOOD);
  const context = await pages.browser.newContext({ baseURL: pages.base, acceptDownloads: false });
  try {
    const open = await OpenPage.open(context, { questionMs: times.questionMs });
    const reason = await open
      .within(() => look(open, path, times))
      .then(
        ({ outcome }) => (outcome.kind === 'unread' ? outcome.reason : `${outcome.kind}`),
        (error: Error) => error.message.split('\n')[0]!,
      );
    const { outcome } = await open.within(() => look(open, '/good'));
    return { reason, next: outcome.kind };
  } finally {
    await context.close();
  }
}

it.each<[string, string, RegExp, typeof LONG?]>([
  ['an alert', `${GOOD}<script>alert('Trial over')</script>`, /opens a dialog that waits for an answer: “Trial over”/],
  ['a question again and again', `${GOOD}<script>for(;;)confirm('Sure?')</script>`, /opens a dialog .*“Sure\?”/],
  ['an endless script', `${GOOD}<script>for(;;);</script>`, /did not come to rest within|Timeout/],
  ['an endless script later', `${GOOD}<script>setTimeout(()=>{for(;;);},5)</script>`, /did not come to rest within/],
  [
    'a page that keeps changing',
    `<main></main><script>let n=0;setInterval(()=>{fetch('/never');document.querySelector('main').innerHTML=n++%2?'${GOOD}':'Part of Pro'},90)</script>`,
    /did not come to rest: what it shows kept changing/,
    LONG,
  ],
  [
    'no harm: a page that keeps asking',
    `${GOOD}<script>setInterval(()=>{fetch('/never')},50)</script>`,
    /^read$/,
    LONG,
  ],
])('%s', async (_, html, expected, times = SHORT) => {
  pages.send('/bad', html);
  pages.send('/never', () => {});
  const { reason, next } = await reasonAt('/bad', times);
  expect(reason).toMatch(expected);
  expect(next).toBe('read');
});

it('what a page still does while it is closed is no part of the next', async () => {
  pages.send('/bad', '<script>alert("Trial over")</script>');
  pages.send('/good', GOOD);
  await pages.withPage(async (open) => {
    const closed = open.page;
    await expect(open.within(() => look(open, '/bad'))).rejects.toThrow('opens a dialog');
    const { page } = open;
    expect(page).not.toBe(closed);
    const asked = open.requests.length;
    const next = await open.within(async () => {
      const seen = await look(open, '/good');
      late(closed, 'dialog', { type: () => 'alert', message: () => 'Trial over', dismiss: async () => {} });
      late(closed, 'crash', closed);
      const frame = () => ({ page: () => closed, parentFrame: () => null });
      const of = { frame, isNavigationRequest: () => false, method: () => 'POST', url: () => `${pages.base}/track` };
      late(closed.context(), 'request', of);
      expect(open.isQuiet()).toBe(true);
      return seen;
    });
    expect(next.outcome.kind).toBe('read');
    expect(open.page).toBe(page);
    expect(open.requests.slice(asked)).toEqual([]);
  });
});

it('a page that never ends is looked at as far as it came, and one that never begins is not', async () => {
  pages.send(
    '/begun',
    (response) => void response.writeHead(200, { 'content-type': 'text/html' }).write(`<title>x</title>${GOOD}`),
  );
  pages.send('/silent', () => {});
  expect((await reasonAt('/begun')).reason).toMatch(/did not come to rest/);
  expect((await reasonAt('/silent')).reason).toMatch(/did not come to rest/);
});

it('a download', async () => {
  pages.send('/file', (response) =>
    response.writeHead(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment' }).end('PK'),
  );
  expect(await reasonAt('/file')).toMatchObject({ reason: expect.stringMatching(/[Dd]ownload/), next: 'read' });
});

it('another window is closed, and told where the page says nothing itself', async () => {
  pages.send('/popup', `<p>Hi</p><script>open('/good')</script>`);
  await pages.withPage(async (open) => {
    const { outcome } = await open.within(() => look(open, '/popup'));
    expect(outcome).toMatchObject({ kind: 'unread' });
    expect(open.page.context().pages()).toHaveLength(1);
  });
});

it('a page that asks before it is left is left', async () => {
  pages.send('/stay', `${GOOD}<script>onbeforeunload=(e)=>{e.preventDefault();return 'no'}</script>`);
  pages.send('/good', GOOD);
  await pages.withPage(async (open) => {
    await open.within(() => look(open, '/stay'));
    await open.page.mouse.click(5, 5);
    expect((await open.within(() => look(open, '/good'))).outcome.kind).toBe('read');
  });
});

it('a page that crashes, then a browser that is killed', async () => {
  const started = await startBrowser();
  if (!started.browser) throw new Error(started.reason);
  const { browser } = started;
  const { processInfo } = (await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  const pid = processInfo.find((one) => one.type === 'browser')!.id;
  pages.send('/good', GOOD);
  const open = await OpenPage.open(await browser.newContext({ baseURL: pages.base }));
  const crashed = open.within(async () => {
    await open.goto('/good');
    void open.cdp.send('Page.crash').catch(() => {});
    return look(open, '/good');
  });
  await expect(crashed).rejects.toThrow('the page crashed');
  expect((await open.within(() => look(open, '/good'))).outcome.kind).toBe('read');
  const killed = open.within(async () => {
    process.kill(pid, 'SIGKILL');
    return look(open, '/good');
  });
  await expect(killed).rejects.toThrow(/closed/);
  await expect.poll(() => isRunning(pid)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Tells what the browser would tell a moment later. */
function late(of: unknown, event: string, told: unknown): void {
  (of as EventEmitter).emit(event, told);
}
