/** Text between tags goes in as it is written; the words that its entities stand for come out. */

import { isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';

export function decoded(written: string): string {
  if (!written.includes('&')) return written;
  const [node] = parseDocument(written.replaceAll('<', '&lt;')).children;
  return node && isText(node) ? node.data : written;
}
