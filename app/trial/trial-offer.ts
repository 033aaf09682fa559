/** A holder and the key of a page that they opened and may not use enter; the way to its trial leaves, where there is one. */

import { html } from 'hono/html';
import type { Markup } from '../pages/markup.ts';
import type { Product } from '../product.ts';
import { isOffered } from '../roles/require-role.ts';
import type { Holder } from '../session/holder.ts';
import { FOR_TRIAL, readTrialPosture } from './start-trial.ts';

/** The one place that speaks of a trial unasked: what was clicked may explain itself, no other page does. */
export async function trialOffer(product: Product, holder: Holder, key: string): Promise<Markup | undefined> {
  if (!isOffered(FOR_TRIAL, holder)) return undefined;
  const posture = await readTrialPosture(product, holder.organisation.id);
  if (posture.kind !== 'offered' || !product.table.versions[posture.gives]?.capabilities.includes(key))
    return undefined;
  return html`<p><a href="/trial?for=${key}">Start a trial on this instance: ${posture.days} days</a></p>`;
}
