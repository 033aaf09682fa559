/** Measurements go in; a line for each is printed, and the exit code is 1 when a target is missed. */
import type { Measured } from './measured.ts';

export function tellMeasured(measured: readonly Measured[]): void {
  console.log('');
  for (const { what, ratio, target } of measured)
    console.log(`${ratio <= target ? 'within' : 'OVER  '}  ${ratio.toPrecision(3)} of at most ${target}  ${what}`);
  process.exitCode = measured.every(({ ratio, target }) => ratio <= target) ? 0 : 1;
}
