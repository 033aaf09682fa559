/** Stories: pages as they come, however deep, long or broken. */
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../verifier/claims/text.ts';
import { hasElement, readHtml } from '../../../verifier/readers/html.ts';

const words = (html: string) =>
  readHtml(html, '/').blocks.map(
    (block) =>
      `${block.kind}: ${textsOf(block)
        .map((text) => text.value)
        .join(' | ')}`,
  );

describe('what stands beside the text of a page', () => {
  it('is read: the head of a whole page, and offers set as data, whose script is the place', () => {
    const { blocks, unread } = readHtml(
      '<!doctype html><html><head><title>Prices</title><meta name="description" content="Studio: 25 forms"><script type="application/ld+json">{"@type":"Offer","name":"Studio","price":"19","priceCurrency":"EUR","unitCode":"MON"}</script></head><body><p>x</p></body></html>',
      '/',
    );
    expect(blocks.map((block) => textsOf(block).map((text) => text.value))).toEqual([
      ['Prices'],
      ['Studio: 25 forms'],
      ['x'],
      ['Studio'],
      ['EUR 19 per month'],
    ]);
    expect(textsOf(blocks.at(-1)!)[0]!.place(0, 6)).toEqual({
      kind: 'page',
      url: '/',
      selector: 'head > script',
      words: 'EUR 19',
    });
    expect(unread).toEqual([]);
  });
  it('is unread where data is no JSON', () => {
    expect(readHtml('<body><script type="application/ld+json">{"a":</script><p>x</p>', '/').unread).toEqual(['script']);
  });
  it('is said where an element has a label and no words, but not a tooltip on an empty cell', () => {
    expect(words('<p><i title="Included"></i> <b aria-label="25 forms"></b> <a title="Pro">Studio</a></p>')).toEqual([
      'paragraph: Included 25 forms Studio',
    ]);
    expect(
      words('<table><tr><td title="Pro"></td><td aria-label="Yes"></td></tr><tr><td>a</td><td>b</td></tr></table>'),
    ).toEqual(['table:  | Yes | a | b']);
  });
});

describe('what is read aloud', () => {
  it('leaves out what is hidden, struck, quoted, coded or scripted', () => {
    const html =
      '<p hidden>a</p><p aria-hidden="true">b</p><p style="display: none">c</p><del>d</del><s>e</s><blockquote>f</blockquote><pre>g</pre><script>h</script><style>i</style><template>j</template><noscript>k</noscript><p>seen</p>';
    expect(words(html)).toEqual(['paragraph: seen']);
  });
  it('says what stands for a picture', () => {
    expect(
      words(
        '<p><img alt="Included" src="x"> <svg><title>Yes</title><path/></svg> <svg aria-label="No"></svg> <span role="img" aria-label="Ja">x</span></p>',
      ),
    ).toEqual(['paragraph: Included Yes No Ja']);
  });
  it('takes a summary for a heading, unless it holds one', () => {
    expect(words('<details><summary>Studio</summary>25 forms</details>')).toEqual([
      'heading: Studio',
      'paragraph: 25 forms',
    ]);
    expect(words('<details><summary><h3>Studio</h3></summary>25 forms</details>')).toEqual([
      'heading: Studio',
      'paragraph: 25 forms',
    ]);
  });
  it('joins a period to the amount before it', () => {
    expect(words('<p>€19</p><p>per month</p><p>billed monthly</p>')).toEqual([
      'paragraph: €19 per month billed monthly',
    ]);
  });
});

describe('tables', () => {
  it('keeps a table in a layout table apart', () => {
    expect(
      words(
        '<table><tr><td>left</td><td><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>',
      ),
    ).toEqual(['paragraph: left', 'table: A | B | 1 | 2']);
  });
  it('spreads spanned cells', () => {
    expect(
      words(
        '<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan="2">1</td><td colspan="2">2</td></tr><tr><td>3</td><td>4</td></tr></table>',
      ),
    ).toEqual(['table: A | B | C | 1 | 2 | 2 | 1 | 3 | 4']);
  });
  it('joins head rows', () => {
    expect(
      words(
        '<table><thead><tr><th rowspan="2">Plan</th><th colspan="2">Price</th></tr><tr><th>Monthly</th><th>Yearly</th></tr></thead><tr><td>Studio</td><td>19</td><td>190</td></tr></table>',
      ),
    ).toEqual(['table: Plan | Price Monthly | Price Yearly | Studio | 19 | 190']);
  });
  it('bears spans that nobody could mean', () => {
    expect(
      words(
        '<table><tr><th>A</th><th>B</th></tr><tr><td colspan="99999999" rowspan="-1">1</td><td colspan="x">2</td></tr></table>',
      )[0],
    ).toContain('table: A | B | 1');
  });
  it('takes terms and what is said of them as rows', () => {
    expect(words('<dl><div><dt>Studio</dt><dd>25 forms</dd><dd>€19</dd></div><dt>Alone</dt></dl>')).toEqual([
      'table: Studio | 25 forms | €19',
    ]);
  });
});

describe('any page', () => {
  const depth = 10_000;
  it.each([
    ['<div>', '</div>'],
    ['<ul><li>', '</li></ul>'],
    ['<section>', '</section>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<h2>', '</h2>'],
    ['<dl><dd>', '</dd></dl>'],
    ['<b>', ''],
    ['<svg>', ''],
  ])('%s nested ten thousand times', (open, close) => {
    const started = performance.now();
    const { blocks } = readHtml(`${open.repeat(depth)}25 forms${close.repeat(depth)}`, '/');
    for (const block of blocks) for (const text of textsOf(block)) text.place(0, 1);
    expect(performance.now() - started).toBeLessThan(5000);
  });
  it.each(['<p>25 forms', '<tr><td>a', '<p>/ month', '<div><h3>a</h3><p>b</p></div>', '<', 'a '])(
    'one megabyte of %j',
    (piece) => {
      const started = performance.now();
      const { blocks } = readHtml(piece.repeat(1_000_000 / piece.length), '/');
      for (const block of blocks) textsOf(block).at(-1)?.place(0, 1);
      expect(performance.now() - started).toBeLessThan(8000);
    },
  );
  it('finds the canonical address and elements', () => {
    const page = readHtml(
      '<head><link rel="canonical" href="/a"></head><main id="m" class="x y" data-z><table><tr><td><a href="/b">b</a></td></tr></table><nav><a href="/c">c</a></nav></main>',
      '/',
    );
    expect(page.canonical).toBe('/a');
    expect(['main', '#m', '.y', '[data-z]', '#n'].map((selector) => hasElement(page, selector))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});
