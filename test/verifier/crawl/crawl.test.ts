/** What a crawl finds, follows and leaves, over HTTP. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { looked } from './looked.ts';
import { type Answer, page, redirect, sent, sitemap, status } from './serve.ts';

const STUDIO = 'Studio costs €19 a month.';
const AGENCY = 'Agency costs €49 a month.';
const HOBBY = 'Hobby is free.';
const EMPTY = page('We make forms.');

describe('pages are found', () => {
  it('by links of all kinds, within the origin', async () => {
    const { claims, unread, asked } = await looked({
      '/': `<link rel="canonical" href="/"><meta http-equiv="refresh" content="9; url=/c"><main>Hello <a href="a#top">a</a>
        <a href="https://elsewhere.example/">x</a><a href="mailto:a@b.example">m</a><iframe src="/b"></iframe></main>`,
      '/a': page(STUDIO),
      '/b': page(AGENCY),
      '/c': page(HOBBY),
    });
    expect(claims).toEqual(['/a Studio costs €19 a month', '/b Agency costs €49 a month', '/c Hobby is free']);
    expect(unread).toEqual([]);
    expect(asked).toEqual(expect.arrayContaining(['/robots.txt', '/', '/a', '/b', '/c']));
    expect(asked).toHaveLength(5);
  });

  it('by the address that a page resolves its links against', async () => {
    const { claims } = await looked({
      '/': `<base href="/docs/"><main>Hello <a href="one">a</a></main>`,
      '/docs/one': page(STUDIO),
    });
    expect(claims).toEqual(['/docs/one Studio costs €19 a month']);
  });

  it.each<[string, (base: string) => Record<string, ReturnType<typeof sent> | string>]>([
    ['at the usual place', (base) => ({ '/sitemap.xml': sent('application/xml', sitemap(`${base}/a`, `${base}/b`)) })],
    [
      'named by robots.txt, packed',
      (base) => ({
        '/robots.txt': sent('text/plain', `Sitemap: ${base}/maps/all.xml.gz`),
        '/maps/all.xml.gz': sent('application/gzip', gzipSync(sitemap(`${base}/a`, `${base}/b`))),
      }),
    ],
    [
      'of an index of sitemaps',
      (base) => ({
        '/sitemap-index.xml': sent(
          'application/xml',
          `<sitemapindex><sitemap><loc>${base}/1.xml</loc></sitemap><sitemap><loc>${base}/2.txt</loc></sitemap></sitemapindex>`,
        ),
        '/1.xml': sent('application/xml', sitemap(`${base}/a`)),
        '/2.txt': sent('text/plain', `${base}/b\n`),
      }),
    ],
  ])('by a sitemap %s', async (_, more) => {
    const { claims, unread } = await looked(
      (base) => ({ '/': EMPTY, '/a': page(STUDIO), '/b': page(AGENCY), ...more(base) }),
      { sitemap: true },
    );
    expect(claims).toEqual(['/a Studio costs €19 a month', '/b Agency costs €49 a month']);
    expect(unread).toEqual([]);
  });

  it('under the name of the site as it is published, and on further origins only where they are listed', async () => {
    const site = {
      '/': page('Hello.', 'https://www.harbor.example/a'),
      '/a': page(STUDIO),
      '/sitemap.xml': sent('application/xml', sitemap('https://www.harbor.example/a')),
    };
    const known = await looked(site, { sitemap: true, same_as: ['https://www.harbor.example'] });
    expect([known.claims, known.unread]).toEqual([['/a Studio costs €19 a month'], []]);
    const unknown = await looked(site, { sitemap: true });
    expect(unknown.unread.join()).toContain('lists pages of https://www.harbor.example: name it under `same_as`');
  });

  it('by redirects, each read once and under the address where it stands', async () => {
    const { claims, unread } = await looked({
      '/': page('Hello.', '/old', '/older', '/new'),
      '/old': redirect('/new', 301),
      '/older': redirect('/old', 308),
      '/new': page(STUDIO),
    });
    expect([claims, unread]).toEqual([['/new Studio costs €19 a month'], []]);
  });

  it('in other forms that are offered to machines', async () => {
    const offers = {
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: 'Agency',
      offers: [{ '@type': 'Offer', price: '49', priceCurrency: 'EUR', unitText: 'month' }],
    };
    const { claims, unread, left } = await looked(
      {
        '/': sent('text/html', '<main>Hello <link rel="alternate" type="text/markdown" href="/index.md"></main>', {
          link: '</extra.md>; rel="alternate"; type="text/markdown"',
        }),
        '/index.md': sent('text/markdown', `# Plans\n\n${STUDIO}\n`),
        '/extra.md': sent('text/markdown', HOBBY),
        '/llms.txt': sent('text/plain', `# Harbor Forms\n\nSee [plans](/plans).\n`),
        '/plans': page(AGENCY),
        '/pricing.json': sent('application/json', JSON.stringify(offers)),
      },
      { twins: true },
    );
    expect(claims).toEqual([
      '/extra.md Hobby is free',
      '/index.md Studio costs €19 a month',
      '/plans Agency costs €49 a month',
      '/pricing.json EUR 49 per month',
    ]);
    expect([unread, left]).toEqual([[], []]);
  });

  it('in Markdown, where a server answers with it on request', async () => {
    const { claims, asked } = await looked(
      {
        '/': (response, _, request) =>
          request.headers.accept === 'text/markdown'
            ? sent('text/markdown', STUDIO)(response)
            : sent('text/html', page(AGENCY), { vary: 'Accept' })(response),
      },
      { twins: true },
    );
    expect(claims).toEqual(['/ Agency costs €49 a month', '/#text/markdown Studio costs €19 a month']);
    expect(asked.filter((path) => path === '/')).toHaveLength(2);
  });
});

describe('pages are left', () => {
  it('where the configuration follows to others, or skips them with a reason', async () => {
    const { claims, unread, left, asked } = await looked(
      {
        '/': page('Hello.', '/docs/a', '/docs/b/c?x=1', '/blog/1', '/docs/old/x'),
        '/docs/a': page(STUDIO),
        '/docs/b/c?x=1': page(AGENCY),
      },
      { follow: ['/docs/**'], skip: [{ pages: ['/docs/old/**'], reason: 'frozen in 2020', owner: 'docs' }] },
    );
    expect(claims).toEqual(['/docs/a Studio costs €19 a month', '/docs/b/c?x=1 Agency costs €49 a month']);
    expect(unread).toEqual([]);
    expect(left).toEqual(['/docs/old/x frozen in 2020', 'linked pages are not among those to follow']);
    expect(asked).not.toContain('/blog/1');
  });

  it('as one entry, where many are left for one reason', async () => {
    const many = Array.from({ length: 9 }, (_, n) => `/images/${n}`);
    const { left } = await looked({ '/': page('Hello.', ...many), '*': sent('image/png', 'PNG') });
    expect(left).toEqual(['/images/0 and others like it is linked, and is image/png, no copy']);
  });

  it('where they are no copy, or lead to where customers sign in', async () => {
    const { unread, left } = await looked(
      {
        '/': page('Hello.', '/logo.png', '/account', '/signin'),
        '/logo.png': sent('image/png', 'PNG'),
        '/account': redirect('/signin', 303),
        '/signin': '<main>Sign in <input type=password></main>',
      },
      { sign_in: ['/signin'] },
    );
    expect(unread).toEqual([]);
    expect(left).toEqual([
      '/account is linked, and leads to the page on which customers sign in',
      '/logo.png is linked, and is image/png, no copy',
    ]);
  });

  it('where they say what another one says: the one with its own address speaks for all', async () => {
    const same = (canonical: string) => `<link rel=canonical href="${canonical}">${page(STUDIO)}`;
    const { claims, documents } = await looked({
      '/': page('Hello.', '/b', '/a', '/c?ref=1'),
      '/a': same('/b'),
      '/b': same('/b'),
      '/c?ref=1': same('/b'),
    });
    expect([claims, documents]).toEqual([['/b Studio costs €19 a month'], 4]);
  });

  it('but never one on which facts have to stand', async () => {
    const { claims } = await looked(
      { '/': page('Hello.', '/a'), '/a': page(STUDIO), '/z': page(STUDIO) },
      {},
      { must_state: [{ plans: ['studio'], prices: true, on: ['/z'] }] },
    );
    expect(claims).toEqual(['/a Studio costs €19 a month', '/z Studio costs €19 a month']);
  });
});

describe('a host', () => {
  it('that asks for patience gets it', async () => {
    let times = 0;
    const { claims, unread } = await looked(
      {
        '/': page('Hello.', '/a'),
        '/a': (response) => (times++ ? sent('text/html', page(STUDIO)) : status(429, { 'retry-after': '0' }))(response),
      },
      {},
    );
    expect([claims, unread, times]).toEqual([['/a Studio costs €19 a month'], [], 2]);
  });

  it('is asked no faster than configured', async () => {
    const started = performance.now();
    const { claims } = await looked(
      { '/': page('Hello.', '/a', '/b', '/c'), '/a': page(STUDIO), '/b': page(AGENCY), '/c': page(HOBBY) },
      { per_second: 20 },
    );
    expect(claims).toHaveLength(3);
    // robots.txt and four pages: four waits of 50 ms.
    expect(performance.now() - started).toBeGreaterThan(180);
  });

  it('has no more requests open at a time than `at_once`', async () => {
    const paths = Array.from({ length: 30 }, (_, n) => `/${n}`);
    let [open, most] = [0, 0];
    const slow: Answer = (response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        sent('text/html', page(STUDIO))(response);
      }, 10);
    };
    const site = { '/': page('Hello.', ...paths), ...Object.fromEntries(paths.map((path) => [path, slow])) };
    const { asked } = await looked(site, { at_once: 3, timeout: 5 });
    expect(asked).toEqual(expect.arrayContaining(paths));
    expect(most).toBe(3);
  });

  it('is asked the same and read the same, whichever page answers first', async () => {
    const site = (slow: string) => {
      const late = (path: string, words: string) => (response: Parameters<ReturnType<typeof sent>>[0]) =>
        void setTimeout(() => sent('text/html', page(words, '/c', '/d'))(response), path === slow ? 60 : 0);
      return {
        '/': page('Hello.', '/b', '/a'),
        '/a': late('/a', STUDIO),
        '/b': late('/b', STUDIO),
        '/c': page(AGENCY),
        '/d': redirect('/c'),
      };
    };
    const [one, other] = [await looked(site('/a')), await looked(site('/b'))];
    expect(one.claims).toEqual(['/a Studio costs €19 a month', '/c Agency costs €49 a month']);
    expect({ ...other, asked: [] }).toEqual({ ...one, asked: [] });
  });
});
