/** How a subscription state is called on a page. */

import type { SubscriptionState } from '../evaluator/table.ts';

export const STATE_WORDS: Readonly<Record<SubscriptionState, string>> = {
  trial: 'trial',
  active: 'active',
  grace: 'grace period',
  expired: 'expired',
  suspended: 'suspended',
};
