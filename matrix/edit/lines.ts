/** A text and an offset in it go in; where its line begins and ends, and how it is broken, come out. */

export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** The text with each range replaced. Ranges do not overlap; insertions at one offset keep their order. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let done = 0;
  const parts = splices
    .toSorted((a, b) => a.from - b.from)
    .map((splice) => {
      const kept = text.slice(done, splice.from);
      done = splice.to;
      return kept + splice.text;
    });
  return parts.join('') + text.slice(done);
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line break that ends the line, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return feed > offset && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** The line break that stands at `offset`, or where the text ends there, the one before it. */
export function breakAt(text: string, offset: number): string {
  const feed = text.indexOf('\n', offset);
  const near = feed < 0 ? text.lastIndexOf('\n', offset) : feed;
  return near > 0 && text[near - 1] === '\r' ? '\r\n' : '\n';
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** `[from, to]` goes, and with it the line or the spaces that would be left over. A comment after it stays one. */
export function cut(text: string, from: number, to: number): Splice {
  const [start, end] = [lineStart(text, from), lineEnd(text, to)];
  const before = text.slice(start, from);
  const rest = text.slice(to, end);
  const spaces = rest.length - rest.trimStart().length;
  const bound = rest.trimStart().startsWith('#') && /\S$/.test(before);
  if (!isBlank(rest)) return { from, to: bound ? to : to + spaces, text: '' };
  if (!isBlank(before)) return { from: start + before.trimEnd().length, to, text: '' };
  const broken = breakAt(text, end).length;
  return end < text.length
    ? { from: start, to: end + broken, text: '' }
    : { from: Math.max(0, start - broken), to: end, text: '' };
}
