/** robots.txt as RFC 9309 reads it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRobots } from '../../../verifier/crawl/robots.ts';

const star = (rules: string) => readRobots(`User-agent: *\n${rules}`);

it.each<[string, string, boolean]>([
  ['Disallow: /fish', '/fish.html', false],
  ['Disallow: /fish', '/Fish', true],
  ['Disallow: /fish/', '/fish', true],
  ['Disallow: /*.php', '/a/b.php?x', false],
  ['Disallow: /*.php$', '/b.php?x', true],
  ['Disallow: /*.php$', '/b.php', false],
  ['Disallow: /fish*.php', '/fishheads/catfish.php?id', false],
  ['Disallow: /\nAllow: /p', '/page', true],
  ['Disallow: /page\nAllow: /page', '/page', true],
  ['Disallow: /*.htm\nAllow: /page', '/page.htm', false],
  ['Disallow: /$', '/a', true],
  ['Disallow: /$', '/', false],
  ['Disallow:', '/a', true],
  ['Disallow: /a%7Eb', '/a~b', false],
  ['Disallow: /a # why', '/a', false],
  ['Disallow: /', '/robots.txt', true],
])('%s: %s is allowed: %s', (rules, path, allowed) => {
  expect(star(rules).allows(path)).toBe(allowed);
});

it('the group that names us counts, and all of its parts', () => {
  const robots = readRobots(
    'User-agent: a\nUser-agent: PlanProof\nDisallow: /x\n\nUser-agent: *\nDisallow: /\n\nUser-agent: planproof\nDisallow: /y\nCrawl-delay: 2\nSitemap: https://a.example/s.xml',
  );
  expect(['/x', '/y', '/z'].map(robots.allows)).toEqual([false, false, true]);
  expect([robots.delay, robots.sitemaps]).toEqual([2, ['https://a.example/s.xml']]);
});

it('any text is read, in time that grows with its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.webPath(), (text, path) => {
      expect(typeof readRobots(text).allows(path)).toBe('boolean');
    }),
  );
  const started = performance.now();
  expect(star(`Disallow: /${'*a'.repeat(20_000)}$`).allows(`/${'a'.repeat(20_000)}b`)).toBe(true);
  expect(performance.now() - started).toBeLessThan(500);
});
