/** An add-on and the contract of a plan go in; whether it gives anything that the plan does not have comes out. */
import type { Addon, Value, Version } from '../types.ts';
import { isHeld } from '../value.ts';

/** An add-on that states nothing of what it gives is a service, of which the matrix knows no more. */
export function isService({ capabilities, limits, meters, adds }: Addon): boolean {
  return [capabilities, limits, meters, adds].every((part) => Object.keys(part).length === 0);
}

/** What is unknown of the plan may be given. */
export function givesTo(addon: Addon, version: Version): boolean {
  const { capabilities, limits, meters, adds } = addon;
  const more = sellsMore(addon);
  const some = (part: Addon['limits'], from: Version['limits'], gives: (given: Value, had: Value) => boolean) =>
    Object.entries(part).some(([key, { value }]) => from[key] && gives(value, from[key].value));
  return (
    some(capabilities, version.capabilities, (given, had) => more || givesCapability(given, had)) ||
    some(meters, version.meters, (_, had) => had.kind !== 'included') ||
    some(limits, version.limits, givesNumber) ||
    some(adds, version.limits, (given, had) => had.kind !== 'unlimited' && given.kind === 'amount' && given.n > 0)
  );
}

/** What is paid by the hour or bought several times is more of what the plan has a little of. */
function sellsMore({ prices, quantity }: Addon): boolean {
  return quantity.at_most !== 1 || prices.some(({ value }) => value.kind === 'money' && value.per?.unit !== undefined);
}

function givesCapability(given: Value, had: Value): boolean {
  if (given.kind === 'words') return !(had.kind === 'words' && had.text === given.text);
  return !isHeld(had);
}

/** A number that takes the place of the plan's may be smaller on purpose. */
function givesNumber(given: Value, had: Value): boolean {
  return given.kind !== had.kind || (given.kind === 'amount' && had.kind === 'amount' && given.n !== had.n);
}
