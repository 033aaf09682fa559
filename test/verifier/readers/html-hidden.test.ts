/** Stories: what a page hides and a click or a script shows. Each lists what an audit tells of it, and nothing else is told. */
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { unreadFindings } from '../../../verifier/audit/unread.ts';
import { readClaims, readHidden } from '../../../verifier/claims/read-claims.ts';
import { judge } from '../../../verifier/judge/judge.ts';
import { pair } from '../../../verifier/pair/pair.ts';
import { readHtml } from '../../../verifier/readers/html.ts';
import { MATRICES } from '../claims/claims-of.ts';

const matrix = MATRICES.harbor;
const options = { surface: 'site', vocabulary: vocabulary(matrix) };

/** `price/differs €29 per month`, `unread €29`: the words that a finding is about. */
function told(html: string): string[] {
  const { blocks } = readHtml(html, '/');
  const observations = [...readClaims(blocks, options), ...readHidden(blocks, options)];
  const pairs = observations.flatMap((seen) => pair(matrix, seen));
  const looked = { id: 'site', kind: 'site' as const, observations, documents: 1, excluded: [] };
  const all = [...judge(matrix, pairs).findings, ...unreadFindings(matrix, looked as never, pairs)];
  return all
    .filter(({ says }) => !says.includes('nothing was found there'))
    .map(({ rule, sides }) => `${rule} ${sides[1]!.at.map((at) => (at.kind === 'page' ? at.words : '')).join(' | ')}`);
}

const SCRIPT = '<script src="/a.js"></script>';

describe('what a click plainly leads to', () => {
  it.each([
    '<div role="tabpanel" hidden><h3>Studio</h3><p>€29 per month</p></div>',
    '<div role="tabpanel" style="display: none"><p>Studio costs €29 per month.</p></div>',
    '<button aria-controls="more">More</button><section id="more" hidden><h3>Studio</h3><p>€29 per month</p></section>',
    '<a href="#more">More</a><div id="more" style="display:none"><h3>Studio</h3><p>€29 per month</p></div>',
    '<p hidden="until-found">Studio costs €29 per month.</p>',
    '<div class="billing-yearly" hidden><h3>Studio</h3><p>€290 per year</p></div>',
    '<h3>Studio</h3><p><span data-billing="monthly">€19 per month</span> <span data-billing="yearly" hidden>€290 per year</span></p>',
    '<h3>Studio</h3><p><b x-show="yearly" style="display:none">€290</b><i x-show="yearly" style="display:none">/year</i></p>',
    '<h3>Studio</h3><p>€19</p><p class="yearly" hidden>€290</p><p>per month</p><p class="yearly" hidden>/ year</p>',
    '<table><tr><th></th><th>Hobby</th><th>Studio</th></tr><tr><td>Price</td><td>Free</td><td><span class="month">€19 per month</span><span class="year" hidden>€290 per year</span></td></tr></table>',
  ])('is copy: %s', (html) => {
    expect(told(html)).toHaveLength(1);
    expect(told(html)[0]).toMatch(/^price\/differs .*€29/);
    expect(told(html.replaceAll('290', '190').replaceAll('€29', '€19'))).toEqual([]);
  });
  it('may be a month’s share of what is paid once a year', () => {
    const half = (price: string) =>
      told(`<h3>Studio</h3><p>€19 / month</p><div class="yearly" hidden><p>${price} / month</p></div>`);
    expect(half('€15.83')).toEqual([]);
    expect(half('€16')).toEqual([]);
    expect(half('€19')).toEqual([]);
    expect(half('€17')).toEqual(['price/differs €17 / month']);
  });
  it('heads and introduces nothing that is shown', () => {
    expect(
      told('<h3>Studio</h3><div role="tabpanel" hidden><h2>Agency</h2></div><ul><li>20 team members</li></ul>'),
    ).toEqual(['limit/differs 20 team members']);
    expect(told('<p>Studio gives you:</p><p role="tabpanel" hidden>For all:</p><ul><li>99 forms</li></ul>')).toEqual([
      'limit/differs 99 forms',
    ]);
  });
  it('parts no words that are shown together', () => {
    expect(told('<h3>Studio</h3><p>€19 <b class="yearly" hidden>€190</b> per month</p>')).toEqual([]);
    expect(told('<h3>Studio</h3><div>€29 <div class="yearly" hidden>€190 / year</div> per month</div>')).toEqual([
      'price/differs €29 per month',
    ]);
    const far = '<p class="yearly" hidden>€1</p>'.repeat(9);
    expect(readHtml(`<p>€29</p>${far}<p>per month</p>`, '/').blocks.at(-1)).not.toHaveProperty('hidden');
  });
});

