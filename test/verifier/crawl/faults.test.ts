/** What could not be looked at is told with a reason, and everything else is looked at all the same. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { looked } from './looked.ts';
import { type Answer, page, redirect, sent, sitemap, status } from './serve.ts';

const STUDIO = 'Studio costs €19 a month.';
const READ = '/good Studio costs €19 a month';

const hangs: Answer = () => {};
const resets: Answer = (response) => void response.socket?.destroy();
const dies: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
  response.write(page(STUDIO));
  setTimeout(() => response.socket?.destroy(), 20);
};
const diesInChunks: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.write(page(STUDIO));
  setTimeout(() => response.socket?.destroy(), 20);
};
const drips: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const timer = setInterval(() => response.write('<p>drip'), 50);
  response.on('close', () => clearInterval(timer));
};
const endless: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const more = () => {
    while (!response.destroyed && response.write('<p>and so on'.repeat(1000)));
  };
  response.on('drain', more);
  more();
};

/** Half of a packed page. */
const CUT = gzipSync(page(STUDIO)).subarray(0, 60);

describe('a page that', () => {
  it.each<[string, Answer, string]>([
    ['hangs', hangs, 'did not answer in time'],
    ['drips', drips, 'did not end in time'],
    ['resets the connection', resets, 'did not answer (ECONNRESET)'],
    ['dies half-way', dies, 'broke off before its end'],
    ['dies half-way between chunks', diesInChunks, 'broke off before its end'],
    ['never ends', endless, 'is larger than 0.2 MB'],
    [
      'is packed and never ends',
      sent('text/html', gzipSync(' '.repeat(1e6)), { 'content-encoding': 'gzip' }),
      'is larger than 0.2 MB',
    ],
    ['is packed and broken off', sent('text/html', CUT, { 'content-encoding': 'gzip' }), 'broke off before its end'],
    [
      'is packed in another way',
      sent('text/html', page(STUDIO), { 'content-encoding': 'zstd' }),
      'is encoded as zstd, for which nobody asked',
    ],
    ['is not there, at length', (response) => response.writeHead(404).end('-'.repeat(1e5)), 'answered 404'],
    ['leads in a circle', redirect('/bad'), 'leads in a circle'],
    ['leads elsewhere', redirect('https://elsewhere.example/'), 'leads to another origin (https://elsewhere.example)'],
    ['leads nowhere', (response) => response.writeHead(302).end(), 'answered 302 without saying where to go'],
    ['asks to sign in', '<main><h1>Welcome back</h1><input type="password"></main>', 'asks to sign in'],
    ['refuses', status(401), 'answered 401'],
    ['forbids', status(403), 'answered 403'],
    ['is gone', status(404), 'answered 404'],
    ['is broken', status(500), 'answered 500'],
    ['holds nothing', status(204), 'answered 204'],
    ['needs a script', '<main><div id="root"></div><script>1</script></main>', 'says nothing without JavaScript'],
    ['is a document', sent('application/pdf', '%PDF'), 'is application/pdf, not a page'],
    ['is of no type', (response) => response.writeHead(200).end(page(STUDIO)), 'is of no type, not a page'],
    ['is data called HTML', sent('text/html', '{"price": 19}'), 'is called HTML, and holds no element'],
    [
      'is not in its encoding',
      sent('text/html; charset=utf-8', Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0xfe])),
      'is not in the encoding that it says',
    ],
  ])('%s is told, and others are looked at', async (_, answer, reason) => {
    const { claims, unread } = await looked({
      '/': page('Hello.', '/bad', '/good'),
      '/bad': answer,
      '/good': page(STUDIO),
    });
    expect(claims).toEqual([READ]);
    expect(unread).toEqual([`/bad ${reason}`]);
  });

  it.each<[string, Answer, string]>([
    ['HTML', page(STUDIO), 'is HTML instead of JSON'],
    ['cut off', sent('application/json', '{"@type":"Product","name":"Stu'), 'is no JSON, or ends in the middle of it'],
    ['in another shape', sent('application/json', '{"plans":[]}'), 'is JSON in a shape that nobody here reads'],
    ['without an offer', sent('application/json', '{"@type":"Product"}'), 'is data of schema.org without an offer'],
    ['an image', sent('image/png', 'PNG'), 'is image/png instead of JSON'],
  ])('should be data and is %s is told', async (_, answer, reason) => {
    const { unread } = await looked({ '/': page(STUDIO, '/pricing.json'), '/pricing.json': answer });
    expect(unread).toEqual([`/pricing.json ${reason}`]);
  });

  it('leads to another that leads back is told, also when both are linked', async () => {
    const { unread } = await looked({ '/': page(STUDIO, '/a', '/b'), '/a': redirect('/b'), '/b': redirect('/a') });
    expect(unread).toEqual(['/a leads in a circle', '/b leads in a circle']);
  });

  it('leads on and on is told', async () => {
    const { unread, asked } = await looked({
      '/': page(STUDIO, '/n/0'),
      '*': (response, path) => redirect(path.startsWith('/n/') ? `/n/${Number(path.slice(3)) + 1}` : '/')(response),
    });
    expect(unread).toEqual(['/n/10 leads on more than 10 times']);
    expect(asked.length).toBeLessThan(16);
  });

  it('is guessed and not there is nobody’s', async () => {
    const { unread } = await looked({ '/': page(STUDIO), '*': page('Not here.') }, { twins: true });
    expect(unread).toEqual([]);
  });

  it('is guessed, is there, and cannot be read is told', async () => {
    const plans = sent('application/json', '{"plans":[]}');
    const { unread } = await looked({ '/': page(STUDIO), '/pricing.json': plans, '*': page('No.') }, { twins: true });
    expect(unread).toEqual(['/pricing.json is JSON in a shape that nobody here reads']);
  });

  it('is guessed and not there, and linked later on, is told', async () => {
    const { unread } = await looked({ '/': page(STUDIO, '/a'), '/a': page('Hello.', '/llms.txt') }, { twins: true });
    expect(unread).toEqual(['/llms.txt answered 404']);
  });
});

