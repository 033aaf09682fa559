/** A site that scripts draw is read in a browser, and one that scripts change is found. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type Copy, copyStranger, gist } from '../copied-workspace.ts';

let copy: Copy | undefined;
let close = () => {};
afterEach(() => {
  close();
  copy?.remove();
});

/** The stranger's pricing page as a server of ours sends it; its script stands in a file. */
async function serve(send: (page: string) => { html: string; script?: string; refuses?: boolean }): Promise<string> {
  const { html, script = '', refuses } = send(copy!.read('public/pricing.html').replaceAll(/ href="[^"]*"/g, ''));
  const server = createServer(({ url, headers }, response) => {
    const isPage = url === '/pricing.html';
    const type = url === '/app.js' ? 'text/javascript' : 'text/html; charset=utf-8';
    if (refuses && isPage && headers['user-agent']?.includes('Mozilla')) return void response.writeHead(403).end('No.');
    response.writeHead(isPage || url === '/app.js' ? 200 : 404, { 'content-type': type });
    response.end(isPage ? html : url === '/app.js' ? script : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close = () => void server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const drawn = (page: string) => {
  const main = /<main[\s\S]*<\/main>/.exec(page)![0];
  const script = `setTimeout(() => { document.querySelector('main').outerHTML = ${JSON.stringify(main)}; }, 20);`;
  return { html: page.replace(main, '<main></main><script src="/app.js"></script>'), script };
};

const look = (url: string) => copy!.audit(['--only', 'pricing', '--site', url]);

it('a page that only a browser can see', async () => {
  copy = copyStranger();
  const { code, report } = await look(await serve(drawn));
  expect([report.findings, code]).toEqual([[], 0]);
  const version = expect.stringMatching(/^\d+\.\d+/);
  expect(report.run.versions).toEqual({ planproof: version, node: process.versions.node, chromium: version });
});

it('a page that a browser does not get, or that leads it elsewhere, was not looked at', async () => {
  copy = copyStranger();
  const refused = await look(await serve((page) => ({ ...drawn(page), refuses: true })));
  expect([refused.code, refused.report.findings.map(({ says }) => says)]).toEqual([
    2,
    [expect.stringContaining('answered 403 in a browser')],
  ]);
  close();
  const elsewhere = (page: string) => ({
    ...drawn(page),
    script: `if (location.hostname !== 'localhost') location.hostname = 'localhost'`,
  });
  const led = await look(await serve(elsewhere));
  expect([led.code, led.report.findings.map(({ says }) => says)]).toEqual([
    2,
    [expect.stringMatching(/leads to http:\/\/localhost:\d+ with JavaScript/)],
  ]);
  close();
  const toSignIn = (page: string) => ({ ...drawn(page), script: `history.replaceState(null, '', '/signin')` });
  const signIn = await look(await serve(toSignIn));
  expect([signIn.code, signIn.report.findings.map(({ says }) => says)]).toEqual([
    2,
    [expect.stringContaining('leads to the page on which customers sign in, with JavaScript')],
  ]);
});

it('the same page where there is no browser', async () => {
  copy = copyStranger();
  const url = await serve(drawn);
  const ran = await copy.run(['audit', '--json', '--only', 'pricing', '--site', url], {
    PLANPROOF_BROWSER: '/nowhere',
  });
  expect(ran.code).toBe(2);
  expect(ran.stdout).toContain('could not be seen with JavaScript: the browser at /nowhere does not start');
});

it('a script that raises a price, and a picture of a price that is wrong either way', async () => {
  copy = copyStranger();
  copy.edit('planproof.config.yaml', 'start: [/pricing.html]', 'start: [/pricing.html]\n    browser: always');
  const script = `for (const one of document.querySelectorAll('strong')) if (one.textContent === '€19') one.textContent = '€21';`;
  const changed = await look(
    await serve((page) => ({ html: page.replace('</body>', '<script src="/app.js"></script></body>'), script })),
  );
  expect(changed.code).toBe(1);
  expect(gist(changed.report)).toEqual(['page/differs-with-script pricing price/price/month studio-2024']);
  expect(changed.report.findings[0]!.sides.map((side) => side.who)).toEqual(['without JavaScript', 'with JavaScript']);
  close();
  const wrong = await look(await serve((page) => ({ html: page.replace('<strong>€19', '<strong>€17') })));
  expect(gist(wrong.report)).toEqual(['price/differs pricing price/price/month studio-2024']);
  const [finding] = wrong.report.findings;
  expect(wrong.report.evidence[finding!.fingerprint]![0]!.picture?.file).toBe(`evidence/${finding!.fingerprint}-1.jpg`);
});
