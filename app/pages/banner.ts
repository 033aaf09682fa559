/** A holder enters; what their subscription's state asks them to know leaves, or nothing when all is well. */

import { html } from 'hono/html';
import { findGrant } from '../evaluator/find-grant.ts';
import type { SubscriptionState } from '../evaluator/table.ts';
import type { Product } from '../product.ts';
import type { Holder } from '../session/holder.ts';
import { daysLeft } from '../words/duration-in-words.ts';
import type { Markup } from './markup.ts';

type Words = (
  product: Product,
  holder: Holder,
) => { kind: 'warning' | 'calm'; title: string; text: string } | undefined;

const BANNERS: Readonly<Record<SubscriptionState, Words>> = {
  active: () => undefined,
  // The page itself says it, with a heading of its own.
  suspended: () => undefined,
  trial: (product, holder) => ({
    kind: 'calm',
    title: `Trial: ${left(product, holder)}`,
    text: 'Everything in this plan works until then.',
  }),
  grace: (product, holder) => ({
    kind: 'warning',
    title: `Payment is due: ${left(product, holder)}`,
    text: 'Everything keeps working until then. Once the payment arrives, this note goes away.',
  }),
  expired: (product, holder) => ({
    kind: 'calm',
    title: 'This subscription has expired',
    text: `Nothing was deleted. ${stillWorks(product, holder)}`,
  }),
};

export function banner(product: Product, holder: Holder): Markup | undefined {
  const words = BANNERS[holder.state](product, holder);
  if (!words) return undefined;
  return html`<section class="banner ${words.kind}" aria-label="Subscription">
    <p><strong>${words.title}</strong></p>
    <p>${words.text}</p>
  </section>`;
}

function left(product: Product, holder: Holder): string {
  return holder.stateUntil ? `${daysLeft(holder.stateUntil, product.now())} left` : 'the end is not known';
}

function stillWorks({ table }: Product, { version, state }: Holder): string {
  const grant = findGrant(table, { version, state });
  return grant ? `Until it is renewed, what ${grant.name} includes keeps working.` : '';
}
