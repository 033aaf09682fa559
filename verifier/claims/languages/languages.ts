/** The name of a locale goes in; the language to read it by comes out. A further language is one more file and one more line. */
import { de } from './de.ts';
import type { Language } from './language.ts';

const LANGUAGES: Readonly<Record<string, Language>> = { de };

/** `undefined`: English, which the grammar itself is. `unknown`: no words are known of it. */
export function languageOf(locale: string): Language | 'unknown' | undefined {
  const [name = ''] = locale.toLowerCase().split('-');
  return name === 'en' ? undefined : (LANGUAGES[name] ?? 'unknown');
}
