/** The text of a Markdown or MDX file goes in; the marks of regions in it, and comments that are none where they stand, come out. */

export interface Mark {
  kind: 'begin' | 'end';
  /** Range in the text. */
  from: number;
  to: number;
  /** The words behind `begin`, each with where it stands. */
  words: { value: string; at: number }[];
  /** A comment of the other language: HTML's in MDX, JSX's in Markdown. */
  foreign: boolean;
}

/** Bounded, so that a page of unclosed comments costs no more than its length. */
const INSIDE = String.raw`[ \t\r\n]*planproof:(begin|end)(?![\w-])((?:(?!-->|\*\/|<!--|\{\/\*)[^>]){0,500}?)`;
const MARK = new RegExp(String.raw`<!--${INSIDE}-->|\{[ \t]*\/\*${INSIDE}\*\/[ \t]*\}`, 'g');

/** In the order of the text. */
export function marksIn(text: string, mdx: boolean): Mark[] {
  return Array.from(text.matchAll(MARK), (match): Mark => {
    const html = match[1] !== undefined;
    const [kind, rest] = html ? [match[1], match[2]!] : [match[3], match[4]!];
    const start = match.index + match[0].indexOf(`planproof:${kind}`) + `planproof:${kind}`.length;
    return {
      kind: kind as Mark['kind'],
      from: match.index,
      to: match.index + match[0].length,
      words: Array.from(rest.matchAll(/\S+/g), (word) => ({ value: word[0], at: start + word.index })),
      foreign: html === mdx,
    };
  });
}
