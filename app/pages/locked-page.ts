/** A gate that refused enters; the calm notice that stands in the page's place leaves. */

import { html } from 'hono/html';
import type { Gate } from '../gates/find-gate.ts';
import { icon } from './icon.ts';
import type { PageContent } from './layout.ts';
import type { Markup } from './markup.ts';

export function lockedPage(gate: Gate, about: string, trial?: Markup): PageContent {
  return {
    title: gate.locked ?? 'Not part of this plan',
    body: html`<section class="locked" aria-label="Not included">
      <p class="sign">${icon('lock')}</p>
      <p>${about}</p>
      ${trial}
      <p><a href="/plan">See what your plan includes</a></p>
    </section>`,
  };
}
