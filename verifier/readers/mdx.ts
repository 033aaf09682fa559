/** An MDX text goes in; its blocks, each with exact places in the file, come out. */
import type { Root } from 'mdast';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import { SCRIPT } from './aligned.ts';
import { frontMatter } from './front-matter.ts';
import { markdownParser } from './markdown-parser.ts';
import { MdxBlocks } from './mdx-blocks.ts';
import type { ReadText } from './read-blocks.ts';
import { SourceText } from './source-text.ts';

const parser = markdownParser([mdxjs()], [mdxFromMarkdown()]);

/** Throws where the text is no MDX. */
export function readMdx(source: string, path: string): ReadText {
  const file = new SourceText(source, path, SCRIPT);
  const { skipped, blocks, unread } = frontMatter(file);
  const root: Root = parser.parse(plain(source.slice(skipped)));
  const reader = new MdxBlocks(file, skipped);
  return { blocks: [...blocks, ...reader.of(root.children), ...reader.later()], unread };
}

/** Comments of HTML and ids of headings, which MDX does not know and publishers take out before it. */
function plain(body: string): string {
  return body
    .replace(/<!--.*?-->/gs, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(
      /^(#{1,6} .*?)(\{#[\w.:-]+\})[ \t]*$/gm,
      (_, heading: string, id: string) => heading + ' '.repeat(id.length),
    );
}
