/** The names that a draft found go in; a key for each, made from the name alone, comes out. */
import { KeySpace } from '../import/key-space.ts';
import { Units } from '../import/units.ts';
import type { Found, FoundKey, FoundPlan } from './types.ts';

export interface KeyedPlan extends FoundPlan {
  key: string;
  version: string;
}

export interface KeyedKey extends FoundKey {
  key: string;
  /** The key of what a limit counts. */
  counts?: string;
}

export interface DraftKeys {
  plans: KeyedPlan[];
  capabilities: KeyedKey[];
  limits: KeyedKey[];
  /** Product lines by name, where plans are told apart by them. */
  lines: Map<string, string>;
  units: Units['declared'];
}

/** The line of plans that name none, beside those that do. */
export const MAIN_LINE = 'main';

export function draftKeys({ plans, keys }: Found): DraftKeys {
  const [ofPlans, ofKeys, ofLines, units] = [new KeySpace(), new KeySpace(), new KeySpace(), new Units()];
  if (plans.some((plan) => plan.line) && plans.some((plan) => !plan.line)) ofLines.add(MAIN_LINE);
  const lines = [...new Set(plans.flatMap((plan) => plan.line ?? []))];
  const keyed = keys.map((one): KeyedKey => {
    const key = ofKeys.add(one.name, one.id ?? one.name);
    return { ...one, key, ...(one.kind === 'limit' && { counts: units.of(one.unit || one.name.toLowerCase()) }) };
  });
  return {
    plans: plans.map((plan) => {
      const key = ofPlans.add(plan.name, plan.name.replaceAll('+', ' plus'));
      return { ...plan, key, version: `${key}_1` };
    }),
    capabilities: keyed.filter((one) => one.kind === 'capability'),
    limits: keyed.filter((one) => one.kind === 'limit'),
    lines: new Map(lines.map((line) => [line, ofLines.add(line)])),
    units: units.declared,
  };
}
