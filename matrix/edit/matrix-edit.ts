/** The edits that can be made to the text of a matrix. */
import type { Interval } from '../types.ts';

/** Plain data, as JSON has it. */
export type Field =
  | string
  | number
  | boolean
  | null
  | readonly Field[]
  | { readonly [name: string]: Field | undefined };

/**
 * The fields of a new entry, in the order in which they are to stand. In `price`, text of digits such as `'4.90'` is an
 * amount and is written as it is.
 */
export type Fields = { readonly [name: string]: Field | undefined };

/** Whose cell is set: a plan, by its key, or a past version, by its id. */
export type Contract = { plan: string; past_version?: undefined } | { plan?: undefined; past_version: string };

export type SetCapability = Contract & { kind: 'set_capability'; key: string; value: 'included' | 'excluded' };
export type SetLimit = Contract & { kind: 'set_limit'; key: string; value: number | 'unlimited' | 'unknown' };

/** `amount` is text of digits in major units, such as `'4.99'`; it never passes through a float. */
export type SetPrice = Contract & {
  kind: 'set_price';
  currency: string;
  interval: Exclude<Interval, 'any'>;
  amount: string;
};

/** A new entry after `after`, or at the end of its section. */
export interface AddEntry {
  kind: 'add_capability' | 'add_limit' | 'add_plan' | 'add_past_version';
  key: string;
  fields: Fields;
  after?: string;
}

/**
 * The plan's contract moves in full into `past_versions`, under the id it had and until the event `until`; the plan goes
 * on under the id `version`. `name` is the frozen contract's own name, `after` the past version it follows.
 */
export interface AddVersion {
  kind: 'add_version';
  plan: string;
  version: string;
  until: string;
  name?: string;
  after?: string;
}

export type MatrixEdit = SetCapability | SetLimit | SetPrice | AddEntry | AddVersion;
