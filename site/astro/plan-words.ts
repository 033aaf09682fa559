/** The printed data and names of plans and keys go in; the words that a page shows for them come out. */

export interface PlansData {
  plans: Record<
    string,
    {
      name: string;
      offered: boolean;
      price: Record<string, string>;
      values: Record<string, string>;
      has: readonly string[];
    }
  >;
  capabilities: Record<string, { name: string }>;
  limits: Record<string, { name: string }>;
}

/** Throws where a name is none of those that the data has: a page must not be built without what it promises. */
function named<T>(known: Readonly<Record<string, T>>, name: string, what: string): T {
  if (Object.hasOwn(known, name)) return known[name]!;
  throw new Error(`planproof: the matrix has no ${what} \`${name}\`. Write one of ${Object.keys(known).join(', ')}.`);
}

/** "90 days", "Included". Throws where the matrix does not say. */
export function wordsOf(data: PlansData, plan: string, key: string): string {
  const { values } = named(data.plans, plan, 'plan');
  named({ ...data.limits, ...data.capabilities }, key, 'capability or limit');
  const words = Object.hasOwn(values, key) ? values[key] : undefined;
  if (words === undefined) throw new Error(`planproof: the matrix does not say what \`${plan}\` has of \`${key}\`.`);
  return words;
}

/** "$8.99", or "Free" where that is all there is to pay. */
export function priceOf(data: PlansData, plan: string, interval: string): string {
  const price = named(data.plans, plan, 'plan').price;
  const words = price.any ?? (Object.hasOwn(price, interval) ? price[interval] : undefined);
  if (words === undefined)
    throw new Error(`planproof: the matrix does not say what \`${plan}\` costs per ${interval}.`);
  return words;
}

/** Names of the plans on offer that have a capability, in page order. */
export function plansWith(data: PlansData, capability: string): string[] {
  named(data.capabilities, capability, 'capability');
  return Object.values(data.plans).flatMap(({ name, offered, has }) =>
    offered && has.includes(capability) ? [name] : [],
  );
}

/** Rows of names and values, under the names of plans. "Ask us" where the matrix does not say. */
export function tableOf(
  data: PlansData,
  plans: readonly string[],
  keys: readonly string[],
): { head: string[]; rows: { name: string; cells: string[] }[] } {
  const chosen = plans.map((plan) => named(data.plans, plan, 'plan'));
  const known = { ...data.limits, ...data.capabilities };
  const rows = keys.map((key) => ({
    name: named(known, key, 'capability or limit').name,
    cells: chosen.map(({ values }) => (Object.hasOwn(values, key) ? values[key]! : 'Ask us')),
  }));
  return { head: chosen.map(({ name }) => name), rows };
}

/** "Relay and Pro". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'no plan';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