describe('what a script may show, or nobody', () => {
  it.each([
    '<p hidden>Studio costs €29 per month.</p>',
    '<template><h3>Studio</h3><p>€29 per month</p></template>',
    '<h3>Studio</h3><p>€19 / month <b hidden>€290 / year</b></p>',
    '<h3>Studio</h3><p>€19 / month <b hidden>€29</b></p>',
    '<h3>Studio</h3><p data-month="€29">€19 per month</p>',
    '<h3>Studio</h3><p><b data-monthly="€19" data-yearly="€290">€19</b> / month</p>',
    '<h3>Studio</h3><p>€<b data-monthly="19" data-yearly="290">19</b> / month</p>',
    '<h3>Studio</h3><div style="display:none"><ul><li>99 forms</li></ul></div>',
    '<table><tr><th></th><th>Hobby</th><th>Studio</th></tr><tr hidden><td>Forms</td><td>3</td><td>99</td></tr></table>',
    '<table><tr><th></th><th>Hobby</th><th>Studio</th></tr><tbody style="display:none"><tr><td>Forms</td><td>3</td><td>99</td></tr></tbody></table>',
    '<table><tr><th></th><th>Studio</th></tr><tr><td>Price per month</td><td>€19<i hidden>€29</i></td></tr></table>',
    '<table><tr><th></th><th>Studio</th></tr><tr><td>Price per month</td><td data-yearly="€290">€19</td></tr></table>',
  ])('is told where it would be wrong: %s', (html) => {
    expect(told(html + SCRIPT)).toHaveLength(1);
    expect(told(html + SCRIPT)[0]).toMatch(/^surface\/unread .*(?:29|99)/);
  });
  it.each([
    '<p hidden>Studio costs €19 per month.</p>',
    '<template><h3>Studio</h3><p>€190 per year</p></template>',
    '<h3>Studio</h3><p>€19 / month <b hidden>€190</b></p>',
    '<h3>Studio</h3><p>€<b data-monthly="19" data-yearly="15.83">19</b> / month</p>',
    '<h3>Studio</h3><p><b data-price="1900" data-price-id="price_29" data-index="29">€19</b> / month</p>',
    '<h3>Studio</h3><p>€<b data-price="1900">19</b> / month</p>',
    '<h3>Studio</h3><p data-month="29">For 19 people</p>',
    '<h3>Studio</h3><ul><li data-position="29">25 forms</li></ul>',
    '<nav hidden><a href="/pricing">Pricing</a><a href="/29">29 guides</a></nav>',
    '<div hidden id="cookies"><p>We keep 3 cookies for 29 days.</p><button>Accept</button></div>',
    '<div style="display:none"><h3>Menu</h3><ul><li>Docs</li></ul></div>',
    '<template><li class="row"><span></span><b>0</b></li></template>',
    '<table><tr><th></th><th>Hobby</th><th>Studio</th></tr><tr hidden><td>Forms</td><td>3</td><td>25</td></tr></table>',
  ])('is nothing to tell where it is right, or speaks of no plan: %s', (html) => {
    expect(told(html + SCRIPT)).toEqual([]);
  });
  it('is seen by nobody where nothing can show it', () => {
    expect(told('<p hidden>Studio costs €29 per month.</p><template><p>Studio has 99 forms.</p></template>')).toEqual(
      [],
    );
    expect(told('<p hidden>Studio costs €29 per month.</p><script type="application/ld+json">{}</script>')).toEqual([]);
  });
  it('publishes nothing', () => {
    const { blocks } = readHtml(`<p hidden>Studio has webhooks.</p>${SCRIPT}`, '/');
    expect(readHidden(blocks, options).flatMap((seen) => pair(matrix, seen))).toEqual([]);
    expect(readClaims(blocks, options)).toEqual([]);
  });
});
