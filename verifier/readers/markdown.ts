/** A Markdown text goes in; its blocks, each with exact places in the file, come out. CommonMark with GFM tables. */
import type { Root } from 'mdast';
import type { FilePlace } from '../../matrix/types.ts';
import type { Block } from '../claims/text.ts';
import { MARKDOWN } from './aligned.ts';
import { frontMatter } from './front-matter.ts';
import { type Beside, Includes, NOT_INCLUDED } from './includes.ts';
import { MarkdownBlocks } from './markdown-blocks.ts';
import { markdownParser } from './markdown-parser.ts';
import { nativeMarkdown } from './native-markdown.ts';
import { withoutOpenFences } from './open-fences.ts';
import type { ReadText } from './read-blocks.ts';
import { SourceText } from './source-text.ts';

const native = await nativeMarkdown();
let parser: ReturnType<typeof markdownParser> | undefined;

function parse(text: string): Root {
  const quick = native?.(text);
  if (quick) return quick;
  parser ??= markdownParser();
  return parser.parse(text);
}

/** Front matter's title is the first heading; code, HTML, quotations and struck text are no copy, but callouts and fenced layouts are. */
export function readMarkdownFile(source: string, path: string, beside?: Beside): ReadText {
  return readFile(source, path, Includes.of(path, beside));
}

function readFile(source: string, path: string, includes: Includes | undefined): ReadText {
  const file = new SourceText(source, path, MARKDOWN);
  const { skipped, blocks, unread } = frontMatter(file);
  const root = parse(withoutOpenFences(source.slice(skipped)));
  const reader = new MarkdownBlocks(file, skipped, (written, at) => {
    const found = /\.(?:md|markdown|txt)$/i.test(written) ? includes?.find(written) : undefined;
    return found ? readFile(found.text, found.path, found.includes) : unreadPart(NOT_INCLUDED(written), at);
  });
  return { blocks: [...blocks, ...reader.of(root.children)], unread: [...unread, ...reader.unread] };
}

function unreadPart(reason: string, at: FilePlace): ReadText {
  return { blocks: [], unread: [{ reason, at }] };
}

/** The same without what could not be read. `path` is the file's name as shown. */
export function readMarkdown(source: string, path: string): Block[] {
  return readMarkdownFile(source, path).blocks;
}
