/** What a counter says enters; whether that is usage, and how much, leaves. */

/** Only `available: true` says that the number is one: neither a number nor a 0 beside it does. */
export type UsageReading = { readonly available: true; readonly observed: number } | { readonly available: false };

/** By canonical key; what is missing was not read. */
export type UsageReadings = Readonly<Record<string, UsageReading>>;

export const UNREAD: UsageReading = { available: false };

/** A whole number of 0 or more that is said to be usage; anything else is not available. */
export function usageReading(reading: unknown): UsageReading {
  const { available, observed } = (reading ?? {}) as { available?: unknown; observed?: unknown };
  if (available !== true || !Number.isSafeInteger(observed) || (observed as number) < 0) return UNREAD;
  return { available: true, observed: observed as number };
}
