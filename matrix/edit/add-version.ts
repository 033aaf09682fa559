/** A plan and its new version go in; the steps that freeze the contract it has and give it the new id come out. */
import { addTo } from './add-entry.ts';
import { type Chain, capabilityIn, chainOf, limitIn, listIn } from './chain.ts';
import { type Data, type DataMap, isList } from './data.ts';
import { findContract } from './find-contract.ts';
import type { AddVersion } from './matrix-edit.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { at, type Path, type Step } from './step.ts';

export function addVersion(data: Data, edit: AddVersion): Step[] | Refusal {
  const found = findContract(data, { plan: edit.plan });
  if (isRefusal(found)) return found;
  const path: Path = [...found.path, 'version'];
  const old = found.set.get('version');
  if (old === edit.version) return [];
  if (typeof old !== 'string')
    return {
      path: old === undefined ? found.path : path,
      part: old === undefined ? 'key' : undefined,
      found: `\`${edit.plan}\` has no version id to freeze it under.`,
      write: '`version:` with an id, in quotes where it looks like a number.',
    };
  const taken = [old, edit.version].map((id) => bearer(data, id, edit.plan)).find((one) => one);
  if (taken) return taken;
  const chain = chainOf(data, found.path);
  if (!chain.some((set) => isList(set.get('has'))))
    return {
      path: found.path,
      part: 'key',
      found: `\`${edit.plan}\` states no \`has\`, and a frozen contract has to.`,
      write: `\`has\` of \`${edit.plan}\` first.`,
    };
  const section = { section: 'past_versions', what: 'past version' };
  const added = addTo(data, { ...section, key: old, entry: frozen(chain, edit), after: edit.after });
  if (isRefusal(added)) return added;
  return [...added, { change: 'put', path, value: edit.version }];
}

/** A version id is never used again, whoever bears it. */
function bearer(data: Data, id: string, own: string): Refusal | undefined {
  const plans = at(data, ['plans']) as DataMap;
  const other = [...plans].find(([key, plan]) => key !== own && at(plan, ['version']) === id);
  const path = other ? ['plans', other[0], 'version'] : ['past_versions', id];
  if (at(data, path) === undefined) return undefined;
  return {
    path,
    ...(other ? {} : { part: 'key' }),
    found: `The version \`${id}\` stands here already.`,
    write: 'an id that no contract bears yet.',
  };
}

/** What a plan says of its page and its sale, not of what its holders were sold. */
const NOT_SOLD = ['also', 'was', 'line', 'sale', 'summary', 'version', 'name', 'everything_in', 'without'];

function frozen(chain: Chain, { plan, until, name }: AddVersion): DataMap {
  const own = chain[0]!;
  const contents = new Map<string, Data>([['of', plan]]);
  if (name !== undefined) contents.set('name', name);
  contents.set('until', until);
  const price = own.get('price');
  if (price !== undefined && price !== null) contents.set('price', price);
  contents.set('has', held(chain));
  contents.set('limits', limits(chain));
  for (const [field, value] of own)
    if (!NOT_SOLD.includes(field) && field !== 'illustrative' && !contents.has(field) && value !== null)
      contents.set(field, value);
  const marked = illustrative(chain, contents);
  if (marked.length) contents.set('illustrative', marked);
  return contents;
}

/** What the bases give comes first, as a person would list it. */
function held(chain: Chain): Data[] {
  const keys = new Set(chain.toReversed().flatMap((set) => listIn(set, 'has')));
  return [...keys].filter((key) => typeof key === 'string' && capabilityIn(chain, key) === 'included');
}

function limits(chain: Chain): DataMap {
  const maps = chain.toReversed().map((set) => set.get('limits'));
  const keys = new Set(maps.flatMap((map) => (map instanceof Map ? [...map.keys()] : [])));
  return new Map([...keys].map((key) => [key, limitIn(chain, key)]));
}

/** A list is illustrative as soon as one that it was put together from is. */
function illustrative(chain: Chain, contents: DataMap): Data[] {
  const marked = chain.flatMap((set, index) =>
    listIn(set, 'illustrative').filter((field) => (index ? field === 'has' || field === 'limits' : true)),
  );
  return [...new Set(marked)].filter((field) => contents.has(String(field)));
}
