/** Plain values, as JSON has them, go in; the data that they are in a file comes out. */
import { stringify } from 'yaml';
import type { Data } from './data.ts';

export function plainData(value: unknown): Data {
  if (Array.isArray(value)) return value.map(plainData);
  if (typeof value === 'number') return { digits: Number.isFinite(value) ? String(value) : stringify(value).trimEnd() };
  if (typeof value !== 'object' || value === null) return value as string | boolean | null;
  return new Map(Object.entries(value).map(([name, one]) => [name, plainData(one)]));
}
