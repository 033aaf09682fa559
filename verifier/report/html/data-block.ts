/** Data goes in; a script element that holds it as JSON, for the page's script to read when it needs it, comes out. */
import { Markup, markup } from './markup.ts';

/** No `<`, so nothing can end the element or open a comment; a parser reads the same data back. */
export function dataBlock(id: string, data: unknown): Markup {
  const json = JSON.stringify(data).replace(
    /[<\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return markup`<script type="application/json" id="${id}">${new Markup(json)}</script>`;
}
