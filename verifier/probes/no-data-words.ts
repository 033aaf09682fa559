/** An answer that held no data goes in; what it held instead comes out, in words that follow its status. */
import type { Answer } from './session.ts';

export function noDataWords({ type, text }: Pick<Answer, 'type' | 'text'>): string {
  if (!text.trim()) return 'with nothing in it';
  return /[/+]json$/.test(type) ? 'with JSON that cannot be read' : `with ${type || 'no type'} instead of data`;
}
