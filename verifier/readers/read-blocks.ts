/** A path and the text of its file go in; the text's blocks, and the parts that could not be read, come out. */
import type { FilePlace } from '../../matrix/types.ts';
import type { Block } from '../claims/text.ts';
import type { Beside } from './includes.ts';
import { looksLikeMdx } from './looks-like-mdx.ts';

/** Something that was not read, in words that follow "could not be looked at: ". Without a place, the whole file. */
export interface Unread {
  reason: string;
  at?: FilePlace;
}

export interface ReadText {
  blocks: Block[];
  unread: readonly Unread[];
  /** As the document says it, where it does. */
  language?: string;
}

/** Places bear `path` as it is given. May throw on a text that it cannot read: `readBlocks` tells it as unread. */
export type Reader = (text: string, path: string, beside?: Beside) => Block[] | ReadText;

/** Gives the reader of a text. */
type Load = (text: string) => Promise<Reader>;

const ASCIIDOC = 'is AsciiDoc, which no reader here knows; check the HTML that is made of it';
const COMPONENT = 'is a component whose template no reader here knows; check the page that it makes';

/**
 * One line for each ending of a file's name, or for a whole name, in lower case. A reader is loaded with the first file that needs it, so
 * each stands behind an import of its own. A string says why there is none.
 */
const READERS: Readonly<Record<string, Load | string>> = {
  md: markdown,
  markdown,
  mdown: markdown,
  mdx,
  'llms.txt': markdown,
  'llms-full.txt': markdown,
  txt: plainText,
  text: plainText,
  rst,
  rest: rst,
  html,
  htm: html,
  ts: script,
  tsx: script,
  mts: script,
  cts: script,
  js: script,
  jsx: script,
  mjs: script,
  cjs: script,
  adoc: ASCIIDOC,
  asciidoc: ASCIIDOC,
  asc: ASCIIDOC,
  astro: COMPONENT,
  vue: COMPONENT,
  svelte: COMPONENT,
};

/** What is written for MDX but is none is read as Markdown. */
async function markdown(text: string): Promise<Reader> {
  const { readMarkdownFile } = await import('./markdown.ts');
  if (!looksLikeMdx(text)) return readMarkdownFile;
  const { readMdx } = await import('./mdx.ts');
  return (source, path, beside) => {
    try {
      return readMdx(source, path);
    } catch {
      return readMarkdownFile(source, path, beside);
    }
  };
}

async function mdx(): Promise<Reader> {
  return (await import('./mdx.ts')).readMdx;
}

async function plainText(): Promise<Reader> {
  return (await import('./plain-text.ts')).readPlainText;
}

async function rst(): Promise<Reader> {
  return (await import('./rst.ts')).readRst;
}

async function html(): Promise<Reader> {
  return (await import('./html-file.ts')).readHtmlFile;
}

async function script(): Promise<Reader> {
  return (await import('./script.ts')).readScript;
}

const UNKNOWN = 'is in a format that no reader here knows';

/** Why no file of this name can be read, before anybody opens it. */
export function whyUnread(path: string): string | undefined {
  const reader = readerOf(path);
  return typeof reader === 'string' ? reader : undefined;
}

/**
 * `path` is the file's name as shown; its ending chooses the reader. `beside` gives the files that it includes, whose
 * blocks stand in place of the line that asks for them. Never throws: what cannot be read is in `unread`.
 */
export async function readBlocks(path: string, text: string, beside?: Beside): Promise<ReadText> {
  const load = readerOf(path);
  if (typeof load === 'string') return unreadWhole(load);
  const read = await load(text);
  try {
    const found = read(text, path, beside);
    return Array.isArray(found) ? { blocks: found, unread: [] } : found;
  } catch (error) {
    return unreadWhole(whyThrown(error));
  }
}

function readerOf(path: string): Load | string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const known = [name, name.slice(name.lastIndexOf('.') + 1)].find((one) => Object.hasOwn(READERS, one));
  return known === undefined || !name.includes('.') ? UNKNOWN : READERS[known]!;
}

function unreadWhole(reason: string): ReadText {
  return { blocks: [], unread: [{ reason }] };
}

/** A parser that calls itself for every level ends when the stack does. */
function whyThrown(error: unknown): string {
  if (error instanceof RangeError) return 'is nested deeper than its reader can follow';
  const words = error instanceof Error ? error.message : String(error);
  return `cannot be parsed: ${words.replace(/\s+/g, ' ').trim()}`;
}
