/** A page as it was sent goes in; whether only a browser can see what it says comes out. */
import type { SentPage } from '../crawl/read-answer.ts';
import { readHtml } from '../readers/html.ts';
import { elementNamed } from '../readers/html-selector.ts';
import { walkHtml } from '../readers/html-walk.ts';

const SILENT = new Set(['script', 'style', 'noscript', 'template']);

/** The sign: there is a script, and the landmark is missing or empty; without a landmark, the page says nothing at all. */
export function needsBrowser(sent: SentPage, landmark: string | undefined): boolean {
  const { buffer, byteOffset, byteLength } = sent.bytes;
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
  if (!/<script\b/i.test(text)) return false;
  if (beginsWithWords(text, landmark ?? 'body')) return false;
  const { document } = readHtml(text, sent.address);
  const where = landmark ? elementNamed({ document }, landmark) : document;
  if (!where) return true;
  let says = false;
  walkHtml(where.children, {
    enter: (element) => !says && !SILENT.has(element.name) && element.name !== 'head',
    text: (data) => {
      says ||= /\p{L}{2}/u.test(data);
    },
  });
  return !says;
}

const LOOKED_AT = 4_000;

/** Of most pages a glance is enough, which spares parsing them for this. */
function beginsWithWords(text: string, tag: string): boolean {
  if (!/^[a-z]+$/.test(tag)) return false;
  const from = text.search(new RegExp(`<${tag}\\b`, 'i'));
  const [inside = ''] = from < 0 ? [] : text.slice(from, from + LOOKED_AT).split(new RegExp(`</${tag}\\b`, 'i'));
  const shown = inside
    .replace(/<(script|style|noscript|template)\b[\s\S]*?(?:<\/\1>|$)/gi, ' ')
    .replace(/<[^>]*(?:>|$)/g, ' ');
  return /\p{L}{2}/u.test(shown);
}

export function isHtml({ type }: SentPage): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type.trim());
}
