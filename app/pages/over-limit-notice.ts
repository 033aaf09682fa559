/** Where an organisation stands with its limits enters; the badge and the notice that every page shows leave, or nothing. */

import { html } from 'hono/html';
import type { OverLimitPayload } from '../evaluator/over-limit-payload.ts';
import type { Posture } from '../evaluator/over-limit-posture.ts';
import { icon } from './icon.ts';
import type { Markup } from './markup.ts';

/** The colour never says it alone: each has its own words. */
const LOOKS: Readonly<Record<Posture, { tone: 'watch' | 'bad'; badge: string }>> = {
  none: { tone: 'watch', badge: '' },
  warning: { tone: 'watch', badge: 'Above the limit' },
  countdown: { tone: 'bad', badge: 'Above the limit' },
  enforcement: { tone: 'bad', badge: 'Nothing new can be added' },
  abuse_lock: { tone: 'bad', badge: 'Changes are locked' },
};

/** In the counted unit: `55 of 50 client workspaces`. */
export function overLimitBadge({ posture, limits }: OverLimitPayload): Markup | undefined {
  if (posture === 'none') return undefined;
  const { tone, badge } = LOOKS[posture];
  const text = posture === 'abuse_lock' ? badge : (limits.find((one) => one.posture === posture)?.title ?? badge);
  return html`<p class="badge ${tone}">${icon('alert')}<span class="unseen">${badge}: </span>${text}</p>`;
}

/** A warning is a badge only; from the countdown on, every page says what works, what does not, and until when. */
export function overLimitNotice(overLimit: OverLimitPayload): Markup | undefined {
  if (!noticed(overLimit)) return undefined;
  const { posture, message = '', limits } = overLimit;
  const lines = posture === 'abuse_lock' ? [{ title: LOOKS.abuse_lock.badge, message }] : limits;
  return html`<section class="banner blocked" aria-label="Limits">
    ${lines.map((line) => html`<p><strong>${line.title}</strong></p><p>${line.message}</p>`)}
  </section>`;
}

/** Whether every page says it already. */
export function noticed({ posture }: OverLimitPayload): boolean {
  return posture !== 'none' && posture !== 'warning';
}
