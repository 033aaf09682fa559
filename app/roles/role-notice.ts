/** Something that a holder's role is not offered enters; the calm sentence or page in its place leaves. */

import { html } from 'hono/html';
import type { EntitlementTable } from '../evaluator/table.ts';
import type { PageContent } from '../pages/layout.ts';
import type { Markup } from '../pages/markup.ts';
import type { Product } from '../product.ts';
import { type ForRoles, roleRequired } from './require-role.ts';

/** `action` says what is not offered: `To add or remove workspaces`. */
/** Nothing in a demo: nobody there has a role. */
export function roleNotice({ table, demo }: Product, thing: ForRoles, action: string): Markup | string {
  if (demo) return '';
  return html`<p class="intro">${action}: ${lowerFirst(roleRequired(table, thing))}.</p>`;
}

export function roleRequiredPage(table: EntitlementTable, thing: ForRoles, title: string): PageContent {
  return {
    title,
    body: html`<section class="locked" aria-label="Another role is needed">
      <p>${roleRequired(table, thing)}.</p>
      <p>Somebody with that role can open this page, or give it to you.</p>
    </section>`,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
