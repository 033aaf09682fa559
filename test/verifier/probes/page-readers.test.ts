/** Threads read what is read here, whatever becomes of one of them. */
import { expect, it } from 'vitest';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import type { SentPage } from '../../../verifier/crawl/read-answer.ts';
import { PageReaders } from '../../../verifier/probes/page-readers.ts';
import { readSitePage } from '../../../verifier/probes/read-site-page.ts';
import { MATRICES } from '../claims/claims-of.ts';

const PAGES = { surface: 'site', vocabulary: vocabulary(MATRICES.pulse) };
const ENOUGH = { many: 0, threads: 2, megabytes: 1024 };

function sent(address: string, html: string): SentPage {
  return { address, type: 'text/html; charset=utf-8', link: '', bytes: Buffer.from(html) };
}

function page(n: number): SentPage {
  const words = n % 3 ? `Relay keeps ${n} days of metric history.` : '';
  return sent(`/${n}`, `<main><h1>Page ${n}</h1><p>${words} <a href="/${n + 1}">On</a></p></main>`);
}

/** As it is once it was written out. */
async function readHere(one: SentPage) {
  return JSON.parse(JSON.stringify(await readSitePage(one, PAGES)));
}

it('gives the same as reading here, each page its own', async () => {
  const all = [...Array.from({ length: 60 }, (_, n) => page(n)), sent('/empty', ''), sent('/list.json', '{"a":1}')];
  const readers = new PageReaders(PAGES, ENOUGH);
  const expected = await Promise.all(all.map(readHere));
  const seen = () => Promise.all(all.map((one) => readers.read(one)));
  expect(await seen()).toEqual(expected);
  await expect.poll(() => readers.threads).toBe(2);
  expect(await seen()).toEqual(expected);
  await readers.close();
});

it('a page that is too much for a thread is unread, and no other', async () => {
  const readers = new PageReaders(PAGES, { ...ENOUGH, megabytes: 48 });
  await readers.read(page(1));
  await expect.poll(() => readers.threads).toBe(2);
  const large = sent('/large', '<b>x</b>'.repeat(600_000));
  const all = [page(1), page(2), large, page(4), page(5), page(7)];
  const seen = await Promise.all(all.map((one) => readers.read(one)));
  expect(seen[2]).toEqual({ reason: 'cannot be read (ERR_WORKER_OUT_OF_MEMORY)' });
  const others = [0, 1, 3, 4, 5];
  expect(others.map((n) => seen[n])).toEqual(await Promise.all(others.map((n) => readHere(all[n]!))));
  await readers.close();
});

it('nothing is left running', async () => {
  const readers = new PageReaders(PAGES, ENOUGH);
  const seen = await readers.read(page(1));
  expect(seen).toEqual(await readHere(page(1)));
  await readers.close();
  expect(readers.threads).toBe(0);
});
