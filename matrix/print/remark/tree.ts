/** What the plugin needs of a Markdown tree and its file (mdast, vfile): their own types would be one more thing to install. */

export interface Node {
  type: string;
  value?: string;
  children?: Node[];
  position?: { start: { offset?: number } } | undefined;
}

export interface File {
  /** The source of the page. */
  toString(): string;
  /** Throws, with the place in the file. */
  fail(reason: string, options: { place: { start: Point; end: Point }; source: string; ruleId: string }): never;
}

interface Point {
  line: number;
  column: number;
  offset: number;
}

/** Counted from 1, in UTF-16 code units. */
export function pointAt(source: string, offset: number): Point {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return { line: source.slice(0, start).split('\n').length, column: offset - start + 1, offset };
}
