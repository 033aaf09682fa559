/** A page goes in; every address that it leads to comes out, as written: links, frames, its other forms, where it sends on to. */
import type { Document, Element } from 'domhandler';
import { walkHtml } from '../readers/html-walk.ts';

export interface PageLinks {
  links: string[];
  /** Against which the links are resolved, where the page says so. */
  base?: string;
}

const FOLLOWED: Readonly<Record<string, (element: Element) => string | undefined>> = {
  a: ({ attribs }) => attribs.href,
  area: ({ attribs }) => attribs.href,
  iframe: ({ attribs }) => attribs.src,
  link: ({ attribs }) => (isOtherForm(attribs) ? attribs.href : undefined),
  meta: ({ attribs }) =>
    /^refresh$/i.test(attribs['http-equiv'] ?? '')
      ? /^[^;,]*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(attribs.content ?? '')?.[1]
      : undefined,
};

export function pageLinks(document: Document): PageLinks {
  const links = new Set<string>();
  let base: string | undefined;
  walkHtml(document.children, {
    enter(element) {
      const link = FOLLOWED[element.name]?.(element)?.trim();
      if (link) links.add(link);
      if (base === undefined && element.name === 'base') base = element.attribs.href || undefined;
      return true;
    },
  });
  return { links: [...links], ...(base && { base }) };
}

/** The forms of a page that machines are offered, and the address that it wants to be known by. */
const MACHINE = /^(?:text\/markdown|application\/(?:ld\+)?json)\b/i;

function isOtherForm({ rel = '', type = '' }: Element['attribs']): boolean {
  const kinds = rel.toLowerCase().split(/\s+/);
  return kinds.includes('canonical') || (kinds.includes('alternate') && MACHINE.test(type));
}

/** RFC 8288: what a `Link` header offers for machines. */
export function headerLinks(header: string): string[] {
  return Array.from(header.matchAll(/<([^>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^",;\s]*))*)/g)).flatMap(
    ([, link = '', parameters = '']) => {
      const value = (name: string) =>
        new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^",;\\s]*))`, 'i').exec(parameters)?.slice(1).join('') ?? '';
      return isOtherForm({ rel: value('rel'), type: value('type') }) ? [link] : [];
    },
  );
}
