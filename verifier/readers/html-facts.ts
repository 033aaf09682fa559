/** A parsed page goes in; what it says of itself as a whole comes out: its language, its own address, whether it asks for a password. */
import type { Document, Element } from 'domhandler';
import { walkHtml } from './html-walk.ts';

export interface PageFacts {
  canonical?: string;
  asksForPassword: boolean;
  /** Of its main part, as `lang` has it: a page that is not translated yet says so there. */
  language?: string;
}

export function pageFacts(document: Document): PageFacts {
  let canonical: string | undefined;
  let asksForPassword = false;
  let main: Element | undefined;
  let root: Element | undefined;
  walkHtml(document.children, {
    enter(element) {
      const { name, attribs } = element;
      if (name === 'html') root ??= element;
      else if (name === 'main') main ??= element;
      else if (name === 'link' && attribs.rel === 'canonical') canonical ??= attribs.href;
      else if (name === 'input' && attribs.type === 'password') asksForPassword = true;
      return true;
    },
  });
  const language = languageOf(main ?? root);
  return { asksForPassword, ...(canonical && { canonical }), ...(language && { language }) };
}

/** Of the nearest element that says one. */
function languageOf(element: Element | undefined): string | undefined {
  for (let at: Element | undefined = element; at; ) {
    const said = at.attribs.lang ?? at.attribs['xml:lang'];
    if (said !== undefined) return said;
    at = at.parent !== null && 'attribs' in at.parent ? at.parent : undefined;
  }
  return undefined;
}
