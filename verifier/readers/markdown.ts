/** A Markdown text goes in; its blocks, each with exact places in the file, come out. CommonMark with GFM tables. */
import type { Root } from 'mdast';
import type { Block } from '../claims/text.ts';
import { MARKDOWN } from './aligned.ts';
import { frontMatter } from './front-matter.ts';
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
export function readMarkdownFile(source: string, path: string): ReadText {
  const file = new SourceText(source, path, MARKDOWN);
  const { skipped, blocks, unread } = frontMatter(file);
  const root = parse(withoutOpenFences(source.slice(skipped)));
  return { blocks: [...blocks, ...new MarkdownBlocks(file, skipped).of(root.children)], unread };
}

/** The same without what could not be read. `path` is the file's name as shown. */
export function readMarkdown(source: string, path: string): Block[] {
  return readMarkdownFile(source, path).blocks;
}
