/** Lines of reStructuredText go in; blocks, and the parts that this reader does not know, come out. */
import type { Block, Text } from '../../claims/text.ts';
import { htmlPart } from '../html-part.ts';
import { withoutFragments } from '../html-places.ts';
import { type Includes, includedBlocks, NOT_INCLUDED } from '../includes.ts';
import { type Drawn, gridTable, isBorder, ruledTable } from '../lines/grid.ts';
import { type Line, setIn } from '../lines/line.ts';
import type { Unread } from '../read-blocks.ts';
import { type Piece, SourceText } from '../source-text.ts';
import { shownOf } from './directives.ts';
import { includedLines } from './included-lines.ts';
import { inlinePieces } from './inline.ts';
import { csvTable, inlined, listTable } from './tables.ts';

type Within = readonly number[];

const MARK = /^(?:[-*+•‣⁃]|\(?(?:\d{1,4}|#|[a-zA-Z]|[ivxlcdmIVXLCDM]{1,7})[.)])(?:\s+|$)/;
const SIGNS = /^([!-/:-@[-`{-~])\1*$/;
const EXPLICIT = /^\.\.(?:\s|$)/;
const DIRECTIVE = /^\.\.\s+(?:\|[^|]+\|\s+)?([\w+.:-]+?)::(?:\s+(.*))?$/;
const FIELD = /^:([^:\s](?:[^:]|:(?!\s))*):(?:\s+(.*))?$/;
const RULED = /^={2,}(?: +={2,})+$/;
const MOST_NESTED = 500;
/** Endings of files that are written as this one is. */
const RST = /\.(?:rst|rest|txt|inc|rsti)$/i;

export class RstBlocks {
  readonly blocks: Block[] = [];
  readonly unread: Unread[] = [];
  constructor(
    private readonly file: SourceText,
    private readonly includes?: Includes,
    /** Signs of titles in the order in which they were met: the first is the highest. */
    private readonly titles: string[] = [],
  ) {}

  /** Lines of one body, whose first line with words says how far it is set in. */
  read(lines: readonly Line[], within: Within = [], nested = 0): void {
    if (nested > MOST_NESTED) {
      this.#tell('is nested deeper than its reader can follow', lines);
      return;
    }
    for (let at = 0; at < lines.length; ) {
      if (!lines[at]!.words) at += 1;
      else at = this.#one(lines, at, within, nested);
    }
  }

  /** Reads what begins at a line, and gives the line after it. */
  #one(lines: readonly Line[], at: number, within: Within, nested: number): number {
    const line = lines[at]!;
    const { words, indent } = line;
    if (EXPLICIT.test(words) || /^__\s/.test(words)) return this.#explicit(lines, at, within, nested);
    if (isBorder(line)) return this.#grid(lines, at, within);
    if (RULED.test(words)) return this.#ruled(lines, at, within);
    const title = this.#title(lines, at, within);
    if (title) return title;
    if (/^>>> /.test(words)) return untilBlank(lines, at);
    const mark = MARK.exec(words)?.[0].length;
    if (mark && isItem(lines, at, mark)) return this.#item(lines, at, mark, within, nested);
    if (FIELD.test(words)) return this.#field(lines, at, within, nested);
    const next = lines[at + 1];
    if (next?.words && next.indent > indent && !/^\|\s/.test(words)) return this.#definition(lines, at, within, nested);
    return this.#paragraph(lines, at, within);
  }

  #title(lines: readonly Line[], at: number, within: Within): number | undefined {
    const [first, second, third] = [lines[at]!, lines[at + 1], lines[at + 2]];
    const over = SIGNS.exec(first.words);
    const lined = over && second?.words && third?.words === first.words && first.words.length >= second.words.length;
    const under = SIGNS.exec(second?.words ?? '');
    const underlined =
      under &&
      second!.indent === first.indent &&
      (second!.words.length >= first.words.length || second!.words.length > 3) &&
      !over;
    if (!lined && !underlined) return over && first.words.length > 3 ? at + 1 : undefined;
    const kind = lined ? `${over[1]} over` : under![1]!;
    if (!this.titles.includes(kind)) this.titles.push(kind);
    const line = lined ? second! : first;
    const text = this.#text(inlinePieces(line.words, line.at));
    this.blocks.push({ kind: 'heading', depth: this.titles.indexOf(kind) + 1, text, within });
    return at + (lined ? 3 : 2);
  }

  #paragraph(lines: readonly Line[], at: number, within: Within): number {
    const { indent } = lines[at]!;
    let end = at + 1;
    while (lines[end]?.words && lines[end]!.indent === indent) end += 1;
    const body = lines.slice(at, end);
    const isLiteral = body.at(-1)!.words.endsWith('::');
    this.#say(body, within);
    const after = firstWith(lines, end);
    return isLiteral && after < lines.length && lines[after]!.indent > indent ? untilIndent(lines, after, indent) : end;
  }

  #say(body: readonly Line[], within: Within): void {
    const [from, last] = [body[0]!.at, body.at(-1)!];
    const words = this.file.source.slice(from, last.at + last.words.length).replace(/::$/, ': ');
    const text = this.#text(inlinePieces(words.replace(/(^|\n)\|(?=\s)/g, '$1 '), from));
    if (text.value) this.blocks.push({ kind: within.length ? 'item' : 'paragraph', text, within });
  }

  #item(lines: readonly Line[], at: number, mark: number, within: Within, nested: number): number {
    const line = lines[at]!;
    const end = untilIndent(lines, at + 1, line.indent);
    this.read([setIn(line, mark), ...lines.slice(at + 1, end)], [...within, line.at + 1], nested + 1);
    return end;
  }

  /** A term and what is said of it in one paragraph are a row, or a heading and its sentence; more than that stands within the term. */
  #definition(lines: readonly Line[], at: number, within: Within, nested: number): number {
    const term = lines[at]!;
    const end = untilIndent(lines, at + 1, term.indent);
    const body = lines.slice(at + 1, end);
    const one =
      untilBlank(body, 0) === firstEmptyTail(body) && !EXPLICIT.test(body[0]!.words) && !MARK.test(body[0]!.words);
    const inside = [...within, term.at + 1];
    if (one && !body[0]!.words.endsWith('::')) {
      const [from, last] = [body[0]!.at, body[untilBlank(body, 0) - 1]!];
      const said = this.#text(inlinePieces(this.file.source.slice(from, last.at + last.words.length), from));
      const name = this.#text(inlinePieces(term.words, term.at));
      if (isValue(said.value)) this.blocks.push({ kind: 'table', head: [], rows: [[name, said]], within });
      else
        this.blocks.push(
          { kind: 'heading', depth: 6, text: name, within: inside },
          { kind: 'paragraph', text: said, within: inside },
        );
      return end;
    }
    this.#say([term], inside);
    this.read(body, inside, nested + 1);
    return end;
  }

  /** `:Plan: Pro`. Fields at the head of a file are for its publisher, but are read too: they may be shown. */
  #field(lines: readonly Line[], at: number, within: Within, nested: number): number {
    const line = lines[at]!;
    const end = untilIndent(lines, at + 1, line.indent);
    const match = FIELD.exec(line.words)!;
    const rest = match[2] ? line.words.length - match[2].length : undefined;
    const body = [...(rest === undefined ? [] : [setIn(line, rest)]), ...lines.slice(at + 1, end)];
    const [first] = body.filter(({ words }) => words);
    if (first && untilBlank(body, body.indexOf(first)) >= firstEmptyTail(body)) {
      const last = body.findLast(({ words }) => words)!;
      const said = inlinePieces(this.file.source.slice(first.at, last.at + last.words.length), first.at);
      const row = [this.#text(inlinePieces(match[1]!, line.at + 1)), this.#text(said)];
      this.blocks.push({ kind: 'table', head: [], rows: [row], within });
    } else this.read(body, [...within, line.at + 1], nested + 1);
    return end;
  }

  #explicit(lines: readonly Line[], at: number, within: Within, nested: number): number {
    const line = lines[at]!;
    const end = untilIndent(lines, at + 1, line.indent);
    const body = lines.slice(at + 1, end);
    const footnote = /^\.\.\s+\[(?:#?[\w.-]*|\*)\]\s*/.exec(line.words)?.[0].length;
    if (footnote) this.read([setIn(line, footnote), ...body], within, nested + 1);
    const directive = DIRECTIVE.exec(line.words);
    if (directive && !/^\.\.\s+\|/.test(line.words)) this.#directive(directive, { line, body, within, nested });
    return end;
  }

  #directive(
    [whole, name, argument = '']: RegExpExecArray,
    { line, body, within, nested }: { line: Line; body: readonly Line[]; within: Within; nested: number },
  ): void {
    const options = body.findIndex(({ words }) => !FIELD.test(words));
    const content = options < 0 ? [] : body.slice(options);
    const option = (key: string) => body.find(({ words }) => words.startsWith(`:${key}:`));
    const title = argument && setIn(line, whole!.length - argument.length);
    const inside = [...within, line.at + 1];
    switch (shownOf(name!)) {
      case 'content':
        this.read([...(title ? [title] : []), ...content], within, nested + 1);
        break;
      case 'titled':
        if (title)
          this.blocks.push({
            kind: 'heading',
            depth: 6,
            text: this.#text(inlinePieces(title.words, title.at)),
            within: inside,
          });
        this.read(content, inside, nested + 1);
        break;
      case 'heading':
        if (title) this.#say([title], within);
        break;
      case 'table':
        this.read(content, within, nested + 1);
        break;
      case 'list-table':
        this.#table(listTable(this.file.source, content, option), within);
        break;
      case 'csv-table': {
        const drawn = csvTable(this.file.source, content, option);
        if (drawn) this.#table(drawn, within);
        else this.#tell('has a table whose values stand elsewhere', [line]);
        break;
      }
      case 'image': {
        const alt = option('alt');
        if (alt) this.#say([setIn(alt, 5)], within);
        this.read(content, within, nested + 1);
        break;
      }
      case 'hidden':
        this.#meta(body);
        break;
      case 'raw': {
        const [first, last] = [content[0], content.at(-1)];
        if (/^html/i.test(argument) && first && last)
          this.blocks.push(...htmlPart(this.file, { from: first.from, to: last.at + last.words.length }, within));
        break;
      }
      case 'include':
        this.#include(argument, { line, body, within });
        break;
      case 'unknown':
        this.#tell(`has the directive \`${name}\`, which its reader does not know`, [line]);
        break;
      default:
    }
  }

  /** The page shows the file in place of the line. */
  #include(written: string, { line, body, within }: { line: Line; body: readonly Line[]; within: Within }): void {
    const option = (name: string) =>
      body
        .find(({ words }) => words.startsWith(`:${name}:`))
        ?.words.slice(name.length + 2)
        .trim();
    if (option('literal') !== undefined || option('code') !== undefined) return;
    const found = RST.test(written) ? this.includes?.find(written) : undefined;
    if (!found) {
      this.#tell(NOT_INCLUDED(written), [line]);
      return;
    }
    const reader = new RstBlocks(
      new SourceText(found.text, found.path, this.file.spelling),
      found.includes,
      this.titles,
    );
    reader.read(includedLines(found.text, option));
    const via = this.file.place(line.at, line.at + line.words.length);
    this.blocks.push(...includedBlocks(reader.blocks, via, [...within, line.at + 1]));
    this.unread.push(...reader.unread);
  }

  #meta(body: readonly Line[]): void {
    for (const line of body) {
      const match = /^:(?:property=)?(?:og:|twitter:)?(?:description|title)[^:]*:\s+/.exec(line.words);
      if (!match) continue;
      const said = setIn(line, match[0].length);
      this.blocks.push({
        kind: 'paragraph',
        text: this.#text([{ words: said.words, from: said.at, to: said.at + said.words.length }]),
        within: [],
        apart: true,
      });
    }
  }

  #grid(lines: readonly Line[], at: number, within: Within): number {
    const end = untilBlank(lines, at);
    const drawn = gridTable(lines.slice(at, end));
    if (drawn) this.#table(inlined(drawn), within);
    else this.#tell('has a table whose cells span others', lines.slice(at, end));
    return end;
  }

  #ruled(lines: readonly Line[], at: number, within: Within): number {
    const { words } = lines[at]!;
    let end = at + 1;
    let rules = 0;
    // The last rule is followed by an empty line.
    while (end < lines.length && !(rules > 0 && !lines[end]!.words)) {
      if (lines[end]!.words === words) rules += 1;
      end += 1;
    }
    const drawn = ruledTable(lines.slice(at, end));
    if (drawn) this.#table(inlined(drawn), within);
    else this.#tell('has a table whose cells span others', lines.slice(at, end));
    return end;
  }

  #table({ head, rows }: Drawn, within: Within): void {
    const [first = [], ...rest] = head.length ? [head, ...rows] : rows;
    if (!rest.length) return;
    const row = (cells: readonly (readonly Piece[])[]) => cells.map((cell) => this.#text(cell));
    this.blocks.push({ kind: 'table', head: row(first), rows: rest.map(row), within });
  }

  #text(pieces: readonly Piece[]): Text {
    return this.file.folded(withoutFragments(pieces));
  }

  #tell(reason: string, lines: readonly Line[]): void {
    const [first, last] = [lines[0]!, lines.at(-1)!];
    this.unread.push({ reason, at: this.file.place(first.at, last.at + last.words.length) });
  }
}

