/** What a plan gives and what was bought on top enter; both together leave. */

import type { AddonRow, EntitlementTable } from '../../../app/evaluator/table.ts';
import type { Contents } from './contents.ts';
import { stated } from './contents.ts';

export function withAddons(
  table: EntitlementTable,
  plan: string,
  bought: Readonly<Record<string, number>>,
  contents: Contents,
): Contents {
  const addons = Object.entries(bought)
    .filter(
      ([key, quantity]) => Object.hasOwn(table.addons ?? {}, key) && Number.isSafeInteger(quantity) && quantity > 0,
    )
    .map(([key, quantity]) => ({ addon: table.addons![key]!, quantity }))
    .filter(({ addon }) => addon.for.includes(plan));
  const limits = new Map(contents.limits);
  for (const key of Object.keys(table.limits)) {
    const place = placeTaken(
      addons.map(({ addon }) => addon),
      key,
    );
    if (place !== undefined) limits.set(key, place);
    const base = limits.get(key);
    if (base !== undefined) limits.set(key, added(addons, key, base));
  }
  return {
    capabilities: [...contents.capabilities, ...addons.flatMap(({ addon }) => addon.capabilities)],
    meters: [...contents.meters, ...addons.flatMap(({ addon }) => addon.meters)],
    limits,
  };
}

/** The most of the numbers that take the plan's place, whatever the order of buying. */
function placeTaken(addons: readonly AddonRow[], key: string): number | 'unlimited' | undefined {
  const places = addons.flatMap(({ limits }) => (Object.hasOwn(limits, key) ? (stated(limits[key]) ?? []) : []));
  if (places.includes('unlimited')) return 'unlimited';
  return places.length > 0 ? Math.max(...(places as number[])) : undefined;
}

/** What is unlimited stays so, and each one bought adds its number. */
function added(
  addons: readonly { addon: AddonRow; quantity: number }[],
  key: string,
  base: number | 'unlimited',
): number | 'unlimited' {
  let total = base;
  for (const { addon, quantity } of addons) {
    if (!Object.hasOwn(addon.adds, key)) continue;
    const more = addon.adds[key]!;
    if (more === 'unlimited' || total === 'unlimited') total = 'unlimited';
    else total = Math.min(total + more * quantity, 2 ** 53 - 1);
  }
  return total;
}
