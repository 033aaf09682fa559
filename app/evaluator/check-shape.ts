/** Anything that calls itself a table enters; an error leaves where it is not of the shape that answers are read from. */

type Check = (value: unknown, path: string) => void;
type Fields = Readonly<Record<string, Check>>;

const text = kind('a text', (value) => typeof value === 'string');
const number = kind('a number', (value) => typeof value === 'number' && Number.isFinite(value));
const isAmount = (value: unknown) => typeof value === 'number' || value === 'unlimited' || value === 'unknown';
const amounts = mapOf(kind('a number, "unlimited" or "unknown"', isAmount));
const texts = list(text);

const rule = { soft: number, hard: optional(number), rounding: oneOf('up', 'down', 'nearest') };
const version = { plan: text, capabilities: texts, limits: amounts, meters: optional(texts) };
const addon = { for: texts, capabilities: texts, meters: texts, limits: amounts, adds: amounts };

const table = fields({
  capabilities: mapOf(fields({})),
  limits: mapOf(fields(rule)),
  meters: optional(mapOf(fields({}))),
  versions: mapOf(fields(version)),
  addons: optional(mapOf(fields(addon))),
  states: mapOf(fields({ keeps: oneOf('paid', 'fallback', 'nothing'), fallback: optional(text) })),
  aliases: fields({ versions: mapOf(text), keys: mapOf(text) }),
});

/**
 * Throws a TypeError that names the first place of another shape. What an evaluator does not read is not looked at, so
 * that it can read tables that are newer than itself; numbers out of range are no fault, and state nothing.
 */
export function checkShape(value: unknown): void {
  table(value, 'the table');
  const { states } = value as { states: Record<string, { keeps: string; fallback?: string }> };
  for (const [name, { keeps, fallback }] of Object.entries(states))
    if (keeps === 'fallback' && fallback === undefined)
      fail(`the table.states.${name}.fallback`, 'a version', fallback);
}

function kind(expected: string, is: (value: unknown) => boolean): Check {
  return (value, path) => {
    if (!is(value)) fail(path, expected, value);
  };
}

function oneOf(...words: readonly unknown[]): Check {
  return kind(words.join(' or '), (value) => words.includes(value));
}

function optional(check: Check): Check {
  return (value, path) => {
    if (value !== undefined) check(value, path);
  };
}

function list(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return fail(path, 'a list', value);
    for (let i = 0; i < value.length; i++) check(value[i], `${path}[${i}]`);
  };
}

function mapOf(check: Check): Check {
  return (value, path) => {
    for (const [key, one] of Object.entries(map(value, path))) check(one, `${path}.${key}`);
  };
}

function fields(checks: Fields): Check {
  const entries = Object.entries(checks);
  return (value, path) => {
    const record = map(value, path);
    for (const [key, check] of entries) check(Object.hasOwn(record, key) ? record[key] : undefined, `${path}.${key}`);
  };
}

function map(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(path, 'a map', value);
  return value as Readonly<Record<string, unknown>>;
}

function fail(path: string, expected: string, found: unknown): never {
  const what = found === null ? 'null' : Array.isArray(found) ? 'a list' : typeof found;
  throw new TypeError(`${path}: expected ${expected}, found ${what}`);
}
