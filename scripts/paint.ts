/** The stream that is written to goes in; what gives words their colour there, and shows what could steer it, comes out. */

import type { Paint } from '../matrix/diff/print/terminal.ts';
import { shownText } from '../verifier/report/shown-text.ts';
import { painter } from '../verifier/report/terminal-text.ts';

/** Colour only on a terminal, and never with `NO_COLOR`. */
export function paintOf(stream: { isTTY?: boolean }): Paint {
  const paint = painter(Boolean(stream.isTTY) && !process.env.NO_COLOR);
  return (words, colour) => (colour ? paint(colour, shownText(words)) : shownText(words));
}
