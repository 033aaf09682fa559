/** A plain text goes in; its headings, points, tables and paragraphs, as people set them with signs alone, come out. */
import type { Block } from '../claims/text.ts';
import { layoutOf } from './layout.ts';
import { barTable, type Drawn, gridTable, isBorder } from './lines/grid.ts';
import { type Line, linesOf } from './lines/line.ts';
import type { ReadText, Unread } from './read-blocks.ts';
import { SourceText } from './source-text.ts';

/** Characters stand for themselves. */
const NOTHING = /(?!)/y;
const UNDERLINE = /^([=\-~*#^"_])\1{2,}$/;
const POINT = /^(?:[-*+•‣◦▪–—]|\(?(?:\d{1,3}|[a-z])[.)])\s+/;
const DEPTHS: Readonly<Record<string, number>> = { '=': 1, '#': 1, '*': 1, '-': 2 };

export function readPlainText(source: string, path: string): ReadText {
  const reader = new TextReader(new SourceText(source, path, NOTHING));
  for (const lines of runsOf(linesOf(source))) reader.read(lines);
  return { blocks: reader.blocks, unread: reader.unread };
}

/** Lines that no empty line parts. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.words && open) runs.at(-1)!.push(line);
    else if (line.words) runs.push([line]);
    open = line.words !== '';
  }
  return runs;
}

class TextReader {
  readonly blocks: Block[] = [];
  readonly unread: Unread[] = [];
  /** Points that are open: how far each is set in, and by what it is known. */
  #points: { indent: number; id: number }[] = [];

  constructor(private readonly file: SourceText) {}

  read(lines: readonly Line[]): void {
    const heading = headingIn(lines);
    if (heading) {
      this.#points = [];
      this.blocks.push({ kind: 'heading', depth: heading.depth, text: this.#folded([heading.line]), within: [] });
      if (lines.length > heading.takes) this.read(lines.slice(heading.takes));
    } else if (lines.every(({ words }) => words.startsWith('>'))) return;
    else if (!this.#table(lines)) this.#words(lines);
  }

  #table(lines: readonly Line[]): boolean {
    const border = isBorder(lines[0]!);
    const bars = lines.length > 1 && lines.every((line) => isBorder(line) || line.words.includes('|'));
    const drawn = border ? gridTable(lines) : bars ? barTable(lines) : undefined;
    if (border && !drawn) {
      const at = this.file.place(lines[0]!.at, lines[0]!.at + lines[0]!.words.length);
      this.unread.push({ reason: 'has a table whose cells span others', at });
      return true;
    }
    if (drawn) this.#add(drawn);
    return drawn !== undefined || this.#columns(lines);
  }

  #add({ head, rows }: Drawn): void {
    const [first = [], ...rest] = head.length ? [head, ...rows] : rows;
    const text = (cell: (typeof first)[number]) => this.file.folded(cell);
    this.blocks.push({ kind: 'table', head: first.map(text), rows: rest.map((row) => row.map(text)), within: [] });
  }

  /** Words that white space sets in columns. */
  #columns(lines: readonly Line[]): boolean {
    const wide = lines.filter(({ words }) => /\S(?: {2,}|\t)\S/.test(words));
    if (lines.length < 2 || wide.length < lines.length - 1 || lines.some(({ words }) => POINT.test(words)))
      return false;
    const { from } = lines[0]!;
    const end = lines.at(-1)!;
    const [head, ...rows] = layoutOf(this.file.source.slice(from, end.from + end.written.length)).map((row) =>
      row.map(({ words, at }) => this.file.literal(words, from + at)),
    );
    if (!head || !rows.length) return false;
    this.blocks.push({ kind: 'table', head, rows, within: [], laidOut: true });
    return true;
  }

  /** A line that begins with a sign is a point; a line that is set in further goes on with it. */
  #words(lines: readonly Line[]): void {
    let open: Line[] = [];
    const flush = () => {
      if (open.length) this.#paragraph(open);
      open = [];
    };
    for (const line of lines) {
      if (POINT.test(line.words)) {
        flush();
        this.#points = this.#points.filter(({ indent }) => indent < line.indent);
        this.#points.push({ indent: line.indent, id: line.at + 1 });
      } else if (!open.length) this.#points = this.#points.filter(({ indent }) => indent < line.indent);
      open.push(line);
    }
    flush();
  }

  #paragraph(lines: readonly Line[]): void {
    const within = this.#points.map(({ id }) => id);
    const sign = POINT.exec(lines[0]!.words)?.[0].length ?? 0;
    const text = this.#folded(lines, sign);
    if (text.value) this.blocks.push({ kind: within.length ? 'item' : 'paragraph', text, within });
  }

  #folded(lines: readonly Line[], skipped = 0) {
    const [from, last] = [lines[0]!.at + skipped, lines.at(-1)!];
    const to = last.at + last.words.length;
    return this.file.folded([{ words: this.file.source.slice(from, to), from, to }]);
  }
}

interface Heading {
  line: Line;
  depth: number;
  takes: number;
}

/** A line over a row of signs, between two such rows, behind hashes, or all in capitals. */
function headingIn(lines: readonly Line[]): Heading | undefined {
  const [first, second, third] = lines;
  const over = UNDERLINE.exec(first!.words);
  if (over && second && third && third.words === first!.words) return { line: second, depth: 1, takes: 3 };
  if (over) return undefined;
  const under = UNDERLINE.exec(second?.words ?? '');
  if (under && !first!.words.includes('|')) return { line: first!, depth: DEPTHS[under[1]!] ?? 3, takes: 2 };
  const hashes = /^(#{1,6})\s+\S/.exec(first!.words);
  if (hashes) return { line: first!, depth: hashes[1]!.length, takes: 1 };
  const capitals =
    lines.length === 1 &&
    first!.words.length <= 60 &&
    /^[\p{Lu}\d\s&/–-]*\p{Lu}{3}[\p{Lu}\d\s&/:–-]*$/u.test(first!.words);
  return capitals ? { line: first!, depth: 2, takes: 1 } : undefined;
}
