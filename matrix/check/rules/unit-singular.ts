/** `unit/singular`: a unit without plural, so that copy would speak of 5 seat. */
import { DEFAULT_LOCALE } from '../../compile/keys.ts';
import type { RawWordsByLocale } from '../../read/raw.ts';
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const unitSingular: MatrixRule = {
  id: 'unit/singular',
  level: 'warning',
  from: 'copy',
  find: ({ raw, source }) => {
    const own = raw.locale ?? DEFAULT_LOCALE;
    return Object.entries(raw.units ?? {}).flatMap(([key, { one, other }]) => {
      const stated = new Set(other === undefined ? [] : localesOf(other, own));
      const missing = localesOf(one, own).filter((locale) => !stated.has(locale));
      if (!missing.length) return [];
      const all = other === undefined;
      return [
        {
          at: placeOf(source, all ? ['units', key] : ['units', key, 'other'], 'key'),
          found: `The unit \`${key}\` has no plural${all ? '' : ` in ${missing.join(', ')}`}.`,
          write: all
            ? '`other:` with the words for several; the same words where they do not change.'
            : `\`other: { ${missing.map((locale) => `${locale}: ...`).join(', ')} }\` with the words for several.`,
        },
      ];
    });
  },
};

function localesOf(words: RawWordsByLocale, own: string): string[] {
  return typeof words === 'string' ? [own] : Object.keys(words);
}
