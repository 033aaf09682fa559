/** Signing in is slow: where the pages are many, some holders stand in for others; where they are few, everybody is asked. */
import { expect, it } from 'vitest';
import type { AppSurface } from '../../../verifier/config/types.ts';
import { appQuestions } from '../../../verifier/questions/questions.ts';
import { matrixOf } from '../../matrix/matrix-of.ts';

const app: AppSurface = {
  ...{ id: 'app', kind: 'app', server: 'x', sign_in: { page: '/', fill: {}, press: 'Go' } },
  who_am_i: { page: '/', selector: 'p', shows: '{plan}' },
};

/** Three contracts in four states, and some gated pages. */
function questionsOf(pages: number) {
  const gates = Array.from(
    { length: pages },
    (_, n) =>
      `  - { key: audit, api: GET /audit/${n}, app: /audit/${n}, shows: { role: table, name: Audit }, locked: Not yours., refusal: { status: 402, code: no } }`,
  );
  const { matrix } = matrixOf(`planproof: 1
level: lifecycle
product: Harbour
capabilities: { audit: { name: Audit log } }
plans:
  small: { name: Small, version: small_1, price: free }
  large: { name: Large, version: large_1, price: { USD: { month: 12 } }, has: [audit] }
  whole: { name: Whole, version: whole_1, price: { USD: { month: 19 } }, has: [audit] }
states:
  trial: { keeps: paid }
  active: { keeps: paid }
  grace: { keeps: paid }
  expired: { keeps: fallback, falls_back_to: small }
gates:
${gates.join('\n')}
`);
  const { asked, selection } = appQuestions(matrix, app);
  return { asked: asked.flatMap((one) => one.questions).length, left_out: selection?.left_out ?? 0 };
}

it('asks everybody about few pages, and says how much it leaves out of many', () => {
  expect(questionsOf(8)).toEqual({ asked: 96, left_out: 0 });
  const many = questionsOf(9);
  expect(many.asked + many.left_out).toBe(108);
  expect(many.left_out).toBeGreaterThan(0);
});
