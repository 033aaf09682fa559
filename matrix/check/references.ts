/** A matrix goes in; every list of names that must be declared elsewhere comes out, with what they must name. */
import type { RawMatrix, RawSet } from '../read/raw.ts';
import { type Path, placesIn, type Source } from '../read/source.ts';
import type { FilePlace } from '../types.ts';
import type { Kind } from './declared.ts';
import { outgoingKeys } from './lifecycles.ts';
import { statedAmounts } from './stated-amounts.ts';

export interface References {
  to: Kind;
  names: readonly string[];
  path: Path;
  /** The names are the keys of the map at `path`, or the entries of the list there, or the value itself. */
  are: 'keys' | 'entries' | 'value';
}

/** Gives the place of any of the names. */
export function placesOf(source: Source, { names, path, are }: References): (index: number) => FilePlace {
  if (are === 'entries') return placesIn(source, path);
  const at = placesIn(source, are === 'keys' ? path : path.slice(0, -1), are === 'keys' ? 'key' : 'value');
  return (index) => at(are === 'keys' ? names[index]! : path.at(-1)!);
}

/** The keys that a plan, bundle, contract or add-on gives. */
export function grantsOf(path: Path, set: Omit<RawSet, 'everything_in'> & { adds?: object }): References[] {
  return [
    ...entries('capability', [...path, 'has'], set.has),
    ...keys('capability', [...path, 'details'], set.details),
    ...entries('meter', [...path, 'meters'], set.meters),
    ...keys('limit', [...path, 'limits'], set.limits),
    ...keys('limit', [...path, 'adds'], set.adds),
  ];
}

/** In the order of the language; the places bring them into that of the file. */
export function referencesOf(raw: RawMatrix): References[] {
  return [
    ...each('plans', raw.plans, (path, plan) => [
      ...setReferences(path, plan),
      ...value('product line', [...path, 'line'], plan.line),
    ]),
    ...each('bundles', raw.bundles, setReferences),
    ...each('past_versions', raw.past_versions, (path, { everything_in, ...past }) => [
      ...setReferences(path, past),
      ...value('bundle', [...path, 'everything_in'], everything_in),
      ...value('plan', [...path, 'of'], past.of),
    ]),
    ...each('addons', raw.addons, (path, addon) => [
      ...grantsOf(path, addon),
      ...entries('plan', [...path, 'for'], addon.for),
      ...entries('add-on', [...path, 'requires'], addon.requires),
      ...entries('add-on', [...path, 'excludes'], addon.excludes),
    ]),
    ...keyReferences(raw),
    ...lifecycleReferences(raw),
    // `1000 call` is paid for calls.
    ...statedAmounts(raw, ['plans', 'past_versions', 'addons']).flatMap(({ path, terms }) =>
      value('unit', [...path, 'per'], terms.per?.split(' ').at(-1)),
    ),
    ...(raw.gates ?? []).flatMap((gate, i) => [
      ...value('capability, limit or meter', ['gates', i, 'key'], gate.key),
      ...entries('role', ['gates', i, 'roles'], gate.roles),
    ]),
  ];
}

function setReferences(path: Path, set: RawSet): References[] {
  return [
    ...value('plan or bundle', [...path, 'everything_in'], set.everything_in),
    ...entries('capability or meter', [...path, 'without'], set.without),
    ...entries('capability', [...path, 'unknown'], set.unknown),
    ...grantsOf(path, set),
  ];
}

function keyReferences(raw: RawMatrix): References[] {
  const unit = (path: Path, one: { unit: string }) => value('unit', [...path, 'unit'], one.unit);
  return [
    ...each('limits', raw.limits, (path, limit) => [
      ...unit(path, limit),
      ...entries('product line', [...path, 'lines'], limit.lines),
    ]),
    ...each('meters', raw.meters, unit),
    ...outgoingKeys(raw).flatMap(({ path, lifecycle }) =>
      value('capability, limit or meter', [...path, 'replacement_key'], lifecycle.replacement_key),
    ),
  ];
}

function lifecycleReferences(raw: RawMatrix): References[] {
  return [
    ...keys('version', ['version_aliases'], raw.version_aliases),
    ...each('states', raw.states, (path, state) => value('plan', [...path, 'falls_back_to'], state?.falls_back_to)),
    ...each('trials', raw.trials, (path, trial) => [
      ...value('plan', [...path, 'gives'], trial.gives),
      ...entries('product line', [...path, 'lines'], trial.lines),
    ]),
    ...(raw.words?.retired_prices ?? []).flatMap(({ plan }, i) =>
      value('plan', ['words', 'retired_prices', i, 'plan'], plan),
    ),
  ];
}

function each<T>(
  part: string,
  from: Readonly<Record<string, T>> | undefined,
  of: (path: Path, one: T) => References[],
): References[] {
  return Object.entries(from ?? {}).flatMap(([key, one]) => of([part, key], one));
}

function value(to: Kind, path: Path, name: string | undefined): References[] {
  return name === undefined ? [] : [{ to, names: [name], path, are: 'value' }];
}

function entries(to: Kind, path: Path, names: readonly string[] | undefined): References[] {
  return names?.length ? [{ to, names, path, are: 'entries' }] : [];
}

function keys(to: Kind, path: Path, map: object | undefined): References[] {
  return map ? [{ to, names: Object.keys(map), path, are: 'keys' }] : [];
}