/** "15", "4 weeks": a value of what the term names, and no sentence about it. */
function isValue(words: string): boolean {
  return words.split(' ').length <= 4 && !/\p{L}[.!?]$/u.test(words);
}

/** A number begins an item only where the next line is empty, an item or set in: "2024. A good year" is a sentence. */
function isItem(lines: readonly Line[], at: number, mark: number): boolean {
  const [line, next] = [lines[at]!, lines[at + 1]];
  if (/^[-*+•‣⁃]/.test(line.words)) return true;
  return !next?.words || next.indent >= line.indent + Math.min(mark, 2) || MARK.test(next.words);
}

function firstWith(lines: readonly Line[], at: number): number {
  let end = at;
  while (end < lines.length && !lines[end]!.words) end += 1;
  return end;
}

function untilBlank(lines: readonly Line[], at: number): number {
  let end = at;
  while (end < lines.length && lines[end]!.words) end += 1;
  return end;
}

/** The first line that is not set in further than `indent`. */
function untilIndent(lines: readonly Line[], at: number, indent: number): number {
  let end = at;
  while (end < lines.length && (!lines[end]!.words || lines[end]!.indent > indent)) end += 1;
  return end;
}

/** How many lines there are before the empty ones at the end. */
function firstEmptyTail(lines: readonly Line[]): number {
  return lines.findLastIndex(({ words }) => words) + 1;
}
