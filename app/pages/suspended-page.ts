/** Nothing enters; what a suspended organisation reads on every page leaves. */

import { html } from 'hono/html';
import type { PageContent } from './layout.ts';

export function suspendedPage(): PageContent {
  return {
    title: 'This account is suspended',
    body: html`<section class="locked" aria-label="Account suspended">
      <p>Nothing was deleted. While the account is suspended, nothing can be shown or changed.</p>
      <p>If you think that this is a mistake, please contact support.</p>
    </section>`,
  };
}
