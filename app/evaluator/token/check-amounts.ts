/** Options that are amounts enter; a RangeError is thrown for the first that is no finite number of 0 or more. */

/** NaN above all: whatever is compared with it lets through. */
export function checkAmounts(amounts: Readonly<Record<string, number>>): void {
  for (const [option, amount] of Object.entries(amounts))
    if (!(typeof amount === 'number' && amount >= 0 && Number.isFinite(amount)))
      throw new RangeError(`${option}: expected a finite number of 0 or more, found ${amount}`);
}
