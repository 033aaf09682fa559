/** A key that ends on a day is sold until that day, and is found from it on; what is printed does not depend on the day. */
import { afterEach, expect, it } from 'vitest';
import { type Copy, copyStranger } from './copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

it('decides from which day on a plan sells what no longer works', async () => {
  copy = copyStranger();
  copy.edit(
    'harbor.matrix.yaml',
    'also: [webhook] }',
    'also: [webhook], lifecycle: { sunset_at: 2027-03-01, replacement_key: custom_domains } }',
  );
  const before = await copy.run(['check', '--date', '2027-02-28']);
  expect(before.stdout + before.stderr).not.toContain('lifecycle/sunset');
  const from = await copy.run(['check', '--date', '2027-03-01']);
  expect(from.code).toBe(1);
  expect(from.stdout).toContain(
    '`webhooks` no longer works since 2027-03-01, and is still sold with `studio` and `agency`.',
  );
  expect((await copy.run(['generate'])).code).toBe(0);
});
