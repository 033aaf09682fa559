/** A site is sabotaged in every way that HTTP allows: no audit of it ends with 0, and each says what it could not look at. */
import { afterEach, expect, it } from 'vitest';
import { type Answer, page, redirect, type Served, sent, serve, sitemap, status } from '../verifier/crawl/serve.ts';
import { type Copy, copyStranger } from './copied-workspace.ts';

let copy: Copy | undefined;
const running: Served[] = [];
afterEach(async () => {
  copy?.remove();
  await Promise.all(running.splice(0).map((one) => one.stop()));
});

const TRUE = page('Studio costs €19 a month.');
const chunks: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const more = () => {
    while (!response.destroyed && response.write('<p>and so on'.repeat(1000)));
  };
  response.on('drain', more);
  more();
};

/** Where the surface starts, what it meets there, and what has to be said of it. */
const SABOTAGE: Readonly<
  Record<string, [start: string, answers: Record<string, Answer>, said: RegExp, crawl?: string]>
> = {
  hangs: ['/hangs', { '/hangs': () => {} }, /did not answer in time/],
  drips: [
    '/drips',
    {
      '/drips': (response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const timer = setInterval(() => response.write('<p>drip'), 50);
        response.on('close', () => clearInterval(timer));
      },
    },
    /did not end in time/,
  ],
  resets: ['/resets', { '/resets': (response) => void response.socket?.destroy() }, /did not answer \(/],
  truncated: [
    '/truncated',
    {
      '/truncated': (response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '9000' });
        response.write(TRUE, () => response.socket?.destroy());
      },
    },
    /broke off before its end/,
  ],
  endless: ['/endless', { '/endless': chunks }, /is larger than 0\.2 MB/],
  login: ['/login-wall', { '/login-wall': page('Welcome. <input type="password">') }, /asks to sign in/],
  html_for_json: ['/pricing.json', { '/pricing.json': TRUE }, /is HTML instead of JSON/],
  truncated_json: ['/cut.json', { '/cut.json': sent('application/json', '{"@type":"Offer","pri') }, /is no JSON/],
  circle: ['/circle', { '/circle': redirect('/circle2'), '/circle2': redirect('/circle') }, /leads in a circle/],
  wrong_type: [
    '/typed',
    { '/typed': sent('application/octet-stream', TRUE) },
    /is application\/octet-stream, not a page/,
  ],
  refused: ['/refused', { '/refused': status(403) }, /answered 403/],
  limited: ['/limited', { '/limited': status(429) }, /answered 429, and asks to wait/],
  unavailable: ['/away', { '/away': status(503, { 'retry-after': '3600' }) }, /answered 503, and asks to wait/],
  robots: ['/closed/a', { '/closed/a': TRUE }, /is forbidden by robots\.txt/],
  script: ['/script', { '/script': '<main><div id="app"></div></main>' }, /says nothing without JavaScript/],
  sitemap: [
    '/listed',
    { '/listed': TRUE, '/broken.xml': sent('application/xml', sitemap('/listed').slice(0, -14)) },
    /is not closed/,
    'sitemap: [/broken.xml]',
  ],
};

async function started(answers: Record<string, Answer>): Promise<Served> {
  const served = await serve(answers);
  running.push(served);
  return served;
}

function config(
  surfaces: readonly { id: string; server: string; start: string; crawl?: string | undefined }[],
  urls: Record<string, string>,
): string {
  return [
    'planproof: 1',
    'matrix: harbor.matrix.yaml',
    'servers:',
    ...Object.entries(urls).map(([name, url]) => `  ${name}: { url: "${url}" }`),
    'surfaces:',
    ...surfaces.flatMap(({ id, server, start, crawl }) => [
      `  - { id: ${id}, kind: site, server: ${server}, start: [${start}],`,
      `      crawl: { timeout: 0.5, patience: 0.2, most_megabytes: 0.2, twins: false${crawl ? `, ${crawl}` : ''} } }`,
    ]),
    '',
  ].join('\n');
}

it('each is told, none is clean, and others are looked at', async () => {
  const all = Object.assign({}, ...Object.values(SABOTAGE).map(([, answers]) => answers)) as Record<string, Answer>;
  const site = await started({
    ...all,
    '/true': TRUE,
    '/robots.txt': sent('text/plain', 'User-agent: *\nDisallow: /closed/'),
  });
  const dying = await started({
    '/': page('Studio costs €19 a month.', '/1', '/2', '/3'),
    '/1': (response) => {
      sent('text/html', page('Hello.'), { connection: 'close' })(response);
      void dying.stop();
    },
    '/robots.txt': status(404),
    '*': () => {},
  });
  copy = copyStranger();
  const surfaces = Object.entries(SABOTAGE).map(([id, [start, , , crawl]]) => ({ id, server: 'site', start, crawl }));
  copy.write(
    'planproof.config.yaml',
    config(
      [...surfaces, { id: 'dies', server: 'dying', start: '/' }, { id: 'sound', server: 'site', start: '/true' }],
      { site: site.base, dying: dying.base },
    ),
  );
  const { code, report } = await copy.audit([]);
  expect([code, report.verdict]).toEqual([2, 'could_not_look']);
  const said = (id: string) =>
    report.findings
      .filter(({ about, rule }) => about.surface === id && rule === 'surface/unread')
      .map((one) => one.says);
  for (const [id, [, , words]] of Object.entries(SABOTAGE)) expect(said(id).join(' '), id).toMatch(words);
  expect(said('dies').join(' ')).toMatch(/did not answer|nobody answers/);
  expect(said('sound')).toEqual([]);
  const read = Object.fromEntries(report.coverage.map(({ surface, claims }) => [surface, claims]));
  expect(read).toMatchObject({
    sound: 1,
    dies: 1,
    hangs: 0,
    truncated: 0,
    login: 0,
    wrong_type: 0,
    robots: 0,
    sitemap: 1,
  });
});

it('by itself ends with 2 as well', async () => {
  const { base } = await started({ '/': status(401), '/robots.txt': status(404) });
  copy = copyStranger();
  copy.write('planproof.config.yaml', config([{ id: 'site', server: 'site', start: '/' }], { site: base }));
  const { code, report } = await copy.audit([]);
  expect([code, report.reasons.join(' ')]).toEqual([2, expect.stringContaining('answered 401')]);
});

it.each<[string, string, RegExp]>([
  ['a pattern that is no path', 'follow: [docs/**]', /planproof\.config\.yaml:7:\d+ .*(?:begins with|path)/s],
  ['a misspelt setting', 'sitemaps: true', /planproof\.config\.yaml:7:\d+ .*sitemap/s],
  ['skipping without a reason', 'skip: [{ pages: [/blog/**] }]', /planproof\.config\.yaml:7:\d+ .*reason/s],
  ['an origin with a path', 'same_as: ["https://a.example/docs"]', /planproof\.config\.yaml:7:\d+ .*origin/s],
  ['no page at all', 'most_pages: 0', /planproof\.config\.yaml:7:\d+ /],
])('%s is told where it stands', async (_, crawl, words) => {
  copy = copyStranger();
  copy.write(
    'planproof.config.yaml',
    config([{ id: 'site', server: 'site', start: '/', crawl }], { site: 'http://127.0.0.1:9' }),
  );
  const { code, stdout, stderr } = await copy.run(['audit']);
  expect(code).toBe(2);
  expect(stdout + stderr).toMatch(words);
  expect(stdout + stderr).not.toMatch(/\n\s+at /);
});
