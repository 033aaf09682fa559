/** A matrix goes in; one fact for every key comes out, by which two contracts can be held against each other. */
import type { Cell, Key, Matrix, Version } from '../types.ts';
import { capabilityGiven, type Given, limitGiven, meterGiven } from './gives.ts';

export interface Fact {
  key: string;
  name: string;
  /** Whether customers read of it. */
  advertised: boolean;
  /** Whether it is a number of something: a limit. */
  counts: boolean;
  given(one: Version, other: Version): Given;
  cellOf(version: Version): Cell;
}

/** Capabilities, limits and meters, each in page order. */
export function factsOf({ capabilities, limits, meters, order }: Matrix): Fact[] {
  const fact = ({ key, name, audience }: Key, cellOf: Fact['cellOf'], given: Fact['given']): Fact => ({
    key,
    name,
    advertised: audience === 'public',
    counts: false,
    cellOf,
    given,
  });
  return [
    ...order.capabilities.map((key) => {
      const cellOf = (version: Version) => version.capabilities[key]!;
      return fact(capabilities[key]!, cellOf, (a, b) => capabilityGiven(cellOf(a).value, cellOf(b).value));
    }),
    ...order.limits.map((key) => {
      const cellOf = (version: Version) => version.limits[key]!;
      const given: Fact['given'] = (a, b) => limitGiven(limits[key]!, cellOf(a).value, cellOf(b).value);
      return { ...fact(limits[key]!, cellOf, given), counts: true };
    }),
    ...order.meters.map((key) => {
      const cellOf = (version: Version) => version.meters[key]!;
      return fact(meters[key]!, cellOf, (a, b) => meterGiven(cellOf(a).value, cellOf(b).value));
    }),
  ];
}
