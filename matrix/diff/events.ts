/** Two matrices go in; which plans, add-ons, keys and lines came, went or have another id comes out. */
import type { FilePlace, Plan } from '../types.ts';
import { isPromised } from './cells.ts';
import { PARTS, type Pair, type Pairs } from './pair.ts';
import type { Event, Kept, Places } from './types.ts';

const KINDS = { capabilities: 'capability', limits: 'limit', meters: 'meter' } as const;

/** Who bought an add-on loses it with its end; who has a plan keeps its version. */
export function keptEvents({ plans, addons, keys, lines }: Pairs): Event[] {
  return [
    ...lines.flatMap((pair) => fateOf('line', pair)),
    ...plans.flatMap((pair) => [...fateOf('plan', pair), ...saleOf(pair)]),
    ...addons.flatMap((pair) => fateOf('addon', pair, !pair.after && isPromised(pair.before!))),
    ...PARTS.flatMap((part) => keys[part].flatMap((pair) => fateOf(KINDS[part], pair))),
  ];
}

interface Thing {
  key: string;
  name: string;
  at: FilePlace;
}

function fateOf(what: Kept, { before, after }: Pair<Thing>, breaks = false): Event[] {
  if (before && after && before.key === after.key) return [];
  const { key, name } = (after ?? before)!;
  const fate = !before ? 'new' : !after ? 'ended' : 'renamed';
  const was = before && after ? { was: before.key } : {};
  return [{ what, fate, key, name, ...was, breaks, at: placesOf(before, after) }];
}

export function placesOf(before: { at: FilePlace } | undefined, after: { at: FilePlace } | undefined): Places {
  return { ...(before && { before: before.at }), ...(after && { after: after.at }) };
}

/** How it is sold concerns who has none yet. */
function saleOf({ before, after }: Pair<Plan>): Event[] {
  if (!before || !after || before.sale === after.sale) return [];
  const { key, name } = after;
  const at = placesOf(before, after);
  return [{ what: 'plan', fate: 'sale', key, name, was: before.sale, now: after.sale, breaks: false, at }];
}
