/** Data and steps of change go in; the data after them comes out. The text has to say exactly this afterwards. */
import { type Data, isList } from './data.ts';

export type Path = readonly (string | number)[];

/** `put` sets what stands at `path`; a key that is not there yet is added after `after`, or at the end. */
export type Step =
  | { change: 'put'; path: Path; value: Data; after?: string }
  | { change: 'append'; path: Path; value: Data }
  | { change: 'drop'; path: Path };

export function applySteps(data: Data, steps: readonly Step[]): Data {
  return steps.reduce((now, step) => changed(now, step, step.path), data);
}

/** What stands at `path`, if anything does. */
export function at(data: Data | undefined, path: Path): Data | undefined {
  return path.reduce<Data | undefined>((here, key) => {
    if (here instanceof Map) return here.get(String(key));
    return isList(here) ? here[Number(key)] : undefined;
  }, data);
}

function changed(data: Data | undefined, step: Step, path: Path): Data {
  const [key, ...rest] = path;
  if (key === undefined) return step.change === 'append' ? [...(data as Data[]), step.value] : newValue(step);
  if (isList(data)) {
    if (step.change === 'drop' && !rest.length) return data.filter((_, index) => index !== key);
    return data.map((one, index) => (index === key ? changed(one, step, rest) : one));
  }
  const entries = data instanceof Map ? [...data] : [];
  const index = entries.findIndex(([name]) => name === key);
  const entry: [string, Data] = [String(key), changed(entries[index]?.[1], step, rest)];
  const after = step.change === 'put' ? entries.findIndex(([name]) => name === step.after) : -1;
  if (index >= 0) entries.splice(index, 1, entry);
  else entries.splice(after < 0 ? entries.length : after + 1, 0, entry);
  return new Map(entries);
}

function newValue(step: Step): Data {
  return step.change === 'drop' ? null : step.value;
}
