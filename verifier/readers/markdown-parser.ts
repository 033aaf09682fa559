/** Extensions of Markdown go in; a parser of CommonMark with GitHub's tables and these comes out. */
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
import { nestsTooDeep } from './nesting.ts';

/**
 * Of GitHub's extensions, those that change what a reader sees; bare addresses stay the text that they are. Parsing
 * throws `RangeError` where lists or quotations nest deeper than anybody writes.
 */
export function markdownParser(syntax: unknown[] = [], tree: unknown[] = []): { parse(text: string): Root } {
  const parser = unified().use(remarkParse).use(extensions);
  return {
    parse(text) {
      if (nestsTooDeep(text)) throw new RangeError('lists or quotations nest too deep');
      // The parser would leave a byte order mark out, and count one character less.
      return parser.parse(text.replace(/^\uFEFF/, ' '));
    },
  };

  function extensions(this: Processor): void {
    const data: { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] } = this.data();
    data.micromarkExtensions = [gfmTable(), gfmStrikethrough(), gfmFootnote(), gfmTaskListItem(), ...syntax];
    data.fromMarkdownExtensions = [
      gfmTableFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      ...tree,
    ];
  }
}
