/** Markup says nothing that words do not: without it, the same claims are read. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { vocabulary } from '../../matrix/vocabulary.ts';
import { loadMatrix } from '../../scripts/workspace.ts';
import { readClaims } from '../../verifier/claims/read-claims.ts';
import { readHtml } from '../../verifier/readers/html.ts';
import { readMarkdown } from '../../verifier/readers/markdown.ts';
import type { Observation } from '../../verifier/types.ts';
import { REPOSITORY } from './copied-workspace.ts';

const { matrix } = loadMatrix(REPOSITORY, 'matrix/entitlements.yaml');
const words = vocabulary(matrix!);
const claims = (observations: Observation[]) => observations.map(({ about, outcome }) => ({ about, outcome }));

const pages = globSync('dist/site/**/*.html', { cwd: REPOSITORY });
const docs = globSync('site/content/docs/**/*.md', { cwd: REPOSITORY });

it.each(pages)('%s reads the same without data attributes and JSON-LD', (path) => {
  const html = readFileSync(join(REPOSITORY, path), 'utf8');
  const bare = html
    .replace(/\sdata-[\w-]+(?:="[^"]*")?/g, '')
    .replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '');
  expect(claims(readClaims(readHtml(bare, '/').blocks, { surface: 'site', vocabulary: words }))).toEqual(
    claims(readClaims(readHtml(html, '/').blocks, { surface: 'site', vocabulary: words })),
  );
});

it.each(docs)('%s reads the same without region markers', (path) => {
  const text = readFileSync(join(REPOSITORY, path), 'utf8');
  const bare = text.replace(/<!--[\s\S]*?-->/g, '');
  expect(claims(readClaims(readMarkdown(bare, path), { surface: 'docs', vocabulary: words }))).toEqual(
    claims(readClaims(readMarkdown(text, path), { surface: 'docs', vocabulary: words })),
  );
});

it('at least 30 claims stand in hand-written prose outside regions and printed pages', () => {
  const prose = docs
    .filter((path) => !path.includes('reference/'))
    .flatMap((path) => {
      const text = readFileSync(join(REPOSITORY, path), 'utf8').replace(
        /<!--\s*planproof:begin[\s\S]*?planproof:end\s*-->/g,
        '',
      );
      return readClaims(readMarkdown(text, path), { surface: 'docs', vocabulary: words });
    });
  const certain = prose.filter(({ about }) => 'certain' in about && about.certain);
  expect(certain.length).toBeGreaterThanOrEqual(30);
  expect(pages.length).toBeGreaterThan(10);
});

it('no internal or marker key, no id and no value stands in the markup of the site', () => {
  const hidden = [
    'demo_fixtures',
    'white_label',
    'multi_user',
    'Hosted Capacity Policy',
    'White-Label Branding',
    'Multi-User Mode',
    'Demo Fixtures',
  ];
  for (const path of pages) {
    const html = readFileSync(join(REPOSITORY, path), 'utf8');
    for (const one of hidden) expect(html, path).not.toContain(one);
    for (const [, value = ''] of html.matchAll(/\sdata-(?:plan|key|value)[\w-]*="([^"]*)"/g))
      expect(value).toMatch(/^[a-z][a-z0-9_]*$/);
  }
});
