/** The address that was tried and why it failed enter; the page with the sign-in form leaves. */

import { html } from 'hono/html';
import { documentShell } from './document-shell.ts';
import { icon } from './icon.ts';
import type { Markup } from './markup.ts';

export interface LoginForm {
  readonly product: string;
  /** Where to go afterwards: a path of this product. */
  readonly next: string;
  readonly email?: string;
  readonly problem?: string;
}

export function loginPage({ product, next, email = '', problem }: LoginForm): Markup {
  const body = html`<main class="login" id="main">
    <p class="brand">${icon('pulse')}<span>${product}</span></p>
    <h1>Sign in</h1>
    ${problem && html`<p class="notice refused" role="alert" id="problem">${problem}</p>`}
    <form method="post" action="/login">
      <input type="hidden" name="next" value="${next}" />
      <label for="email">E-mail address</label>
      <input id="email" name="email" type="email" autocomplete="username" required value="${email}" />
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required />
      <button>Sign in</button>
    </form>
  </main>`;
  return documentShell({ title: `Sign in · ${product}`, body });
}
