/** A text and the name that it goes by go in; its blocks, or why there are none, come out. */
import { type Block, textsOf } from '../claims/text.ts';
import { readBlocks } from '../readers/read-blocks.ts';
import type { Document } from './document.ts';

export type ReadText = { document: Document } | { reason: string };

/** `type`: the media type that a server gave; without one the ending of the name decides. */
export async function readText(path: string, text: string, type?: string): Promise<ReadText> {
  if (type === undefined) return readFile(path, text);
  if (/\bmarkdown\b|^text\/plain\b/.test(type))
    return { document: { path, blocks: (await import('../readers/markdown.ts')).readMarkdown(text, path) } };
  if (!/\bhtml\b/.test(type)) return { reason: `is ${type || 'in a format that no reader here knows'}` };
  const { blocks, asksForPassword } = (await import('../readers/html.ts')).readHtml(text, path);
  if (!saysSomething(blocks)) return { reason: 'says nothing without JavaScript' };
  return asksForPassword ? { reason: 'asks to sign in' } : { document: { path, blocks: blocks.filter(isShown) } };
}

async function readFile(path: string, text: string): Promise<ReadText> {
  const { blocks, unread } = await readBlocks(path, text);
  const [first] = unread;
  // A draft is made of what there is: what stands in a part that nobody could read stays unknown in it.
  if (!blocks.length && first) return { reason: first.reason };
  if (/\.html?$/i.test(path) && !saysSomething(blocks)) return { reason: 'says nothing without JavaScript' };
  return { document: { path, blocks: blocks.filter(isShown) } };
}

/** Nobody states a fact where it is hidden alone. */
function isShown({ hidden }: Block): boolean {
  return !hidden;
}

function saysSomething(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) => !block.apart && isShown(block) && textsOf(block).some((one) => /\p{L}{2}/u.test(one.value)),
  );
}
