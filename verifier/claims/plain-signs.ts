/** Words with signs that nobody sees, or that only look different, go in; the same as a reader sees them comes out, with places in the source. */
import type { Text } from './text.ts';

/**
 * Soft hyphens, joiners, marks of direction; hyphens that do not break; full-width, mathematical and joined letters; letters
 * whose accent is a sign of its own. Superscripts stay: they mark notes.
 */
const ODD =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]+|\u034F|[\u2010\u2011\uFE63]|[\uFB00-\uFB06\uFF01-\uFF5E\uFFE0-\uFFE6\u{1D400}-\u{1D7FF}]|\p{L}\p{M}+/gu;
/** Most texts hold no such sign. */
const MAY_BE_ODD = /[\u0300-\u036F]|[\u00AD\u061C\u180E\u200B-\u2011\u202A-\u202E\u2060-\u206F\uD835\uFB00-\uFFE6]/;

export function plainSigns(words: string): string {
  return MAY_BE_ODD.test(words) ? words.replace(ODD, plain) : words;
}

function plain(odd: string): string {
  if (/^\p{L}\p{M}/u.test(odd)) return odd.normalize('NFC');
  if (/^[\u2010\u2011\uFE63]/.test(odd)) return '-';
  const shown = odd.normalize('NFKC');
  return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(shown) ? shown : '';
}

/** A text put so: each of its characters stands where the signs stand that it was made of. */
export function plainText(text: Text): Text {
  const value = plainSigns(text.value);
  if (value === text.value) return text;
  let ranges: Ranges | undefined;
  const back = (from: number, to: number): [number, number] => {
    ranges ??= rangesOf(text.value);
    const { starts, ends } = ranges;
    return [starts[from] ?? text.value.length, ends[Math.max(from, to - 1)] ?? text.value.length];
  };
  const { source } = text;
  return {
    ...(text.via && { via: text.via }),
    value,
    place: (from, to) => text.place(...back(from, to)),
    ...(source && { source: (from: number, to: number) => source(...back(from, to)) }),
  };
}

interface Ranges {
  starts: number[];
  ends: number[];
}

/** Where each character of the plain words begins and ends in the words as they are. */
function rangesOf(words: string): Ranges {
  const [starts, ends]: [number[], number[]] = [[], []];
  let at = 0;
  const keep = (to: number) => {
    for (; at < to; at += 1) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const { index, 0: odd } of words.matchAll(ODD)) {
    keep(index);
    for (let n = plain(odd).length; n > 0; n -= 1) {
      starts.push(index);
      ends.push(index + odd.length);
    }
    at = index + odd.length;
  }
  keep(words.length);
  return { starts, ends };
}
