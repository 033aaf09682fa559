/** Nothing enters; the text of the conformance vectors leaves: tables, and questions with the model's answers. */

import { modelAnswer } from './answer.ts';
import { claimsQuestions } from './claims-questions.ts';
import { edgeQuestions } from './edge-questions.ts';
import { holderQuestions } from './holder-questions.ts';
import { vectorTables } from './tables.ts';
import type { Vector } from './vector.ts';

const HEAD = {
  $schema: './evaluator-vectors.schema.json',
  '//': 'Printed by `npm run vectors` from test/app/model; never edited.',
  version: 1,
};

function vectors(): Vector[] {
  const counts = new Map<string, number>();
  return [...holderQuestions(), ...edgeQuestions(), ...claimsQuestions()].map((question) => {
    const { rule, why, table, holder, ask } = question;
    const n = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, n);
    const answer = modelAnswer(vectorTables[table]!, holder ?? {}, ask);
    return { id: `${rule}/${n}`, rule, why, table, ...(holder && { holder }), ask, answer };
  });
}

/** One case a line: a difference shows which. */
export function printVectors(): string {
  const head = Object.entries(HEAD).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const tables = Object.entries(vectorTables).map(
    ([name, table]) => `    ${JSON.stringify(name)}: ${JSON.stringify(table)}`,
  );
  const cases = vectors().map((one) => `    ${JSON.stringify(one)}`);
  return `{\n${head.join('\n')}\n  "tables": {\n${tables.join(',\n')}\n  },\n  "cases": [\n${cases.join(',\n')}\n  ]\n}\n`;
}
