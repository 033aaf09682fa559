/** A plan and what it is built on go in; its contract, written out in full as a past version, comes out. */
import { CAPABILITY_FIELDS, type Chain, decision, limitIn, listIn, METER_FIELDS, namesIn } from './chain.ts';
import { type Data, type DataMap, isList } from './data.ts';
import type { AddVersion } from './matrix-edit.ts';
import { at } from './step.ts';

/** What a plan says of its page and its sale, not of what its holders were sold. */
const NOT_SOLD = ['also', 'was', 'line', 'sale', 'summary', 'badge', 'version', 'name', 'everything_in', 'without'];

/** Fields that are put together from all that the plan is built on. */
const RESOLVED = ['has', 'unknown', 'details', 'meters', 'limits'];

/** A field that is not known here is copied from the plan: a reader that does not know it either says so. */
export function frozen(chain: Chain, { plan, until, name }: AddVersion): DataMap {
  const own = chain[0]!;
  const details = detailsOf(chain);
  const unknown = held(chain, 'unknown', CAPABILITY_FIELDS);
  const stated: [string, Data | null | undefined][] = [
    ['of', plan],
    ['name', name],
    ['until', until],
    ['price', own.get('price')],
    ['has', held(chain, 'has', CAPABILITY_FIELDS)],
    ['unknown', unknown.length ? unknown : null],
    ['details', details.size ? details : null],
    ['meters', chain.some((set) => isList(set.get('meters'))) ? held(chain, 'meters', METER_FIELDS) : null],
    ['limits', limitsOf(chain)],
    ...[...own].filter(([field]) => ![...NOT_SOLD, ...RESOLVED, 'price', 'illustrative'].includes(field)),
  ];
  const contents = new Map(
    stated.filter((entry): entry is [string, Data] => entry[1] !== undefined && entry[1] !== null),
  );
  const marked = illustrative(chain, contents);
  return marked.length ? contents.set('illustrative', marked) : contents;
}

/** What the bases give comes first, as a person would list it. */
function held(chain: Chain, field: string, fields: typeof CAPABILITY_FIELDS | typeof METER_FIELDS): Data[] {
  const names = new Set(chain.toReversed().flatMap((set) => listIn(set, field)));
  return [...names].filter((name) => decision(chain, String(name), fields)?.field === field);
}

function detailsOf(chain: Chain): DataMap {
  return new Map(
    keysOf(chain, 'details').flatMap((key): [string, Data][] => {
      const decided = decision(chain, key, CAPABILITY_FIELDS);
      return decided?.field === 'details' ? [[key, at(decided.set, ['details', key])!]] : [];
    }),
  );
}

function limitsOf(chain: Chain): DataMap {
  return new Map(keysOf(chain, 'limits').map((key) => [key, limitIn(chain, key)]));
}

function keysOf(chain: Chain, field: string): string[] {
  return [...new Set(chain.toReversed().flatMap((set) => namesIn(set, field)))].map(String);
}

/** A field is illustrative as soon as one that it was put together from is. */
function illustrative(chain: Chain, contents: DataMap): Data[] {
  const marked = chain.flatMap((set, index) =>
    listIn(set, 'illustrative').filter((field) => index === 0 || RESOLVED.includes(String(field))),
  );
  return [...new Set(marked)].filter((field) => contents.has(String(field)));
}
