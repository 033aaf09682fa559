/** `price/currency-missing`: a plan on sale that is priced in only some of the currencies of another of its line. */
import { placeOf } from '../../read/source.ts';
import type { Matrix, Plan } from '../../types.ts';
import { grouped } from '../grouped.ts';
import { amountsOfPlan, standard } from '../priced.ts';
import type { Checked, MatrixRule } from '../rule.ts';

interface Currencies {
  plan: Plan;
  codes: string[];
}

/** A warning, because a plan may be sold in one country alone. */
export const priceCurrencyMissing: MatrixRule = {
  id: 'price/currency-missing',
  level: 'warning',
  from: 'copy',
  find: (checked) =>
    [...grouped(currenciesOf(checked.matrix), ({ plan }) => plan.line).values()].flatMap((line) => {
      const widestFirst = line.toSorted((a, b) => b.codes.length - a.codes.length);
      return line.flatMap((one) => {
        const wider = widestFirst.find(
          ({ codes }) => codes.length > one.codes.length && one.codes.every((code) => codes.includes(code)),
        );
        return wider ? [problem(checked, one, wider)] : [];
      });
    }),
};

/** What is free or on request has no currency, and what is not stated is unknown. */
function currenciesOf(matrix: Matrix): Currencies[] {
  return matrix.order.plans
    .map((key) => matrix.plans[key]!)
    .filter(({ sale }) => sale === 'on_sale')
    .flatMap((plan) => {
      const amounts = standard(amountsOfPlan(matrix, plan));
      if (!amounts.some(({ value }) => value.minor > 0)) return [];
      return [{ plan, codes: [...new Set(amounts.map(({ value }) => value.currency))] }];
    });
}

function problem({ source }: Checked, one: Currencies, wider: Currencies) {
  const missing = wider.codes.filter((code) => !one.codes.includes(code));
  return {
    at: placeOf(source, ['plans', one.plan.key, 'price'], 'key'),
    found: `${one.plan.name} is priced in ${one.codes.join(' and ')}, and ${wider.plan.name} of the same line also in ${missing.join(' and ')}.`,
    write: `its amounts in ${missing.join(' and ')} too; leave it if it is sold to nobody who pays in ${missing.join(' or ')}.`,
    related: [
      {
        at: placeOf(source, ['plans', wider.plan.key, 'price', missing[0]!], 'key'),
        words: `${wider.plan.name} has a price in ${missing[0]} here.`,
      },
    ],
  };
}
