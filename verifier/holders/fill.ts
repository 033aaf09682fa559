/** Text or plain data with `{name}` in it goes in; the same with values filled in comes out. */

/** A name that has no value stays as it is. */
export function fill(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(variables, name) ? variables[name]! : whole,
  );
}

export function fillAll<T>(data: T, variables: Readonly<Record<string, string>>): T {
  return filled(data, variables) as T;
}

function filled(data: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof data === 'string') return fill(data, variables);
  if (Array.isArray(data)) return data.map((one) => filled(one, variables));
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, one]) => [key, filled(one, variables)]));
}
