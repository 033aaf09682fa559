/** A picture shows the place, outlined, and never what was typed into a password field. */
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { around, type Picture, takePicture } from '../../../verifier/browse/take-picture.ts';
import { servePages } from './pages.ts';

const pages = servePages();
const PAGE = `<style>body{margin:0;background:#fff;font:20px sans-serif}p{margin:300px 0 0 500px}</style>
<input id="a" type="password" value="low-tide"><p id="p">Studio costs <b>€17</b> a month</p><div style="height:3000px"></div>`;

/** How many pixels of a picture are as red as the outline, and how many as pink as what hides a secret. */
const colours = (bytes: Uint8Array) =>
  pages.ofPicture<{ red: number; masked: number }>(
    bytes,
    `let red = 0, masked = 0;
    for (let n = 0; n < data.length; n += 4) {
      if (data[n] > 150 && data[n + 1] < 80 && data[n + 2] < 100) red += 1;
      if (data[n] > 220 && data[n + 1] < 60 && data[n + 2] > 220) masked += 1;
    }
    return { red, masked };`,
  );

it('is cropped around words that are spread over elements', async () => {
  pages.send('/page', PAGE);
  const picture = await pages.withPage(async (open) => {
    await open.goto('/page');
    const taken = await takePicture(open, [{ selector: '#p', words: 'costs €17' }]);
    expect(await open.page.evaluate(`document.querySelectorAll('[data-planproof-mark]').length`)).toBe(0);
    return taken as Picture;
  });
  expect([picture.width, picture.height]).toEqual([480, 200]);
  const { red, masked } = await colours(picture.bytes);
  expect(red).toBeGreaterThan(300);
  expect(masked).toBe(0);
  if (process.env.SHOW_PICTURES) writeFileSync(process.env.SHOW_PICTURES, picture.bytes);
});

it('hides what was typed into a password field', async () => {
  pages.send('/page', PAGE);
  const taken = await pages.withPage(async (open) => {
    await open.goto('/page');
    return takePicture(open, [{ selector: '#a', words: '' }]);
  });
  expect((await colours((taken as Picture).bytes)).masked).toBeGreaterThan(1_000);
});

it('is none where the words are gone', async () => {
  pages.send('/page', PAGE);
  await pages.withPage(async (open) => {
    await open.goto('/page');
    expect(await takePicture(open, [{ selector: '#gone', words: 'Agency costs nothing' }])).toBeUndefined();
  });
});

it('stays on the page, and small', () => {
  const page = { width: 1280, height: 5000 };
  const box = { x: 0, y: 4950, width: 100, height: 40 };
  expect(around([box], page)).toEqual({ x: 0, y: 4800, width: 480, height: 200 });
  expect(around([{ ...box, y: 0 }, box], page)).toEqual({ x: 0, y: 0, width: 480, height: 900 });
});
