/** Stories: what stands in shadow roots and in frames that hold their own text is part of the page. */
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../verifier/claims/text.ts';
import { readHtml } from '../../../verifier/readers/html.ts';
import { readHtmlFile } from '../../../verifier/readers/html-file.ts';
import { claimsOf } from '../claims/claims-of.ts';

const words = (html: string) =>
  readHtml(html, '/').blocks.map(
    (block) =>
      `${block.kind}: ${textsOf(block)
        .map((text) => text.value)
        .join(' | ')}`,
  );
const claims = (html: string) => claimsOf(html, { product: 'harbor', html: true });

describe('a declared shadow root', () => {
  it('is what its host shows', () => {
    expect(
      claims('<plan-card><template shadowrootmode="open"><h3>Studio</h3><p>€29 per month</p></template></plan-card>'),
    ).toEqual(['plan-card > p «€29 per month» studio-2024: month price = 2900 EUR']);
  });
  it('shows children of its host where it has a slot for them, and others nowhere', () => {
    expect(
      words(
        '<plan-card><template shadowrootmode="closed"><h3><slot name="name">Plan</slot></h3><slot></slot><p><slot name="note">no note</slot></p></template><b slot="name">Studio</b><p>25 forms</p><i slot="gone">99 forms</i></plan-card>',
      ),
    ).toEqual(['heading: Studio', 'paragraph: 25 forms', 'paragraph: no note']);
  });
  it('may stand in another one, and pass on what it was given', () => {
    expect(
      words(
        '<a-b><template shadowrootmode="open"><c-d><template shadowrootmode="open"><p>[<slot></slot>]</p></template><slot></slot></c-d></template>25 forms</a-b>',
      ),
    ).toEqual(['paragraph: [25 forms]']);
  });
  it('fills its own slots alone, and of one name only the first', () => {
    expect(
      words(
        '<a-b><template shadowrootmode="open"><c-d><template shadowrootmode="open"><p><slot>no forms</slot></p></template></c-d><p><slot></slot></p><p><slot>no more</slot></p></template>25 forms</a-b>',
      ),
    ).toEqual(['paragraph: no forms', 'paragraph: 25 forms', 'paragraph: no more']);
  });
});

describe('a frame that holds its own text', () => {
  it('is read, and its heading speaks for it alone', () => {
    expect(
      claims(
        '<h2>Agency</h2><iframe srcdoc="<h3>Studio</h3><p>&amp;euro;29 per month</p>"></iframe><p>20 team members</p>',
      ),
    ).toEqual([
      'iframe > p «€29 per month» studio-2024: month price = 2900 EUR',
      'p «20 team members» agency-2024: team_members = 20 member',
    ]);
  });
  it('stands in a file where the frame stands', () => {
    const { blocks } = readHtmlFile('<p>x</p>\n<iframe srcdoc="<p>25 &amp;amp; forms</p>"></iframe>', 'a.html');
    const [text] = textsOf(blocks.at(-1)!);
    expect(text!.value).toBe('25 & forms');
    expect(text!.place(0, 2)).toMatchObject({ line: 2, column: 1 });
  });
  it('ends somewhere, however often frames are put in frames', () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    let html = '<p>25 forms</p>';
    for (let n = 0; n < 12; n++) html = `<p>${n}</p><iframe srcdoc="${escaped(html)}"></iframe>`;
    expect(words(html).length).toBeGreaterThan(3);
  });
});
