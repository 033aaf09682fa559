/** A Markdown text goes in; its blocks, each with exact places in the file, come out. CommonMark with GFM tables. */
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Block } from '../claims/text.ts';
import { MARKDOWN } from './aligned.ts';
import { frontMatter } from './front-matter.ts';
import { MarkdownBlocks } from './markdown-blocks.ts';
import { withoutOpenFences } from './open-fences.ts';
import type { ReadText } from './read-blocks.ts';
import { SourceText } from './source-text.ts';

const parser = unified().use(remarkParse).use(githubTables);

/** Of GitHub's extensions, those that change what a reader sees; bare addresses stay the text that they are. */
function githubTables(this: Processor): void {
  const data: { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] } = this.data();
  data.micromarkExtensions = [gfmTable(), gfmStrikethrough(), gfmFootnote(), gfmTaskListItem()];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ];
}

/** Front matter's title is the first heading; code, HTML, quotations and struck text are no copy, but callouts and fenced layouts are. */
export function readMarkdownFile(source: string, path: string): ReadText {
  const file = new SourceText(source, path, MARKDOWN);
  const { skipped, blocks, unread } = frontMatter(file);
  const root: Root = parser.parse(withoutOpenFences(source.slice(skipped)));
  return { blocks: [...blocks, ...new MarkdownBlocks(file, skipped).of(root.children)], unread };
}

/** The same without what could not be read. `path` is the file's name as shown. */
export function readMarkdown(source: string, path: string): Block[] {
  return readMarkdownFile(source, path).blocks;
}
