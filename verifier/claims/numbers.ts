/** A token goes in; the whole number it stands for, in digits or words, comes out. */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** `folded` words: singular forms, so that `six` stays and `sixes` would meet it. */
const WORDS = new Map<string, number>([
  ...SMALL.split(' ').map((word, n): [string, number] => [word, n]),
  ...TENS.split(' ').map((word, n): [string, number] => [word, (n + 2) * 10]),
  ['hundred', 100],
  ['dozen', 12],
]);

const TEN_WORDS = new Set(TENS.split(' '));

/** Whether a number in digits may start with this token. */
export function beginsNumber(raw: string): boolean {
  const first = raw.charCodeAt(0);
  return first <= 0x7f ? first >= 0x30 && first <= 0x39 : /^\p{N}/u.test(raw);
}

export const NUMBER_WORDS: readonly string[] = [...WORDS.keys()];

/** Whether a number in words may start with a token that is folded so. */
export function isNumberWord(folded: string): boolean {
  return WORDS.has(folded);
}

/** The number that starts at `tokens[at]` and how many tokens it takes; nothing when there is none. */
export function numberAt(
  tokens: readonly { folded: string; raw: string; from: number; to: number }[],
  at: number,
): { n: number; length: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const groups = groupsAt(tokens, at);
  if (groups > 1) {
    const joined = tokens.slice(at, at + groups).map(({ raw }) => raw);
    return { n: Number(joined.join('')), length: groups };
  }
  const digits = parseDigits(token.raw);
  if (digits !== undefined) return { n: digits, length: 1 };
  const first = WORDS.get(token.folded);
  if (first === undefined) return undefined;
  const second = WORDS.get(tokens[at + 1]?.folded ?? '');
  if (TEN_WORDS.has(token.folded) && second !== undefined && second > 0 && second < 10)
    return { n: first + second, length: 2 };
  if (second === 100 && first < 10) return { n: first * 100, length: 2 };
  return { n: first, length: 1 };
}

const MOST_GROUPS = 4;

/** `25 000`: how many tokens one number grouped by blanks takes. */
function groupsAt(tokens: readonly { raw: string; from: number; to: number }[], at: number): number {
  if (!/^[1-9]\d{0,2}$/.test(tokens[at]!.raw)) return 1;
  let length = 1;
  while (length < MOST_GROUPS) {
    const [last, next] = [tokens[at + length - 1]!, tokens[at + length]];
    if (!next || next.from - last.to !== 1 || !/^\d{3}$/.test(next.raw) || (length === 1 && !/^0/.test(next.raw)))
      break;
    length += 1;
  }
  return length;
}

/** `1,000`, `10k`, `2.5k`, `3M` (but not `3m`, which may be minutes); grouping by comma in threes, decimal point. */
function parseDigits(raw: string): number | undefined {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([kKM])?$/.exec(raw);
  if (!match || /^0\d/.test(raw)) return undefined;
  const n = Number(match[1]!.replaceAll(',', '') + (match[2] ?? ''));
  const factor = match[3] ? (match[3].toLowerCase() === 'k' ? 1e3 : 1e6) : 1;
  return Math.round(n * factor * 1e6) / 1e6;
}
