/** A name goes in; a small drawing that refers to the sprite of the page comes out. */
import type { CellStatus, Level, ReleaseVerdict, Verdict } from '../../types.ts';
import { Markup, markup } from './markup.ts';

type IconName = CellStatus | Level | Verdict | ReleaseVerdict | 'copy';

/** Drawn on a field of 16 by 16, with a line of the colour of the text. */
const DRAWINGS: Record<IconName, string> = {
  same: '<path d="M3.5 8.5l3 3 6-7"/>',
  differs: '<path d="M3 6h10M3 10h10M10.5 3l-5 10"/>',
  absent: '<circle cx="8" cy="8" r="4.5" stroke-dasharray="2.4 2.3"/>',
  unread: '<path d="M5.6 6a2.4 2.4 0 1 1 3.5 2.2c-.8.4-1.1.9-1.1 1.7M8 12.6v.1"/>',
  unknown: '<path d="M4.5 8.5q1.7-2.4 3.5-.7t3.5-.7"/>',
  excluded: '<path d="M4.5 8h7"/>',
  error: '<circle cx="8" cy="8" r="6.2"/><path d="M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6"/>',
  warning: '<path d="M8 2.2l6.3 11.3H1.7zM8 6.5v3.2M8 11.5v.1"/>',
  note: '<circle cx="8" cy="8" r="6.2"/><path d="M8 7.3v3.7M8 4.9v.1"/>',
  clean: '<circle cx="8" cy="8" r="6.5"/><path d="M5 8.3l2.2 2.2L11.2 6"/>',
  drift: '<circle cx="8" cy="8" r="6.5"/><path d="M4.8 6.5h6.4M4.8 9.7h6.4M9.5 4.7l-3 6.7"/>',
  could_not_look: '<path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM3 13.2l10-10.4"/>',
  GO: '<circle cx="8" cy="8" r="6.5"/><path d="M5 8.3l2.2 2.2L11.2 6"/>',
  GO_WITH_CONDITIONS: '<path d="M13.9 5.4A6.5 6.5 0 1 1 10.6 2M5 8.3l2.2 2.2L11.2 6M13.4 1.4v1.7M13.4 4.6v.1"/>',
  NO_GO: '<path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM4.8 8h6.4"/>',
  copy: '<path d="M6 5.5h7.5V14H6zM10 5.5V2.5H2.5V11H6"/>',
};

/** Decoration only: what it means stands in words beside it. */
export function icon(name: IconName): Markup {
  return markup`<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}

/** Every drawing once, for the start of the page. */
export function iconSprite(): Markup {
  const symbols = Object.entries(DRAWINGS).map(
    ([name, drawing]) => `<symbol id="i-${name}" viewBox="0 0 16 16">${drawing}</symbol>`,
  );
  return new Markup(`<svg class="sprite" aria-hidden="true">${symbols.join('')}</svg>`);
}
