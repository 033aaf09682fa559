/** `73 hours` goes in; seconds, or nothing where it is no such length, come out. */
const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 } as const;

export function secondsIn(words: string): number | undefined {
  const [, n, unit] = /^(\d+) (second|minute|hour|day|week)s?$/.exec(words) ?? [];
  return n === undefined ? undefined : Number(n) * SECONDS[unit as keyof typeof SECONDS];
}
