/** The fields of a new entry go in; the data that the file is to say comes out, or nothing when they are no plain data. */
import type { Data, DataMap } from './data.ts';
import type { Field, Fields } from './matrix-edit.ts';

/** Deeper is no field of a matrix, or a value that holds itself. */
const DEEPEST = 12;

const AMOUNT = /^\d+(\.\d+)?$/;

export function fieldsData(fields: Fields): DataMap | undefined {
  const data = of(fields, [], 0);
  return data instanceof Map ? data : undefined;
}

function of(value: Field | undefined, path: readonly string[], depth: number): Data | undefined {
  if (depth > DEEPEST) return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? { digits: String(value) } : undefined;
  if (typeof value === 'string' && AMOUNT.test(value) && isAmount(path)) return { digits: value };
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') return undefined;
  const stated = Object.entries(value).filter(([, one]) => one !== undefined);
  const inner = stated.map(([name, one]): [string, Data | undefined] => [
    name,
    of(one, Array.isArray(value) ? path : [...path, name], depth + 1),
  ]);
  if (inner.some(([, one]) => one === undefined)) return undefined;
  const known = inner as [string, Data][];
  return Array.isArray(value) ? known.map(([, one]) => one) : new Map(known);
}

/** In a price, every text of digits but a note. */
function isAmount(path: readonly string[]): boolean {
  return path[0] === 'price' && path.at(-1) !== 'note';
}
