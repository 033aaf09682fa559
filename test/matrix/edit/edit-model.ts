/** What a matrix says and an edit go in; what it says afterwards comes out, or that the edit is refused. No text anywhere. */
import type { Field, MatrixEdit } from '../../../matrix/edit/matrix-edit.ts';
import type { Says, Spoken } from './spoken.ts';

export const SECTION_OF = {
  add_capability: 'capabilities',
  add_limit: 'limits',
  add_plan: 'plans',
  add_past_version: 'past_versions',
} as const;

export function afterEdit(before: Spoken, edit: MatrixEdit): Spoken | 'refused' {
  const all = structuredClone(before);
  switch (edit.kind) {
    case 'set_capability': {
      const own = contract(all, edit);
      const value = () => held(all, own, edit.key);
      if (value() === edit.value) return all;
      const [from, to] = edit.value === 'included' ? ['without', 'has'] : ['has', 'without'];
      if (list(own[from!]).includes(edit.key)) own[from!] = list(own[from!]).filter((one) => one !== edit.key);
      if (list(own.unknown).includes(edit.key)) own.unknown = list(own.unknown).filter((one) => one !== edit.key);
      if (edit.value === 'excluded' && own.details) delete map(own.details)[edit.key];
      if (value() !== edit.value) own[to!] = [...list(own[to!]), edit.key];
      return all;
    }
    case 'set_limit': {
      const own = contract(all, edit);
      const value = typeof edit.value === 'number' ? `number ${edit.value}` : edit.value;
      if (limit(all, own, edit.key) !== value) own.limits = { ...map(own.limits), [edit.key]: value };
      return all;
    }
    case 'set_price': {
      const own = contract(all, edit);
      const price = map(own.price);
      const amounts = map(price[edit.currency]);
      const stated = amounts[edit.interval];
      if (Array.isArray(stated) && stated.length > 1) return 'refused';
      own.price = { ...price, [edit.currency]: { ...amounts, [edit.interval]: amount(stated, edit.amount) } };
      return all;
    }
    case 'add_version':
      return frozen(all, edit);
    default: {
      const section = SECTION_OF[edit.kind];
      const fields = said(edit.fields, '') as Spoken;
      const there = map(all[section])[edit.key];
      if (there !== undefined) return JSON.stringify(there) === JSON.stringify(fields) ? all : 'refused';
      return { ...all, [section]: withEntry(map(all[section]), edit.key, fields, edit.after) };
    }
  }
}

function contract(all: Spoken, edit: { plan?: string; past_version?: string }): Spoken {
  const [section, key] = edit.plan === undefined ? ['past_versions', edit.past_version] : ['plans', edit.plan];
  return map(all[section!])[key!] as Spoken;
}

function withEntry(section: Spoken, key: string, value: Says, after: string | undefined): Spoken {
  const entries = Object.entries(section);
  const index = after === undefined ? entries.length : entries.findIndex(([name]) => name === after) + 1;
  return Object.fromEntries(entries.toSpliced(index, 0, [key, value]));
}

function frozen(all: Spoken, edit: Extract<MatrixEdit, { kind: 'add_version' }>): Spoken | 'refused' {
  const own = map(all.plans)[edit.plan] as Spoken;
  const old = String(own.version);
  if (old === edit.version) return all;
  const versions = Object.entries(map(all.plans)).map(([key, plan]) => (key === edit.plan ? '' : map(plan).version));
  const taken = [...versions, ...Object.keys(map(all.past_versions))];
  if (taken.includes(old) || taken.includes(edit.version)) return 'refused';
  const bases = basesOf(all, own);
  if (!bases.some((one) => Array.isArray(one.has))) return 'refused';
  const stated = (field: string) => [...new Set([...bases].reverse().flatMap((one) => names(one[field])))];
  const decided = (field: string, rivals: string[]) =>
    stated(field).filter((key) => {
      const decides = bases.find((one) => [field, ...rivals].some((rival) => names(one[rival]).includes(key)))!;
      return [...rivals, field].find((rival) => names(decides[rival]).includes(key)) === field;
    });
  const details = decided('details', ['without']).filter((key) => {
    const tick = bases.findIndex((one) => [...names(one.has), ...names(one.unknown)].includes(key));
    return tick < 0 || bases.findIndex((one) => names(one.details).includes(key)) <= tick;
  });
  const unknown = decided('unknown', ['without', 'details']);
  const past: Spoken = {
    of: edit.plan,
    ...(edit.name && { name: edit.name }),
    until: edit.until,
    ...(own.price !== undefined && own.price !== null && { price: own.price }),
    has: decided('has', ['without', 'details', 'unknown']),
    ...(unknown.length && { unknown }),
    ...(details.length && {
      details: Object.fromEntries(
        details.map((key) => [key, bases.map((one) => map(one.details)[key]).find((one) => one)!]),
      ),
    }),
    ...(bases.some((one) => Array.isArray(one.meters)) && { meters: decided('meters', ['without']) }),
    limits: Object.fromEntries(stated('limits').map((key) => [key, limit(all, own, key)])),
    ...(own.states !== undefined && { states: own.states }),
  };
  own.version = edit.version;
  return { ...all, past_versions: withEntry(map(all.past_versions), old, past, edit.after) };
}

function basesOf(all: Spoken, own: Spoken): Spoken[] {
  const base = String(own.everything_in ?? '');
  const next = (map(all.plans)[base] ?? map(all.bundles)[base]) as Spoken | undefined;
  return [own, ...(next ? basesOf(all, next) : [])];
}

function held(all: Spoken, own: Spoken, key: string): 'included' | 'excluded' | 'unknown' {
  const bases = basesOf(all, own);
  const fields = ['has', 'details', 'without', 'unknown'];
  const decides = bases.find((one) => fields.some((field) => names(one[field]).includes(key)));
  if (decides && !fields.slice(1, 3).some((field) => names(decides[field]).includes(key)))
    if (list(decides.unknown).includes(key)) return 'unknown';
  if (decides) return list(decides.without).includes(key) ? 'excluded' : 'included';
  return bases.some((one) => Array.isArray(one.has)) ? 'excluded' : 'unknown';
}

function limit(all: Spoken, own: Spoken, key: string): Says {
  return (
    basesOf(all, own)
      .map((one) => map(one.limits)[key])
      .find((one) => one !== undefined) ?? 'unknown'
  );
}

function amount(stated: Says | undefined, words: string): Says {
  const [only] = Array.isArray(stated) ? stated : [stated];
  const one = typeof only === 'object' && only !== null ? { ...only, amount: `number ${words}` } : `number ${words}`;
  return Array.isArray(stated) && stated.length ? [one] : one;
}

function said(field: Field | undefined, name: string): Says {
  if (typeof field === 'number') return `number ${field}`;
  if (typeof field === 'string' && (name === 'month' || name === 'year')) return `number ${field}`;
  if (typeof field !== 'object' || field === null) return field ?? null;
  if (Array.isArray(field)) return field.map((one) => said(one, name));
  return Object.fromEntries(Object.entries(field).map(([key, one]) => [key, said(one, key)]));
}

function list(says: Says | undefined): Says[] {
  return Array.isArray(says) ? says : [];
}

function map(says: Says | undefined): Spoken {
  return typeof says === 'object' && says !== null && !Array.isArray(says) ? says : {};
}

function names(says: Says | undefined): string[] {
  return Array.isArray(says) ? (says as string[]) : Object.keys(map(says));
}
