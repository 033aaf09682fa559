/** Data that is written and read again: the same values, at the same places, the shared ones shared. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGraph, writeGraph } from '../../../scripts/files/plain-graph.ts';
import { openWorkspace } from '../../../scripts/workspace.ts';
import { MATRICES } from '../../verifier/claims/claims-of.ts';

const again = <T>(value: T): T => readGraph(writeGraph(value)) as T;

describe('plain data, written and read', () => {
  it('is the same, with and without prototypes, whatever its names', () => {
    const key = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('__proto__', 'constructor', '0', 'length'));
    const data = fc.anything({
      key,
      withNullPrototype: true,
      maxDepth: 4,
      values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
    });
    fc.assert(fc.property(data, (value) => isDeepStrictEqual(again(value), value)));
  });

  it('has one object where it had one', () => {
    const shared = { n: 1 };
    const ring: { self?: unknown } = {};
    ring.self = ring;
    const { a, b, c, loop } = again({ a: shared, b: [shared], c: { n: 1 }, loop: ring });
    expect([a === b[0], a === c, loop.self === loop]).toEqual([true, false, true]);
  });

  it('is frozen, and no name of every object is found in a list of names', () => {
    const { names } = again({ names: Object.assign(Object.create(null), { pro: 1 }) });
    expect([names.constructor, names.pro, Object.isFrozen(names)]).toEqual([undefined, 1, true]);
  });

  it('holds a compiled matrix, and a configuration', () => {
    expect(isDeepStrictEqual(again(MATRICES.pulse), { ...MATRICES.pulse })).toBe(true);
    const { config } = openWorkspace(process.cwd());
    expect(isDeepStrictEqual(again(config), config)).toBe(true);
  });
});
