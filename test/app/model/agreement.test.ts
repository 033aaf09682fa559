/** The model and the evaluator that products run give the same answer, whatever the table, the holder and the question. */
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holderOf, readClaims, versionOfPrice } from '../../../app/evaluator/index.ts';
import type { EntitlementTable } from '../../../app/evaluator/table.ts';
import schema from '../../../matrix/evaluator-table.schema.json' with { type: 'json' };
import { tableData } from '../../../matrix/print/table-data.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import { drawnContents } from '../../matrix/edit/drawn-contents.ts';
import { drawnText } from '../../matrix/edit/drawn-text.ts';
import { draws } from '../../matrix/edit/draws.ts';
import { matrixOf, PULSE } from '../../matrix/matrix-of.ts';
import { compareAnswers, newComparison } from './compare-answers.ts';
import { modelHolderOf, modelReadClaims, modelVersionOfPrice } from './model-claims.ts';
import { NOW, randomCarried, randomClaims, randomHolder } from './random-claims.ts';
import { NAMES, randomTable } from './random-table.ts';

const printed = (text: string) => tableData(matrixOf(text).matrix) as unknown as EntitlementTable;

/** Every version, alias and state of a printed table, and one of each that it lacks; every key and alias is asked for. */
function compareAllOf(table: EntitlementTable, given: Map<unknown, number>): void {
  const old = Object.keys(table.aliases.keys);
  const asked = (records: object = {}) => [...Object.keys(records), ...old, 'no_such_key'];
  const names = { capabilities: asked(table.capabilities), limits: asked(table.limits), meters: asked(table.meters) };
  const comparison = newComparison(names, given);
  for (const version of [...Object.keys(table.versions), ...Object.keys(table.aliases.versions), 'none', undefined])
    for (const state of [...Object.keys(table.states), 'paused', undefined]) {
      compareAnswers(table, { version, state }, comparison);
      const addons = Object.fromEntries(Object.keys(table.addons ?? {}).map((key) => [key, 2]));
      compareAnswers(table, { version, state, addons, capabilities: old }, comparison);
    }
}

describe('model and evaluator agree', () => {
  it('on every answer to every holder', () => {
    const given = new Map<unknown, number>();
    const holders = fc.array(randomHolder, { minLength: 4, maxLength: 6 });
    const property = fc.property(randomTable, holders, (table, all) => {
      const comparison = newComparison(NAMES, given);
      for (const holder of all) compareAnswers(table, holder, comparison);
    });
    fc.assert(property, { numRuns: 300 });
    expect([...given.values()].reduce((a, b) => a + b)).toBeGreaterThan(100_000);
    for (const [answer, times] of [
      ['allowed', 3000],
      ['soft_block', 2000],
      ['hard_block', 5000],
      ['number', 600],
      ['unlimited', 100],
      ['unknown', 2000],
      [true, 700],
    ] as const)
      expect(given.get(answer), `${answer}`).toBeGreaterThan(times);
  });

  it('on what is printed from the example, and from matrices that say anything', () => {
    const given = new Map<unknown, number>();
    compareAllOf(printed(PULSE), given);
    const property = fc.property(draws, (drawn) => {
      const { past_versions, ...contents } = drawnContents(drawn);
      const text = drawnText(drawn, contents);
      fc.pre(readMatrix(text, 'matrix.yaml').raw !== undefined);
      compareAllOf(printed(text), given);
    });
    fc.assert(property, { numRuns: 10 });
    for (const answer of ['allowed', 'soft_block', 'hard_block', 'unlimited', 'number', true])
      expect(given.get(answer), `${answer}`).toBeGreaterThan(50);
  });

  it('on the holder that claims describe at a time, and on what a price buys', () => {
    const prices = fc.constantFrom('price_1', 'price_2', 'toString', '');
    const property = fc.property(randomTable, randomClaims, prices, (table, claims, price) => {
      expect(holderOf(claims, NOW)).toEqual(modelHolderOf(claims, NOW));
      expect(versionOfPrice(table, price)).toBe(modelVersionOfPrice(table, price));
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('on what carried claims of any kind say', () => {
    const property = fc.property(randomTable, fc.array(randomCarried, { minLength: 8, maxLength: 8 }), (table, all) => {
      const comparison = newComparison(NAMES);
      for (const carried of all) {
        const { claims, problems } = readClaims(table, carried);
        const model = modelReadClaims(table, carried);
        expect(claims).toEqual(model.claims);
        expect(problems.length > 0).toBe(model.odd);
        compareAnswers(table, modelHolderOf(model.claims, NOW), comparison, holderOf(claims, NOW));
      }
    });
    fc.assert(property, { numRuns: 120 });
  });

  it('over tables that a matrix could print', () => {
    const validate = new Ajv({ allErrors: true }).compile(schema);
    const property = fc.property(randomTable, (table) => {
      expect(validate(JSON.parse(JSON.stringify(table))), JSON.stringify(validate.errors)).toBe(true);
    });
    fc.assert(property, { numRuns: 200 });
  });
});
