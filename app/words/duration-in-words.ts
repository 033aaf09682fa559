/** A number of seconds or two moments enter; the words a person reads leave: `43 minutes`, `5 days`. */

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Rounded up, so that who waits that long never comes too early. */
export function durationInWords(seconds: number): string {
  for (const [unit, size] of UNITS) {
    if (seconds > size) return counted(Math.ceil(seconds / size), unit);
  }
  return counted(Math.max(1, Math.ceil(seconds)), 'second');
}

/** Whole days that are left until a moment, counting the begun one. */
export function daysLeft(until: Date, now: Date): string {
  return counted(Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 86_400_000)), 'day');
}

function counted(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}
