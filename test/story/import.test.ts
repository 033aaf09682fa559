/** A company brings its plans from another format: one command, and nothing of them is lost without a word. */
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Copy, emptyFolder, REPOSITORY } from './copied-workspace.ts';

const FIXTURES = join(REPOSITORY, 'test/matrix/import/fixtures');

let copy: Copy | undefined;
afterEach(() => copy?.remove());

function folderWith(...files: string[]): Copy {
  copy = emptyFolder();
  for (const file of files) cpSync(join(FIXTURES, file), join(copy.root, file.replace(/^.*\//, '')));
  return copy;
}

describe('planproof import', () => {
  it('writes a matrix that check reads, and says what it left out', async () => {
    const here = folderWith('pricing2yaml/harbour-planner.yml');
    const { code, stdout, stderr } = await here.run([
      'import',
      'pricing2yaml',
      'harbour-planner.yml',
      '--out',
      'entitlements.yaml',
    ]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('wrote entitlements.yaml\n');
    const reason = 'Not carried: tags.2 (Unused): a group without a feature.';
    expect(stderr).toContain(`${reason}\n`);
    const written = here.read('entitlements.yaml');
    expect(written).toContain(`# ${reason}\n`);
    expect(written).toContain(
      '    price: { USD: { month: [{ amount: 25, per: user }, { amount: 18.75, per: user, billed: year }] } }\n',
    );
    here.write('planproof.config.yaml', 'planproof: 1\nmatrix: entitlements.yaml\nsurfaces: []\n');
    expect((await here.run(['generate', '--check'])).code).toBe(0);

    const again = await here.run(['import', 'pricing2yaml', 'harbour-planner.yml', '--out', 'entitlements.yaml']);
    expect([again.code, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toMatch(
      /^planproof: entitlements\.yaml is already there, and import does not write over it: .*\n$/,
    );
    expect(here.read('entitlements.yaml')).toBe(written);
  });

  it('prints the matrix, or one object with all of it', async () => {
    const here = folderWith('stripe-shortest.json');
    const { code, stdout } = await here.run(['import', 'stripe', 'stripe-shortest.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('\nproduct: stripe-shortest\n');
    const data = await here.run(['import', 'stripe', 'stripe-shortest.json', '--json']);
    expect(data.code).toBe(0);
    const { matrix, not_carried, problems } = JSON.parse(data.stdout);
    expect([matrix, problems]).toEqual([stdout, []]);
    expect(not_carried).toContainEqual({
      what: 'products.prod_A.marketing_features.1',
      value: 'Made in Oslo',
      reason: 'a line of a pricing table that names no feature of the product',
      line: 3,
    });
    expect(readdirSync(here.root)).toEqual(['stripe-shortest.json']);
  });

  it('tells a bad file at its place, and writes nothing', async () => {
    const here = folderWith();
    here.write('tide.yml', 'syntaxVersion: "2.1"\nsaasName: Tide\ncurrency: dollars\nfeatures: {}\n');
    const { code, stdout, stderr } = await here.run(['import', 'pricing2yaml', 'tide.yml', '--out', 'x.yaml']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      [
        'tide.yml:3:11 error import/malformed',
        '  `currency` is `dollars`.',
        '  3 | currency: dollars',
        '    |           ^^^^^^^',
        '  Write: a currency as ISO 4217 writes it, such as USD.',
        '\n',
      ].join('\n'),
    );
    expect(existsSync(join(here.root, 'x.yaml'))).toBe(false);
  });

  it.each([
    [[], /`planproof import` needs a format and a file: write one of pricing2yaml, stripe, then the file\./],
    [['pricing3'], /There is no format `pricing3` to import: write one of pricing2yaml, stripe, then the file\./],
    [['constructor', 'a'], /There is no format `constructor` to import/],
    [['stripe'], /`planproof import stripe` needs a file: write its path after the format\./],
    [['stripe', 'a', 'b'], /`planproof import` takes no `b`: leave it out\./],
    [['stripe', 'nowhere.json'], /nowhere\.json does not exist: write the path of the file to import\./],
    [['stripe', '.'], /\. is a folder: write the path of the file to import\./],
  ])('%j ends with 2 and one sentence', async (names, sentence) => {
    const { code, stdout, stderr } = await folderWith().run(['import', ...names]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says what an export looks like, and how to make it', async () => {
    const { code, stdout } = await folderWith().run(['import', '--help']);
    expect(code).toBe(0);
    for (const words of [
      '"product_features"',
      'GET /v1/entitlements/features',
      '-e data.tiers',
      'has_more',
      'syntaxVersion 2.1',
    ])
      expect(stdout).toContain(words);
  });
});
