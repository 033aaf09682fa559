/** A Markdown text goes in; whether its lists and quotations nest deeper than anybody writes comes out. */

/** Deeper than this, the parser's time grows with the cube of the depth. */
const MOST_LEVELS = 100;
const MARKER = /[ \t]*(?:[-*+>]|\d{1,9}[.)])(?=[ \t]|$)/y;

/** In one walk over the lines: a point opens a level for each point further to the left, and for each mark before it. */
export function nestsTooDeep(text: string): boolean {
  const open: number[] = [];
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    while (open.length && open.at(-1)! >= indent) open.pop();
    const marks = marksAt(line);
    if (marks) open.push(indent);
    if (open.length + marks - 1 > MOST_LEVELS) return true;
  }
  return false;
}

function marksAt(line: string): number {
  let marks = 0;
  MARKER.lastIndex = 0;
  while (marks <= MOST_LEVELS && MARKER.test(line)) marks += 1;
  return marks;
}