describe('a host that', () => {
  const many = Array.from({ length: 60 }, (_, n) => `/p/${n}`);

  it('answers 429 for ever is not waited for, for ever', async () => {
    const started = performance.now();
    const { unread, asked } = await looked({
      '/': page(STUDIO, ...many),
      '*': status(429),
      '/robots.txt': status(404),
    });
    expect(unread).toHaveLength(60);
    expect(new Set(unread.map((one) => one.replace(/^\S+ /, '')))).toEqual(
      new Set(['answered 429, and asks to wait for more than 0.3 s']),
    );
    expect(asked.length).toBeLessThan(20);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('says “at once” for ever is not asked for ever', async () => {
    const { unread, asked } = await looked({ '/': status(429, { 'retry-after': '0' }), '/robots.txt': status(404) });
    expect(unread).toEqual(['/ answered 429, and asks to wait for more than 0.3 s']);
    expect(asked.length).toBeLessThan(10);
  });

  it('fails for good is not asked for every page', async () => {
    const { unread, asked } = await looked({
      '/': page(STUDIO, ...many),
      '*': status(502),
      '/robots.txt': status(404),
    });
    expect(unread).toHaveLength(60);
    expect(unread.join()).toContain('was not asked any more: 30 answers in a row before it were 5xx, the last 502');
    expect(asked.length).toBeLessThan(2 + 30 + 8);
  });

  it('asks to wait for a day is told', async () => {
    const { unread } = await looked({ '/': status(503, { 'retry-after': '86400' }) });
    expect(unread).toEqual(['/ answered 503, and asks to wait for more than 0.3 s']);
  });

  it('hangs for good is not asked for every page', async () => {
    const { unread, asked } = await looked({ '/': page(STUDIO, ...many), '*': hangs, '/robots.txt': status(404) });
    expect(unread).toHaveLength(60);
    expect(unread.join()).toContain('was not asked any more: 10 in a row before it did not answer in time');
    expect(asked.length).toBeLessThan(30);
  });

  it('forbids all by its robots.txt is not looked at, unless one’s own site is', async () => {
    const site = { '/': page(STUDIO), '/robots.txt': sent('text/plain', 'User-agent: *\nDisallow: /\n') };
    expect(await looked(site)).toMatchObject({ claims: [], unread: ['/ is forbidden by robots.txt'], documents: 0 });
    const own = await looked(site, { ignore_robots: { reason: 'our own staging', owner: 'web' } });
    expect([own.claims, own.unread]).toEqual([['/ Studio costs €19 a month'], []]);
  });

  it('cannot say what its robots.txt forbids is not looked at', async () => {
    const { unread } = await looked({ '/': page(STUDIO), '/robots.txt': status(500) });
    expect(unread).toEqual(['/ cannot be asked for: its robots.txt answered 500, which forbids all']);
  });

  it('is not there is told', async () => {
    const served = await looked({ '/': resets, '/robots.txt': resets });
    expect(served.unread).toEqual(['/ cannot be asked for: its robots.txt did not answer (ECONNRESET)']);
  });
});

describe('a sitemap that', () => {
  const broken = (answer: (base: string) => Answer) =>
    looked((base) => ({ '/': page(STUDIO, '/good'), '/good': page('Hello.'), '/sitemap.xml': answer(base) }), {
      sitemap: true,
    });

  it.each<[string, (base: string) => Answer, RegExp]>([
    ['is missing', () => status(404), /^\/sitemap.xml is the sitemap, and is not there$/],
    ['ends in the middle', (base) => sent('application/xml', sitemap(`${base}/good`).slice(0, -12)), /is not closed$/],
    ['is no XML', () => sent('application/xml', 'no sitemap <here'), /is no sitemap$/],
    ['lists nothing', () => sent('application/xml', sitemap()), /lists no page$/],
    [
      'lists what is gone',
      (base) => sent('application/xml', sitemap(`${base}/good`, `${base}/gone`)),
      /^\/gone answered 404$/,
    ],
    ['never ends', () => endless, /is a sitemap that is larger than 2 MB$/],
  ])('%s is told', async (_, answer, reason) => {
    const { claims, unread } = await broken(answer);
    expect(claims).toEqual(['/ Studio costs €19 a month']);
    expect(unread).toHaveLength(1);
    expect(unread[0]).toMatch(reason);
  });

  it('lists more than nothing that is followed is told', async () => {
    const { unread } = await looked(
      (base) => ({ '/': page(STUDIO), '/sitemap.xml': sent('application/xml', sitemap(`${base}/docs/a`)) }),
      {
        sitemap: true,
        follow: ['/pricing*'],
      },
    );
    expect(unread).toEqual(['/sitemap.xml is a sitemap that lists no page that is followed']);
  });

  it('nobody configured lists more than a start page without links', async () => {
    const { unread } = await looked((base) => ({
      '/': page(STUDIO),
      '/a': page('Hello.'),
      '/sitemap.xml': sent('application/xml', sitemap(`${base}/`, `${base}/a`)),
    }));
    expect(unread).toEqual([
      '/sitemap.xml lists 1 more pages, to which no link leads: write `crawl: { sitemap: true }`',
    ]);
  });
});

it('a site with more pages than may be looked at is told', async () => {
  const { unread, documents } = await looked(
    { '/': page(STUDIO, '/a', '/b', '/c'), '/a': page('One.'), '/b': page('Two.') },
    { most_pages: 3 },
  );
  expect([unread, documents]).toEqual([['/c has more pages than the 3 that were looked at'], 3]);
});

it.each<[string, (words: string) => Buffer]>([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
])('a page that is packed with %s is read', async (coding, pack) => {
  const site = { '/': sent('text/html', pack(page(STUDIO)), { 'content-encoding': coding }) };
  expect(await looked(site)).toMatchObject({ claims: ['/ Studio costs €19 a month'], unread: [] });
});
