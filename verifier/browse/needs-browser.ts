/** A page as it was sent goes in; whether only a browser can see what it says comes out. */
import type { AnyNode, ParentNode } from 'domhandler';
import type { SentPage } from '../crawl/read-answer.ts';
import { readHtml } from '../readers/html.ts';
import { elementNamed } from '../readers/html-selector.ts';
import { walkHtml } from '../readers/html-walk.ts';
import { LOADING, MORE } from './loading-words.ts';

const SILENT = new Set(['script', 'style', 'noscript', 'template']);

/** Parts that go with every page, and say nothing of this one. */
const AROUND = new Set(['header', 'nav', 'footer', 'aside']);
/** Beside it, a page may have its heading already. */
const ASKS_FOR_SCRIPTS =
  /^(?:(?:please )?(?:you need to )?(?:enable|turn on) javascript\b[^.]{0,60}\.?|(?:this (?:app|page|site) )?(?:requires|needs) javascript\b[^.]{0,60}\.?)$/i;
const SKELETON = /(?:^|\s)(?:[\w-]+-)?(?:skeleton|shimmer)(?:-[\w-]+)?(?:\s|$)|(?:^|\s)animate-pulse(?:\s|$)/i;
/** A glance at what may be such a sign; only then the page is parsed. */
const MAYBE =
  /(?:load|lade|chargement|cargando|carreg|carica)[\s\S]{0,80}?(?:…|\.\.\.|&hellip;)|>\s*loading\s*<|(?:enable|turn on|requires|needs) javascript|skeleton|shimmer|animate-pulse|aria-busy/i;

/**
 * The sign: there is a script, and the landmark is missing or empty, or something there is still to come; without a landmark,
 * the page says nothing beyond what goes with every page.
 */
export function needsBrowser(sent: SentPage, landmark: string | undefined): boolean {
  const { buffer, byteOffset, byteLength } = sent.bytes;
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
  if (!/<script\b/i.test(text)) return false;
  if (!MAYBE.test(text) && beginsWithWords(text, landmark ?? 'main')) return false;
  const { document } = readHtml(text, sent.address);
  const where = landmark ? elementNamed({ document }, landmark) : document;
  if (!where) return true;
  const { says, isToCome } = wordsOf(where.children);
  return !says || isToCome;
}

function wordsOf(nodes: readonly AnyNode[]): { says: boolean; isToCome: boolean } {
  let [says, isToCome] = [false, false];
  walkHtml(nodes, {
    enter(element) {
      const { name, attribs } = element;
      if (SILENT.has(name) || AROUND.has(name) || name === 'head' || attribs.hidden !== undefined) return false;
      isToCome ||= attribs['aria-busy'] === 'true' || (SKELETON.test(attribs.class ?? '') && !textOf(element));
      return true;
    },
    text(data, { parent }) {
      if (!/\p{L}{2}/u.test(data)) return;
      const whole = textOf(parent);
      if (ASKS_FOR_SCRIPTS.test(whole)) isToCome = true;
      else if (LOADING.test(whole)) isToCome ||= !MORE.test(whole);
      else says = true;
    },
  });
  return { says, isToCome };
}

function textOf(element: ParentNode | null): string {
  let text = '';
  walkHtml(element?.children ?? [], {
    text(data) {
      if (text.length < 200) text += data;
    },
  });
  return text.replace(/\s+/g, ' ').trim();
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
