/** A matrix goes in; every key that is on its way out comes out, with its place. */
import type { RawLifecycle, RawMatrix } from '../read/raw.ts';
import type { Path } from '../read/source.ts';

export interface Outgoing {
  key: string;
  /** Of its `lifecycle`. */
  path: Path;
  lifecycle: RawLifecycle;
}

export function outgoingKeys(raw: RawMatrix): Outgoing[] {
  return (['capabilities', 'limits', 'meters'] as const).flatMap((part) =>
    Object.entries<{ lifecycle?: RawLifecycle }>(raw[part] ?? {}).flatMap(([key, { lifecycle }]) =>
      lifecycle ? [{ key, path: [part, key, 'lifecycle'], lifecycle }] : [],
    ),
  );
}
