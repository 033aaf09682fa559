/** The conformance vectors are those that the model prints, and the evaluator that products run answers all of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import {
  createEvaluator,
  type EntitlementTable,
  holderOf,
  readClaims,
  versionOfPrice,
} from '../../../app/evaluator/index.ts';
import tableSchema from '../../../matrix/evaluator-table.schema.json' with { type: 'json' };
import { answerOne } from './vectors/answer.ts';
import { printVectors } from './vectors/print-vectors.ts';
import type { Vector } from './vectors/vector.ts';

const FOLDER = join(import.meta.dirname, '../../../app/conformance');
const text = readFileSync(join(FOLDER, 'evaluator-vectors.gen.json'), 'utf8');
const schema = JSON.parse(readFileSync(join(FOLDER, 'evaluator-vectors.schema.json'), 'utf8'));
const file = JSON.parse(text) as { tables: Record<string, EntitlementTable>; cases: Vector[] };

/** As JSON carries it: what is missing is not there, or `null` as an answer. */
const asJson = (value: unknown) => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

function answer({ table: name, holder = {}, ask }: Vector): unknown {
  const table = structuredClone(file.tables[name]!);
  const told: string[] = [];
  const evaluator = createEvaluator(table, holder, { onDeprecated: ({ key }) => told.push(key) });
  switch (ask.method) {
    case 'versionOfPrice':
      return versionOfPrice(table, ask.priceId);
    case 'holderOf':
      return holderOf(ask.claims, ask.now);
    case 'readClaims': {
      const { claims, problems } = readClaims(table, ask.carried);
      return { claims, odd: problems.length > 0 };
    }
    case 'deprecated':
      for (const one of ask.asks) answerOne(evaluator, one);
      return told;
    default:
      return 'key' in ask ? answerOne(evaluator, ask) : evaluator[ask.method];
  }
}

describe('the conformance vectors', () => {
  it('are what `npm run vectors` prints', () => {
    expect(text === printVectors(), 'Run `npm run vectors`.').toBe(true);
  });

  it('have the shape that their schema says', () => {
    const check = new Ajv({ strict: false }).addSchema(tableSchema).compile(schema);
    expect(check(file), JSON.stringify(check.errors)).toBe(true);
    const odd = structuredClone(file);
    odd.cases[0]!.answer = 'yes';
    expect(check(odd)).toBe(false);
  });

  it('are answered by the evaluator', () => {
    const wrong = file.cases.flatMap((one) => {
      const given = asJson(answer(one));
      return JSON.stringify(sorted(given)) === JSON.stringify(sorted(one.answer)) ? [] : [{ ...one, given }];
    });
    expect(wrong).toEqual([]);
  });

  it('try every rule, each with a reason of its own and more than one answer', () => {
    expect(file.cases.length).toBeGreaterThan(500);
    expect(new Set(file.cases.map(({ id }) => id)).size).toBe(file.cases.length);
    expect(file.cases.every(({ why }) => /^[A-Z0-9].*\.$/.test(why))).toBe(true);
    for (const rule of new Set(file.cases.map((one) => one.rule))) {
      const cases = file.cases.filter((one) => one.rule === rule);
      expect(cases.length, rule).toBeGreaterThan(4);
      expect(new Set(cases.map((one) => JSON.stringify(one.answer))).size, rule).toBeGreaterThan(1);
    }
  });

  it('ask nothing twice', () => {
    const asked = file.cases.map(({ table, holder, ask }) => JSON.stringify([table, holder, ask]));
    expect(asked.filter((one, i) => asked.indexOf(one) !== i)).toEqual([]);
  });
});

/** Maps have no order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
