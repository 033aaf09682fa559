/** Where an organisation stands with its limits enters; the badge and the notice that every page shows leave, or nothing. */

import { html } from 'hono/html';
import type { OverLimitEntry, OverLimitPayload } from '../evaluator/over-limit-payload.ts';
import type { Posture } from '../evaluator/over-limit-posture.ts';
import { icon } from './icon.ts';
import type { Markup } from './markup.ts';

/** The colour never says it alone: each has its own words. */
const LOOKS: Readonly<Record<Posture, { tone: 'watch' | 'bad'; badge: string; heading: string }>> = {
  none: { tone: 'watch', badge: '', heading: '' },
  warning: { tone: 'watch', badge: 'Above the limit', heading: 'Above the limit' },
  countdown: { tone: 'bad', badge: 'Above the limit', heading: 'Above the limit for more than 72 hours' },
  enforcement: { tone: 'bad', badge: 'Nothing new', heading: 'Nothing new can be added' },
  abuse_lock: { tone: 'bad', badge: 'Changes locked', heading: 'Changes are locked' },
};

/** In the counted unit: `55 of 50 client workspaces`. */
export function overLimitBadge({ posture, limits }: OverLimitPayload): Markup | undefined {
  if (posture === 'none') return undefined;
  const { tone, badge } = LOOKS[posture];
  const text = posture === 'abuse_lock' ? badge : (limits.find((one) => one.posture === posture)?.title ?? badge);
  return html`<p class="badge ${tone}">${icon('alert')}<span class="unseen">${badge}: </span>${text}</p>`;
}

/** A warning is a badge only; from the countdown on, every page says what works, what does not, and until when. */
export function overLimitNotice({ posture, message, limits }: OverLimitPayload): Markup | undefined {
  if (posture === 'none' || posture === 'warning') return undefined;
  const { heading } = LOOKS[posture];
  const lines = posture === 'abuse_lock' ? [] : limits.filter((one) => one.posture !== 'none');
  return html`<section class="banner blocked" aria-label="Limits">
    <p><strong>${heading}</strong></p>
    ${message && html`<p>${message}</p>`} ${lines.map(overLimitLine)}
  </section>`;
}

export function overLimitLine({ title, message }: OverLimitEntry): Markup {
  return html`<p><b>${title}.</b> ${message}</p>`;
}
