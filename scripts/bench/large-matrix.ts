/** Numbers of plans and keys go in; the text of a matrix of that size comes out. */

export interface Size {
  plans: number;
  keys: number;
  /** `own`: each plan states all that it has. `inherited`: each states what it adds to the one before it. */
  states: 'own' | 'inherited';
}

const PLANS_OF_A_LINE = 10;

/** Half of the keys are capabilities, half are limits; each plan of a line has more of both than the one before it. */
export function largeMatrix({ plans, keys, states }: Size): string {
  const half = keys / 2;
  const share = half / PLANS_OF_A_LINE;
  const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  const planOf = (p: number) => {
    const step = p % PLANS_OF_A_LINE;
    const inherits = states === 'inherited' && step > 0;
    const has = numbers(inherits ? step * share : 0, (step + 1) * share);
    const limits = inherits ? has : numbers(0, half);
    return [
      `  plan_${p}:`,
      `    name: Plan ${p}`,
      `    line: line_${Math.floor(p / PLANS_OF_A_LINE)}`,
      `    version: plan_${p}_v1`,
      ...(inherits ? [`    everything_in: plan_${p - 1}`] : []),
      `    price: { USD: { month: ${10 + step * 10}, year: ${100 + step * 100} } }`,
      '    has:',
      ...has.map((i) => `      - capability_${i}`),
      '    limits:',
      ...limits.map((i) => `      limit_${i}: ${(step + 1) * 10}`),
    ];
  };
  return [
    'planproof: 1',
    'product: Tidewater',
    'units:',
    '  thing: { one: thing, other: things }',
    'lines:',
    ...numbers(0, plans / PLANS_OF_A_LINE).map((i) => `  line_${i}: { name: Line ${i} }`),
    'capabilities:',
    ...numbers(0, half).map((i) => `  capability_${i}: { name: Capability ${i}, group: Group ${i % 20} }`),
    'limits:',
    ...numbers(0, half).map((i) => `  limit_${i}: { name: Limit ${i}, unit: thing }`),
    'plans:',
    ...numbers(0, plans).flatMap(planOf),
    '',
  ].join('\n');
}
