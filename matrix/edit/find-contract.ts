/** Data and a named plan or past version go in; its path comes out, or why its cells cannot be set. */
import { type Data, type DataMap, isDigits, isList } from './data.ts';
import type { Contract } from './matrix-edit.ts';
import { type Refusal, unknownName } from './refusal.ts';
import { at, type Path } from './step.ts';

export interface Found {
  path: Path;
  set: DataMap;
}

const NESTED = { has: 'list', without: 'list', unknown: 'list', details: 'map', limits: 'map', price: 'map' } as const;

export function findContract(data: Data, { plan, past_version }: Contract): Found | Refusal {
  const [section, key, what] =
    plan === undefined ? ['past_versions', past_version, 'past version'] : ['plans', plan, 'plan'];
  const known = at(data, [section]);
  const path = [section, String(key)];
  const set = at(data, path);
  if (set === undefined) {
    const other =
      at(data, ['past_versions', String(plan)]) === undefined ? {} : { write: `\`past_version: ${plan}\`.` };
    return { ...unknownName(what, String(key), known, [section]), ...other };
  }
  if (!(set instanceof Map)) return { path, found: `\`${key}\` is ${shapeOf(set)}.`, write: 'a map with its fields.' };
  for (const [field, wanted] of Object.entries(NESTED)) {
    const shape = shapeOf(set.get(field) ?? null);
    const one = field === 'price' && shape === 'text';
    if (shape !== 'empty' && shape !== `a ${wanted}` && !one)
      return { path: [...path, field], found: `\`${field}\` of \`${key}\` is ${shape}.`, write: `a ${wanted}.` };
  }
  return { path, set };
}

function shapeOf(data: Data): string {
  if (data === null) return 'empty';
  if (data instanceof Map) return 'a map';
  if (isList(data)) return 'a list';
  return isDigits(data) ? 'a number' : typeof data === 'string' ? 'text' : 'yes or no';
}
