/** Words, columns and colours go in; lines for a terminal of a given width come out. */
import { shownText } from './shown-text.ts';

export type Colour = 'red' | 'yellow' | 'green' | 'cyan' | 'bold' | 'dim';
export type Paint = (colour: Colour, words: string) => string;

const CODES: Record<Colour, [number, number]> = {
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
  bold: [1, 22],
  dim: [2, 22],
};

/** Without colour, words come out as they went in. */
export function painter(color: boolean): Paint {
  return (colour, words) => (color ? `\u001b[${CODES[colour][0]}m${words}\u001b[${CODES[colour][1]}m` : words);
}

/** White space folded, steering characters shown. */
export function oneLine(words: string): string {
  return shownText(words).replace(/\s+/g, ' ').trim();
}

/** Breaks at spaces so that no line is longer than `width`; a longer word stays whole, to be copied. */
export function wrap(words: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(words).split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

/** A first line of names, then rows; columns of numbers stand to the right. */
export function columns(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  const isNumber = rows[0]!.map((_, at) => rows.slice(1).every((row) => /^[\d,.]*( %)?$/.test(String(row[at]))));
  return rows.map((row) =>
    row
      .map((cell, at) => (isNumber[at] ? String(cell).padStart(widths[at]!) : String(cell).padEnd(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
}
