/** What would be a finding is asked again: the same answer stands, another one is unstable, and no finding is made of it. */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Holder, Value } from '../../../matrix/types.ts';
import { openWorkspace } from '../../../scripts/workspace.ts';
import { type Again, confirm } from '../../../verifier/audit/confirm.ts';
import type { Observation } from '../../../verifier/types.ts';

const matrix = openWorkspace(join(import.meta.dirname, '../../..')).matrix!;
const GATE = '/settings/audit';
const holders: Holder[] = ['pro_v6', 'msp_scale', 'community_v6', 'relay_v6'].map((version) => ({
  version,
  state: 'active',
}));

const value = (open: boolean): Value => ({ kind: open ? 'included' : 'excluded' });
const seen = (holder: Holder, open: boolean): Observation => ({
  surface: 'app',
  about: { holder, subject: { kind: 'capability', key: 'audit_logging', facet: GATE } },
  outcome: { kind: 'read', value: value(open) },
  at: [{ kind: 'page', url: GATE, selector: '', words: '' }],
});
const may = ({ version }: Holder) => version === 'pro_v6' || version === 'msp_scale';

it('is the case, whatever was answered first and second', async () => {
  const answers = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(answers, async (all) => {
      const asked: Holder[] = [];
      const again: Again = {
        can: () => true,
        look: async (suspects) =>
          suspects.map(({ about }) => {
            const { holder } = about as { holder: Holder };
            asked.push(holder);
            return seen(holder, all[holders.indexOf(holder)]![1]);
          }),
      };
      const told = await confirm(
        matrix,
        holders.map((holder, at) => seen(holder, all[at]![0])),
        again,
      );
      for (const [at, holder] of holders.entries()) {
        const [first, second] = all[at]!;
        const suspect = first !== may(holder);
        if (suspect) expect(asked).toContain(holder);
        const stands = !asked.includes(holder) || first === second;
        expect(told[at]!.outcome.kind).toBe(stands ? 'read' : 'unread');
      }
      // Of what is as it should be, one who got in and one who did not.
      expect(asked.filter((one) => all[holders.indexOf(one)]![0] === may(one)).length).toBeLessThanOrEqual(2);
    }),
  );
});

it('what takes much is asked again only where it is wrong, and what cannot be is told so', async () => {
  const looked: string[] = [];
  const again = (can: boolean): Again => ({
    ...{ can: () => can, costly: () => true, once: () => 'it would write' },
    look: async (all) => {
      looked.push(...all.map(({ about }) => (about as { holder: Holder }).holder.version));
      return all;
    },
  });
  const [pro, scale] = holders as [Holder, Holder];
  const first = [seen(pro, false), seen(scale, true)];
  expect(await confirm(matrix, first, again(true))).toEqual(first);
  expect(looked).toEqual(['pro_v6']);
  const [wrong, right] = await confirm(matrix, first, again(false));
  expect(wrong!.evidence).toEqual([{ answer: 'asked once: it would write' }]);
  expect([wrong!.outcome, right]).toEqual([first[0]!.outcome, first[1]]);
});

it('words that are gone at the second look are told as such', async () => {
  const mention: Observation = {
    surface: 'site',
    about: {
      words: '$7',
      subject: { kind: 'price', key: 'price', facet: 'month' },
      certain: true,
      plans: { known: ['pro_v6'] },
    },
    outcome: { kind: 'read', value: { kind: 'money', minor: 700, currency: 'USD', per: { period: 'month' } } },
    at: [{ kind: 'page', url: '/pricing/', selector: 'td', words: '$7' }],
  };
  const [told] = await confirm(matrix, [mention], { can: () => true, look: async () => [] });
  expect(told!.outcome).toEqual({ kind: 'unread', reason: 'unstable: answered $7 per month, then nothing' });
  const [left] = await confirm(matrix, [mention], { can: () => false, look: async () => [] });
  expect(left!.outcome.kind).toBe('read');
});
