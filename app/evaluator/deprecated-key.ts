/** A key on its way out enters; whoever listens is told of it, in words that say what to ask for instead. */

import type { Lifecycle } from './table.ts';

export interface DeprecatedKey extends Omit<Lifecycle, 'deprecated'> {
  readonly key: string;
  readonly message: string;
}

export function deprecatedKey(
  { sunset_at, replacement_key }: Lifecycle,
  key: string,
  tell: (key: DeprecatedKey) => void = warnOnConsole,
): void {
  const until = sunset_at ? `, until ${sunset_at}` : '';
  const instead = replacement_key ? `; ask for ${replacement_key} instead` : '';
  const message = `The entitlement key ${key} is deprecated. It still works${until}${instead}.`;
  tell({ key, message, ...(sunset_at && { sunset_at }), ...(replacement_key && { replacement_key }) });
}

function warnOnConsole({ message }: DeprecatedKey): void {
  console.warn(message);
}
