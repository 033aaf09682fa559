/** What a server sent goes in; its blocks by the reader of its type, or why nobody can read it, come out. */
import type { Block, Text } from '../claims/text.ts';
import { mapTexts, textsOf } from '../claims/text.ts';
import { hasElement, NO_DATA, readHtml } from '../readers/html.ts';
import { readBlocks } from '../readers/read-blocks.ts';
import type { Answered } from './ask-once.ts';
import { asksWho } from './asks-who.ts';
import { headerLinks, pageLinks } from './page-links.ts';

export interface ReadPage {
  blocks: Block[];
  /** Parts that could not be read, and where. */
  unread: { reason: string; selector: string }[];
  links: string[];
  /** Against which links are resolved. */
  base: string;
  canonical?: string;
  /** As the page says it, where it does. */
  language?: string;
  /** In what way it asks who one is, instead of showing what it has. */
  asks?: string | undefined;
}

/** `left`: no copy, such as an image. */
export type ReadAnswer = ReadPage | { reason: string } | { left: string };

/** What is read of an answer. */
export interface SentPage {
  address: string;
  /** `content-type` and `link` as they were sent. */
  type: string;
  link: string;
  bytes: Uint8Array;
}

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json$/;
const NO_COPY =
  /^(?:image|audio|video|font)\/|^(?:text|application)\/(?:css|(?:x-)?javascript|ecmascript|wasm|zip|gzip|x-tar|x-7z-compressed|manifest\+json|rss\+xml|atom\+xml)$/;

export function sentPage({ headers, bytes }: Answered, address: string): SentPage {
  return { address, type: headers['content-type'] ?? '', link: String(headers.link ?? ''), bytes };
}

/** `landmark`: simple selector that every page of ours has. */
export async function readAnswer(sent: SentPage, landmark?: string): Promise<ReadAnswer> {
  const { address, bytes, type: declared } = sent;
  const type = declared.split(';')[0]!.trim().toLowerCase();
  const wanted = wantedType(address);
  if (NO_COPY.test(type))
    return wanted ? { reason: `is ${type} instead of ${wanted}` } : { left: `is ${type}, no copy` };
  const isHtml = type === 'text/html' || type === 'application/xhtml+xml';
  if (wanted && isHtml) return { reason: `is HTML instead of ${wanted}` };
  if (!isHtml && !JSON_TYPE.test(type) && !TEXT.has(type)) return { reason: `is ${type || 'of no type'}, not a page` };
  const text = decoded(bytes, declared);
  if (text === undefined) return { reason: 'is not in the encoding that it says' };
  const links = headerLinks(sent.link);
  if (isHtml) return htmlPage(text, { address, landmark }, links);
  if (JSON_TYPE.test(type) || wanted === 'JSON') return jsonPage(text, address);
  return textPage(text, address, type === 'text/markdown' ? 'md' : 'txt');
}

const TEXT = new Set(['text/plain', 'text/markdown', 'text/x-markdown']);

/** What the ending of an address promises, where that is no page. */
function wantedType(address: string): string | undefined {
  const path = address.replace(/\?.*$/s, '');
  if (/\.json$/i.test(path)) return 'JSON';
  if (/\.(?:md|markdown)$/i.test(path)) return 'Markdown';
  return /\.txt$/i.test(path) ? 'plain text' : undefined;
}

function decoded(bytes: Uint8Array, declared: string): string | undefined {
  const charset = /charset\s*=\s*["']?([\w-]+)/i;
  const name =
    charset.exec(declared)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))?.[1];
  try {
    const text = new TextDecoder(name ?? 'utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function htmlPage(
  text: string,
  { address, landmark }: { address: string; landmark: string | undefined },
  offered: string[],
): ReadAnswer {
  if (!/<[a-z!]/i.test(text)) return { reason: 'is called HTML, and holds no element' };
  const page = readHtml(text, address);
  if (landmark && !hasElement(page, landmark)) return { reason: `has no ${landmark}, so it is no page of ours` };
  const { links, base } = pageLinks(page.document);
  const { blocks, unread, canonical, language } = page;
  const asks = asksWho(page.document);
  if (!asks && !blocks.some((block) => !block.apart && !block.hidden && saysWords(block)) && !sendsOn(text))
    return { reason: 'says nothing without JavaScript' };
  return {
    blocks,
    unread: unread.map((selector) => ({ reason: NO_DATA, selector })),
    links: [...links, ...offered],
    base: base ?? '',
    asks,
    ...(canonical && { canonical }),
    ...(language && { language }),
  };
}

function sendsOn(text: string): boolean {
  return /<meta[^>]+http-equiv\s*=\s*["']?refresh["']?[^>]+url\s*=/i.test(text);
}

function saysWords(block: Block): boolean {
  return textsOf(block).some((text) => /\p{L}{2}/u.test(text.value));
}

/** Data in the shape of schema.org is read as the same data in a page. */
function jsonPage(text: string, address: string): ReadAnswer {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { reason: 'is no JSON, or ends in the middle of it' };
  }
  if (!/"(?:@type|@graph)"\s*:/.test(text) || typeof data !== 'object' || data === null)
    return { reason: 'is JSON in a shape that nobody here reads' };
  const script = `<script type="application/ld+json">${text.replaceAll('<', '\\u003c')}</script>`;
  const { blocks, unread } = readHtml(script, address);
  if (!unread.length && !blocks.some(saysWords)) return { reason: 'is data of schema.org without an offer' };
  return { ...PLAIN, blocks, unread: unread.map((selector) => ({ reason: NO_DATA, selector })) };
}

const PLAIN = { links: [], base: '' };

async function textPage(text: string, address: string, ending: 'md' | 'txt'): Promise<ReadAnswer> {
  const named = address.replace(/\?.*$/s, '').split('/').at(-1)!;
  const { blocks, unread } = await readBlocks(
    /^llms(?:-full)?\.txt$|\.(?:md|markdown)$/i.test(named) ? named : `page.${ending}`,
    text,
  );
  if (!blocks.length && !unread.length) return { reason: 'is empty' };
  return {
    ...PLAIN,
    blocks: blocks.map((block) => mapTexts(block, (one) => onPage(one, address))),
    unread: unread.map(({ reason, at }) => ({ reason, selector: at ? `line ${at.line}` : 'line 1' })),
    links: Array.from(text.matchAll(/\]\(\s*<?([^)>\s]+)/g), ([, link = '']) => link),
  };
}

/** Nobody has a file to open: the line of what was sent stands where a page has its selector. */
function onPage(text: Text, url: string): Text {
  return {
    ...text,
    place: (from, to) => {
      const at = text.place(from, to);
      const selector = at.kind === 'file' ? `line ${at.line}` : 'line 1';
      return { kind: 'page', url, selector, words: text.value.slice(from, to) };
    },
  };
}
