/** A pricing that was read goes in; what turning any part of it into a matrix needs comes out. */
import type { Problem } from '../../problem.ts';
import type { Path, Source } from '../../read/source.ts';
import { Ledger } from '../imported.ts';
import { KeySpace } from '../key-space.ts';
import { Units } from '../units.ts';
import type { Declared, Pricing } from './read-pricing.ts';
import { isProblem, type Meaning, meaningOf } from './values.ts';

export type Part = 'features' | 'usageLimits';

export interface Reading {
  source: Source;
  pricing: Pricing;
  ledger: Ledger;
  problems: Problem[];
  units: Units;
  /** Keys of features and limits, by `features.auditLog`; capabilities and limits share one space of names. */
  keys: KeySpace;
  plans: KeySpace;
  addons: KeySpace;
  /** Where a key is not the source's. */
  originals: Map<string, string>;
  /** Limits with a number so large that somebody may have meant unlimited. */
  large: Set<string>;
}

export function startReading(source: Source, pricing: Pricing): Reading {
  return {
    source,
    pricing,
    ledger: new Ledger(source),
    problems: [],
    units: new Units(),
    keys: new KeySpace(),
    plans: new KeySpace(),
    addons: new KeySpace(),
    originals: new Map(),
    large: new Set(),
  };
}

export function declaredOf({ pricing }: Reading, part: Part): Record<string, Declared> {
  return pricing[part] ?? {};
}

/** Where the matrix states it: what has a number and a unit is a limit, all else a capability, and a bare number nothing. */
export function homeOf({ valueType, unit }: Declared, part: Part): 'capabilities' | 'limits' | undefined {
  if (valueType !== 'NUMERIC') return 'capabilities';
  return part === 'usageLimits' && unit?.trim() ? 'limits' : undefined;
}

/** What a value means; a value of another type is a problem, and means nothing. */
export function understand(reading: Reading, path: Path, value: unknown, declared: Declared): Meaning | undefined {
  const meaning = meaningOf(reading.source, path, value, declared.valueType);
  if (!isProblem(meaning)) return meaning;
  reading.problems.push(meaning);
  return undefined;
}
