/** The name of an icon enters; a small drawing that assistive technology passes over leaves. */

import { html } from 'hono/html';
import type { Markup } from './markup.ts';

const PATHS = {
  pulse: 'M2 12h4l3-8 5 16 3-8h5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  lock: 'M6 11h12v9H6zM9 11V7.5a3 3 0 0 1 6 0V11',
  alert: 'M12 4 2.5 20h19zM12 10v4M12 17v.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): Markup {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${PATHS[name]}" /></svg>`;
}
