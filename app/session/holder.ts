/** Who is signed in, as every gate, route and page is given it. */

import type { Evaluator } from '../evaluator/create-evaluator.ts';
import type { SubscriptionState } from '../evaluator/table.ts';

export interface Holder {
  readonly sessionId: string;
  readonly email: string;
  readonly role: string;
  readonly organisation: { readonly id: number; readonly name: string };
  readonly version: string;
  /** The name of the contract's plan; the version itself where the table does not know it. */
  readonly planName: string;
  readonly state: SubscriptionState;
  readonly stateUntil: Date | null;
  readonly evaluator: Evaluator;
}

/** What Hono carries from the session to a route. */
export interface Signed {
  Variables: { holder: Holder };
}
