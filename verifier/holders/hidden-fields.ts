/** The text of a page goes in; the hidden fields of its forms, by name, come out. */
import { Parser } from 'htmlparser2';

export function hiddenFields(html: string): Record<string, string> {
  const found: Record<string, string> = {};
  const parser = new Parser({
    onopentag(tag, { type = '', name, value = '' }) {
      if (tag === 'input' && name && type.toLowerCase() === 'hidden') found[name] = value;
    },
  });
  parser.end(html);
  return found;
}
