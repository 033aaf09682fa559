/**
 * An address that carries a result (`/plan?result=trial_started`) enters; the address without it leaves, and the result
 * is kept for the next page, once. Reloading or sharing the address shows nothing a second time.
 */

import type { Context } from 'hono';
import type { Product } from '../product.ts';
import type { Holder, Signed } from '../session/holder.ts';
import { daysLeft } from '../words/duration-in-words.ts';
import { type Flash, leaveFlash } from './flash.ts';

/** Words only for what is so now: an address is easily typed or sent by others. */
const RESULTS: Readonly<Record<string, (product: Product, holder: Holder) => Flash | undefined>> = {
  trial_started: (product, holder) => runningTrial(product, holder, 'The trial has started'),
  trial_running: (product, holder) => runningTrial(product, holder, 'The trial was started before and runs'),
};

export function takeResult(product: Product, context: Context<Signed>): Response | undefined {
  const address = new URL(context.req.url);
  const result = address.searchParams.get('result');
  if (result === null) return undefined;
  const flash = Object.hasOwn(RESULTS, result) ? RESULTS[result]?.(product, context.var.holder) : undefined;
  if (flash) leaveFlash(context, flash);
  address.searchParams.delete('result');
  return context.redirect(address.pathname + address.search, 303);
}

function runningTrial(product: Product, { state, stateUntil }: Holder, text: string): Flash | undefined {
  if (state !== 'trial' || !stateUntil) return undefined;
  return { kind: 'done', text: `${text}: ${daysLeft(stateUntil, product.now())} left.` };
}
