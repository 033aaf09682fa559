/** Nothing enters; a clock that runs like the machine's and can be moved forward leaves. For sandboxes only. */

export interface MovableClock {
  readonly now: () => Date;
  /** False, and nothing moves, for a time that is not ahead. */
  moveTo(time: Date): boolean;
}

export function movableClock(real: () => number = Date.now): MovableClock {
  let ahead = 0;
  return {
    now: () => new Date(real() + ahead),
    moveTo: (time) => {
      const by = time.getTime() - real();
      if (!(by >= ahead)) return false;
      ahead = by;
      return true;
    },
  };
}
