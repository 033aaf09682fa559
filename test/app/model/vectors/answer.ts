/** A question enters; the model's answer leaves, written as JSON can carry it: `null` stands for what is missing. */

import type { ContractHolder, Evaluator } from '../../../../app/evaluator/index.ts';
import type { EntitlementTable } from '../../../../app/evaluator/table.ts';
import { modelHolderOf, modelReadClaims, modelVersionOfPrice } from '../model-claims.ts';
import { modelEvaluator } from '../model-evaluator.ts';
import type { Ask, Observed, OneAsk } from './vector.ts';

export function modelAnswer(table: EntitlementTable, holder: ContractHolder, ask: Ask): unknown {
  const told = new Set<string>();
  const evaluator = modelEvaluator(table, holder, told);
  switch (ask.method) {
    case 'versionOfPrice':
      return modelVersionOfPrice(table, ask.priceId) ?? null;
    case 'holderOf':
      return modelHolderOf(ask.claims, ask.now);
    case 'readClaims':
      return modelReadClaims(table, ask.carried);
    case 'deprecated':
      for (const one of ask.asks) answerOne(evaluator, one);
      return [...told];
    default:
      return 'key' in ask ? answerOne(evaluator, ask) : (evaluator[ask.method] ?? null);
  }
}

export function answerOne(evaluator: Evaluator, ask: OneAsk): unknown {
  return ask.method === 'checkLimit'
    ? evaluator.checkLimit(ask.key, countOf(ask.observed))
    : evaluator[ask.method](ask.key);
}

/** `missing` is no number at all, as a count that could not be read. */
function countOf(observed: Observed): number {
  return observed === 'missing' ? (undefined as unknown as number) : Number(observed);
}
