/** What is only likely to be meant is told when one asks for it, as a note that fails nothing. */
import { afterEach, expect, it } from 'vitest';
import { type Drifting, drifting, rulesOf } from './drifting.ts';

let copy: Drifting | undefined;
afterEach(() => copy?.remove());

it('is a note with --guesses, and nothing without', async () => {
  copy = drifting();
  const before = rulesOf((await copy.report()).report);
  copy.write('README.md', `${copy.read('README.md')}\n\nIt looks after your 99 forms.\n`);
  expect(rulesOf((await copy.report()).report)).toEqual(before);
  const { report } = await copy.report(['--guesses']);
  expect(rulesOf(report).filter((rule) => !before.includes(rule))).toEqual(['claim/guessed']);
  expect(report.findings.find((one) => one.rule === 'claim/guessed')).toMatchObject({
    level: 'note',
    about: { subject: { key: 'forms' }, versions: [] },
  });
});
