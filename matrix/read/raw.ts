/** The matrix as its file states it: the shape that the JSON Schema describes, before anything is resolved. */
import type { Audience, Level, Rounding, Sale, StateName } from '../types.ts';

export type RawLimitValue = number | 'unlimited' | 'unknown';
export type RawAmount = number | { amount: number; note?: string };
export type RawPrice =
  | 'free'
  | 'on_request'
  | Record<string, Partial<Record<'month' | 'year' | 'once', RawAmount | RawAmount[]>>>;
export interface RawRefusal {
  status: number;
  code?: string;
}

export interface RawSet {
  everything_in?: string;
  has?: string[];
  without?: string[];
  limits?: Record<string, RawLimitValue>;
  illustrative?: string[];
}

export interface RawPlan extends RawSet {
  name: string;
  also?: string[];
  was?: string[];
  line?: string;
  sale?: Sale;
  version: string;
  summary?: string;
  price?: RawPrice;
  states?: StateName[];
}

/** A past version states everything it held; it builds on nothing that could still change. */
export interface RawPastVersion extends Pick<RawSet, 'illustrative'> {
  has: string[];
  limits: Record<string, RawLimitValue>;
  of: string;
  name?: string;
  until: string;
  price?: RawPrice;
  states?: StateName[];
  digest?: string;
}

export interface RawCapability {
  name: string;
  also?: string[];
  was?: string[];
  group?: string;
  audience?: Audience;
  needs?: string;
}

export interface RawLimit {
  name: string;
  also?: string[];
  was?: string[];
  group?: string;
  audience?: Audience;
  unit: string;
  counts?: 'counted' | 'rate' | 'range';
  per?: string;
  soft?: string;
  hard?: string;
  rounding?: Rounding;
  lines?: string[];
  illustrative?: string[];
}

export interface RawState {
  keeps: 'paid' | 'fallback' | 'nothing';
  falls_back_to?: string;
  warns?: boolean;
  lasts?: string;
  refusal?: RawRefusal;
  locked?: string;
  illustrative?: string[];
}

export interface RawGate {
  key: string;
  api?: string;
  app?: string;
  shows?: { role: string; name: string };
  locked?: string;
  refusal?: RawRefusal;
}

export interface RawUnit {
  one: string;
  other: string;
}

export interface RawLine {
  name: string;
  states?: StateName[];
  illustrative?: string[];
}

export interface RawTrial {
  lines?: string[];
  length: string;
  card_required?: boolean;
}

export interface RawWords {
  never_say?: { phrase: string; say: string }[];
}

export interface RawMatrix {
  planproof: 1;
  level?: Level;
  product: string;
  currency?: string;
  units?: Record<string, RawUnit>;
  lines?: Record<string, RawLine>;
  capabilities?: Record<string, RawCapability>;
  limits?: Record<string, RawLimit>;
  bundles?: Record<string, RawSet>;
  plans: Record<string, RawPlan>;
  past_versions?: Record<string, RawPastVersion>;
  version_aliases?: Record<string, string[]>;
  states?: Partial<Record<StateName, RawState>>;
  trials?: Record<string, RawTrial>;
  words?: RawWords;
  gates?: RawGate[];
}

/** Units of time that need no declaration. */
export const BUILT_IN_UNITS: Readonly<Record<string, RawUnit>> = Object.freeze({
  minute: { one: 'minute', other: 'minutes' },
  hour: { one: 'hour', other: 'hours' },
  day: { one: 'day', other: 'days' },
  week: { one: 'week', other: 'weeks' },
  month: { one: 'month', other: 'months' },
  year: { one: 'year', other: 'years' },
});
