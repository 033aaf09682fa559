/** The text of a file goes in; its lines, each with its offset and how far it is set in, come out. */

export interface Line {
  /** Without the white space around it. */
  words: string;
  /** Columns before the first word; a tab reaches to the next of eight. */
  indent: number;
  /** Offset in the file of the first word. */
  at: number;
  /** Offset in the file at which the line begins, and the line as it is written. */
  from: number;
  written: string;
}

export function linesOf(source: string): Line[] {
  let from = 0;
  return source.split('\n').map((line) => {
    const written = line.replace(/\r$/, '');
    const words = written.trim();
    const lead = written.length - written.trimStart().length;
    const made = { words, indent: words ? columns(written.slice(0, lead)) : 0, at: from + lead, from, written };
    from += line.length + 1;
    return made;
  });
}

function columns(blank: string): number {
  let at = 0;
  for (const sign of blank) at = sign === '\t' ? at + 8 - (at % 8) : at + 1;
  return at;
}

/** The same line without its first characters, set in as far as they reach. */
export function setIn(line: Line, skipped: number): Line {
  const words = line.words.slice(skipped);
  const lead = words.length - words.trimStart().length;
  return { ...line, words: words.trim(), indent: line.indent + skipped + lead, at: line.at + skipped + lead };
}
