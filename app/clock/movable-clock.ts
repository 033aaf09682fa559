/** Nothing enters; a clock that runs like the machine's and can be moved forward leaves. For sandboxes only. */

export interface MovableClock {
  readonly now: () => Date;
  /** By milliseconds; false, and nothing moves, for less than 0. */
  moveForward(ms: number): boolean;
}

export function movableClock(real: () => number = Date.now): MovableClock {
  let ahead = 0;
  return {
    now: () => new Date(real() + ahead),
    moveForward: (ms) => {
      if (!(ms >= 0)) return false;
      ahead += ms;
      return true;
    },
  };
}
