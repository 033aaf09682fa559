/** Stories: what heads rows and columns stands in several cells, or beside other words. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../claims/claims-of.ts';

const claims = (html: string) =>
  claimsOf(`<table>${html}</table>`, { product: 'harbor', html: true }).map((one) => one.replace(/^.*?» /, ''));

const FORMS = '<tr><td>Forms</td><td>3</td><td>25</td></tr>';
const READ = ['hobby-2024: forms = 3 form', 'studio-2024: forms = 25 form'];

describe('plans in columns', () => {
  it.each([
    '<thead><tr><th></th><th colspan="2">Self-serve</th></tr><tr><th></th><th>Hobby</th><th>Studio</th></tr></thead>',
    '<tr><th></th><th colspan="2">Self-serve</th></tr><tr><th></th><th>Hobby</th><th>Studio</th></tr>',
    '<tr><td></td><td colspan="2">Self-serve</td></tr><tr><td></td><td>Hobby</td><td>Studio</td></tr>',
    '<thead><tr><th rowspan="2">Feature</th><th>For one</th><th>For some</th></tr><tr><th>Hobby</th><th>Studio</th></tr></thead>',
    '<thead><tr><th colspan="3">Compare our plans</th></tr><tr><th></th><th>Hobby</th><th>Studio</th></tr></thead>',
    '<thead><tr><th></th><th>Hobby</th><th>Studio</th></tr><tr><th></th><th>For you alone</th><th>For small teams</th></tr></thead>',
    '<tr><th></th><th><div>Hobby</div><div>For you alone</div></th><th><div>Studio</div><p>For small teams</p></th></tr>',
    '<tr><th></th><th>Hobby<br><small>For you alone</small></th><th>Studio<button>Start building</button></th></tr>',
  ])('%s', (head) => {
    expect(claims(head + FORMS)).toEqual(READ);
  });
  it('each with an interval of its own', () => {
    expect(
      claims(
        '<thead><tr><th></th><th colspan="2">Studio</th><th>Agency</th></tr><tr><th></th><th>Monthly</th><th>Yearly</th><th>Monthly</th></tr></thead><tr><td>Price</td><td>€29</td><td>€190</td><td>€49</td></tr>',
      ),
    ).toEqual([
      'studio-2024: month price = 2900 EUR',
      'studio-2024: year price = 19000 EUR',
      'agency-2024: month price = 4900 EUR',
    ]);
  });
  it.each([
    '<thead><tr><th></th><th>Harbor</th><th>Rival</th></tr><tr><th></th><th>Studio</th><th>Studio</th></tr></thead>',
    '<thead><tr><th></th><th>Before</th><th>Until 2024</th></tr><tr><th></th><th>Hobby</th><th>Studio</th></tr></thead>',
    '<thead><tr><th></th><th>Hobby to Studio</th><th>Studio to Agency</th></tr><tr><th></th><th>Hobby</th><th>Studio Agency</th></tr></thead>',
  ])('not those of another product or time: %s', (head) => {
    expect(
      claims(`${head}<tr><td>Forms</td><td>99</td><td>99</td></tr>`).filter((one) => !one.startsWith('hobby')),
    ).toEqual([]);
  });
  it('only ours, where the product’s own name stands over them', () => {
    expect(
      claims(
        '<thead><tr><th></th><th>Harbor Forms</th><th>Rival</th></tr><tr><th></th><th>Studio</th><th>Agency</th></tr></thead><tr><td>Team members</td><td>5</td><td>99</td></tr>',
      ),
    ).toEqual(['studio-2024: team_members = 5 member']);
  });
});

describe('rows', () => {
  const head = '<tr><th></th><th>Hobby</th><th>Studio</th></tr>';
  it.each([
    '<th>Forms<span role="tooltip">How many forms you can create now</span></th>',
    '<th>Forms <button aria-label="More about forms"><svg></svg></button></th>',
    '<th>Forms <button aria-describedby="t">i</button><div id="t" role="tooltip">All forms that are published</div></th>',
    '<td><span class="tooltip">Forms<span class="tooltiptext">All your forms</span></span></td>',
    '<td><div>Forms</div><p>How many forms you can create</p></td>',
    '<td>Forms<br>What people fill in</td>',
    '<td><img alt="A sheet" src="x.png">Forms<small>What people fill in</small></td>',
    '<td>Forms <svg aria-label="More about forms"></svg></td>',
  ])('named before what is said of them: %s', (name) => {
    expect(claims(`${head}<tr>${name}<td>3</td><td>25</td></tr>`)).toEqual(READ);
  });
  it.each([
    '<td>Forms<small>add-on</small></td>',
    '<td><div>Forms</div><p>used by guests</p></td>',
    '<td>Forms<br>in the beta only</td>',
    '<td><div>Extra packs</div><p>Each has more</p><p>Forms</p></td>',
    '<td>Files<span role="tooltip">Per form</span></td>',
  ])('of something else: %s', (name) => {
    expect(claims(`${head}<tr>${name}<td>7</td><td>8</td></tr>`)).toEqual([]);
  });
});
