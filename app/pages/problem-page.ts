/** An error enters; the page that says so in calm words, and leads back, leaves. */

import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiError } from '../routes/api-error.ts';
import { documentShell } from './document-shell.ts';

export function problemPage(context: Context, error: ApiError): Response | Promise<Response> {
  const title = error.status === 404 ? 'There is no such page' : 'This did not work';
  const body = html`<main class="login" id="main">
    <h1>${title}</h1>
    <p>${error.message}</p>
    <p><a href="/">Back to the overview</a></p>
  </main>`;
  return context.html(documentShell({ title, body }), error.status as ContentfulStatusCode);
}
