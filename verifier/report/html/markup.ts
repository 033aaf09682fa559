/** A template with values from anywhere goes in; HTML comes out, in which every value is escaped unless it is markup itself. */
import { shownText } from '../shown-text.ts';

/** HTML that `markup` made. Nothing else may make one from words. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

export type Piece = string | number | Markup | readonly Piece[] | false | undefined;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Attribute values must stand between double quotes. Lists are joined; `false` and `undefined` print nothing. */
export function markup(parts: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return new Markup(parts.reduce((html, part, at) => html + printed(pieces[at - 1]) + part));
}

function printed(piece: Piece): string {
  if (piece === false || piece === undefined) return '';
  if (piece instanceof Markup) return piece.html;
  if (typeof piece === 'object') return piece.map(printed).join('');
  return shownText(String(piece)).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
