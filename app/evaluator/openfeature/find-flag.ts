/** A table and the key of a flag enter; the capability, meter or limit that it names leaves, under its key of today. */

import { compiled } from '../compiled-table.ts';
import type { EntitlementTable, Lifecycle } from '../table.ts';

export type FlagKind = 'capability' | 'meter' | 'limit';

export interface FoundFlag {
  readonly kind: FlagKind;
  /** What an alias stands for. */
  readonly key: string;
  readonly rule: Lifecycle & { readonly marker?: boolean };
}

/** Nothing for a key that the table lacks. Throws on a table of another shape. */
export function findFlag(table: EntitlementTable, name: string): FoundFlag | undefined {
  const { capabilities, meters, limits } = compiled(table);
  const kinds = [
    ['capability', capabilities, table.capabilities],
    ['meter', meters, table.meters ?? {}],
    ['limit', limits, table.limits],
  ] as const;
  for (const [kind, index, rules] of kinds) {
    const place = index.places[name];
    if (place === undefined) continue;
    const key = index.keys[place]!;
    return { kind, key, rule: rules[key]! };
  }
  return undefined;
}
