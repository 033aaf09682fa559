/** A matrix may sell add-ons alone: they are read, compiled and checked as others are, for no plan. */
import { expect, it } from 'vitest';
import { checkMatrix } from '../../matrix/check/check.ts';
import { matrixOf } from './matrix-of.ts';

it('has no plans, and add-ons for all of none', () => {
  const checked = matrixOf(`planproof: 1
product: Lantern
capabilities: { sign_on: { name: Sign-on } }
plans: {}
addons:
  sign_on: { name: Sign-on, price: { USD: { month: 2 } }, has: [sign_on] }
  flows: { name: Flows, requires: [sign_on], price: on_request }
`);
  expect(checkMatrix(checked)).toEqual([]);
  const { order, addons } = checked.matrix;
  expect([order.plans, order.versions, order.addons]).toEqual([[], [], ['sign_on', 'flows']]);
  expect(addons.sign_on!.for).toEqual([]);
  expect(addons.sign_on!.capabilities.sign_on!.value).toEqual({ kind: 'included' });
});
