/** A title, head lines and a body enter; a whole HTML document leaves. */

import { html } from 'hono/html';
import type { Markup } from './markup.ts';

export function documentShell(parts: { title: string; head?: Markup; body: Markup }): Markup {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${parts.title}</title>
    ${parts.head}
    <link rel="icon" href="/pulse.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/pulse.css" />
  </head>
  <body>
    ${parts.body}
  </body>
</html>`;
}
