/** What a page part gives back: text in which everything that came from elsewhere is escaped already. */

import type { html } from 'hono/html';

export type Markup = ReturnType<typeof html>;
