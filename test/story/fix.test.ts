/** `check --fix` through the command line: what is certain is mended, everything else stays, and a check follows. */
import { afterEach, expect, it } from 'vitest';
import { type Copy, copyStranger } from './copied-workspace.ts';

const copies: Copy[] = [];
afterEach(() => {
  for (const copy of copies.splice(0)) copy.remove();
});
const stranger = () => {
  const copy = copyStranger();
  copies.push(copy);
  return copy;
};

it('mends a price and a number, says so, and ends clean', async () => {
  const copy = stranger();
  const before = copy.read('README.md');
  copy.edit('README.md', 'Studio costs €19 a month', 'Studio costs €21 a month');
  expect((await copy.run(['check'])).code).toBe(1);
  const { code, stderr } = await copy.run(['check', '--fix']);
  expect(stderr).toMatch(/README\.md mended: Studio costs €19 per month in the matrix, and €21 per month here\./);
  expect(code).toBe(0);
  expect(copy.read('README.md')).toBe(before);
});

it('leaves what people must decide, and still ends with 1', async () => {
  const copy = stranger();
  copy.edit('README.md', 'Webhooks are available on Studio and above', 'Webhooks are available on Hobby and above');
  const broken = copy.read('README.md');
  const { code, stderr } = await copy.run(['check', '--fix']);
  expect([code, copy.read('README.md')]).toEqual([1, broken]);
  expect(stderr).toMatch(/nothing was mended/);
});

it('leaves what is waived', async () => {
  const copy = stranger();
  copy.edit('README.md', 'Studio costs €19 a month', 'Studio costs €21 a month');
  const broken = copy.read('README.md');
  const report = JSON.parse((await copy.run(['check', '--json'])).stdout) as { findings: { key: string }[] };
  const [{ key }] = report.findings as [{ key: string }];
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await copy.run(['check', '--waive', key, '--owner', 'Ada', '--until', until, '--reason', 'Raised on Monday.']);
  const { code } = await copy.run(['check', '--fix']);
  expect([code, copy.read('README.md')]).toEqual([0, broken]);
});

it('writes nothing while the matrix is broken, and is no part of a hook', async () => {
  const copy = stranger();
  copy.edit('README.md', 'Studio costs €19 a month', 'Studio costs €21 a month');
  const broken = copy.read('README.md');
  expect((await copy.run(['check', '--fix', '--staged'])).stderr).toMatch(/leave out `--fix`/);
  const path = 'harbor.matrix.yaml';
  copy.write(path, `${copy.read(path)}\nplanz: {}\n`);
  expect((await copy.run(['check', '--fix'])).code).toBe(1);
  expect(copy.read('README.md')).toBe(broken);
});
