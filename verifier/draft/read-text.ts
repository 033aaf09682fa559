/** A text and the name that it goes by go in; its blocks, or why there are none, come out. */
import { textsOf } from '../claims/text.ts';
import { readHtml } from '../readers/html.ts';
import { readMarkdown } from '../readers/markdown.ts';
import type { Document } from './document.ts';

export type ReadText = { document: Document } | { reason: string };

/** `type`: the media type that a server gave; without one the ending of the name decides. */
export function readText(path: string, text: string, type = typeOf(path)): ReadText {
  if (/\bmarkdown\b|^text\/plain\b/.test(type)) return { document: { path, blocks: readMarkdown(text, path) } };
  if (!/\bhtml\b/.test(type)) return { reason: `is ${type || 'in a format that no reader here knows'}` };
  const { blocks, asksForPassword } = readHtml(text, path);
  if (!blocks.some((block) => !block.apart && textsOf(block).some((one) => /\p{L}{2}/u.test(one.value))))
    return { reason: 'says nothing without JavaScript' };
  return asksForPassword ? { reason: 'asks to sign in' } : { document: { path, blocks } };
}

function typeOf(path: string): string {
  if (/\.(?:md|mdx|markdown|mdown)$/i.test(path)) return 'text/markdown';
  return /\.html?$/i.test(path) ? 'text/html' : '';
}
