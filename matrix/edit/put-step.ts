/** Data, a path and a value go in; the one step that puts it there comes out, in the place where a person would look. */
import type { Data } from './data.ts';
import { at, type Path, type Step } from './step.ts';

const SECTIONS =
  'planproof level product locale currency units roles lines capabilities limits meters bundles plans addons past_versions version_aliases retired_ids states trials words gates gates_from';
const FIELDS =
  'of name also line sale version summary badge was until sunset_at everything_in price has without details meters limits states illustrative digest';

/**
 * Puts `value` at `path`. Where something on the way is not there, or is empty, it is put there with the rest in it.
 * A new section or field follows those that it usually follows; a new entry follows `after`, or is the last.
 */
export function putStep(data: Data, path: Path, value: Data, after?: string): Step {
  let here = data;
  let depth = 0;
  while (depth < path.length - 1) {
    const next = at(here, [path[depth]!]);
    if (next === undefined || next === null || (next instanceof Map && next.size === 0)) break;
    here = next;
    depth++;
  }
  const missing = path.slice(depth + 1).toReversed();
  const follows = [usualBefore(here, SECTIONS, path[0]), after, usualBefore(here, FIELDS, path[2])];
  return {
    change: 'put',
    path: path.slice(0, depth + 1),
    value: missing.reduce<Data>((inner, key) => new Map([[String(key), inner]]), value),
    after: follows[depth],
  };
}

/** The last key of `map` that usually stands before `key`. */
function usualBefore(map: Data, usual: string, key: string | number | undefined): string | undefined {
  const names = usual.split(' ');
  const earlier = names.slice(0, Math.max(0, names.indexOf(String(key))));
  return map instanceof Map ? [...map.keys()].findLast((name) => earlier.includes(name)) : undefined;
}
