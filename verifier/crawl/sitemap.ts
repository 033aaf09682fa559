/** The bytes of a sitemap go in; the pages and further sitemaps that it lists come out. sitemaps.org 0.9: XML, text, gzip. */
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';

export type Sitemap = { pages: string[]; sitemaps: string[] } | { broken: string };

/** What a sitemap may hold by its definition. */
const MOST_BYTES = 50e6;

export function readSitemap(bytes: Buffer): Sitemap {
  const text = textOf(bytes);
  if (text === undefined) return { broken: 'is a sitemap that cannot be unpacked, or is no UTF-8' };
  if (/^\s*</.test(text)) return inXml(text);
  const lines = text.split(/\r\n?|\n/).flatMap((line) => line.trim() || []);
  return lines.length && lines.every((line) => URL.canParse(line))
    ? { pages: lines, sitemaps: [] }
    : { broken: 'is no sitemap' };
}

function textOf(bytes: Buffer): string | undefined {
  try {
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return undefined;
  }
}

const ROOTS: Readonly<Record<string, { entry: string; list: 'pages' | 'sitemaps' }>> = {
  urlset: { entry: 'url', list: 'pages' },
  sitemapindex: { entry: 'sitemap', list: 'sitemaps' },
};

/** The parser mends what is not closed; a list that was cut off or spoiled must not pass for a whole one. */
function inXml(text: string): Sitemap {
  const found = { pages: [] as string[], sitemaps: [] as string[] };
  const open: { name: string; at: number }[] = [];
  let broken = '';
  let words = '';
  let roots = 0;
  const parser: Parser = new Parser(
    {
      onopentag(name) {
        if (!open.length) roots += 1;
        open.push({ name: localName(name), at: parser.endIndex });
        words = '';
      },
      ontext(data) {
        words += data;
      },
      onclosetag(name, implied) {
        const last = open.pop();
        if (!last || last.name !== localName(name) || (implied && last.at !== parser.endIndex))
          broken ||= `is a sitemap in which <${last?.name ?? name}> is not closed`;
        const root = ROOTS[open[0]?.name ?? ''];
        if (last?.name === 'loc' && open.length === 2 && open[1]!.name === root?.entry)
          found[root.list].push(words.trim());
        if (!open.length && !Object.hasOwn(ROOTS, last?.name ?? '')) broken ||= 'is no sitemap';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (!roots) broken ||= 'is no sitemap';
  return broken ? { broken } : found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
