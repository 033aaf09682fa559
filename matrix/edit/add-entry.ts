/** A new capability, limit, plan or past version goes in; the step that adds it to its section comes out. */
import { type Data, sameData } from './data.ts';
import { fieldsData } from './fields-data.ts';
import type { AddEntry } from './matrix-edit.ts';
import { putStep } from './put-step.ts';
import { type Refusal, unknownName } from './refusal.ts';
import { at, type Step } from './step.ts';

const SECTION = {
  add_capability: ['capabilities', 'capability'],
  add_limit: ['limits', 'limit'],
  add_plan: ['plans', 'plan'],
  add_past_version: ['past_versions', 'past version'],
} as const;

export function addEntry(data: Data, edit: AddEntry): Step[] | Refusal {
  const [section, what] = SECTION[edit.kind];
  const entry = fieldsData(edit.fields);
  if (!entry?.size)
    return { path: [section], part: 'key', found: `The fields of \`${edit.key}\` are no plain data.`, write: FIELDS };
  const there = at(data, [section, edit.key]);
  if (sameData(there, entry)) return [];
  if (there !== undefined)
    return {
      path: [section, edit.key],
      part: 'key',
      found: `The ${what} \`${edit.key}\` is here already, with other fields.`,
      write: 'another key; or an edit of what is here.',
    };
  return addTo(data, { section, what, key: edit.key, entry, after: edit.after });
}

const FIELDS = 'at least one field, of text, numbers, yes or no, lists and maps.';

export interface Addition {
  section: string;
  /** What its entries are called. */
  what: string;
  key: string;
  entry: Data;
  after?: string;
}

/** The step that adds an entry to its section, after one that has to be there. */
export function addTo(data: Data, { section, what, key, entry, after }: Addition): Step[] | Refusal {
  const entries = at(data, [section]);
  if (after !== undefined && at(entries, [after]) === undefined) return unknownName(what, after, entries, [section]);
  if (entries !== undefined && entries !== null && !(entries instanceof Map))
    return { path: [section], found: `\`${section}\` is no map.`, write: 'a map of entries by key.' };
  return [putStep(data, [section, key], entry, after)];
}
