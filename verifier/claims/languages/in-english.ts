/** A text in another language goes in; the same in words that the grammar knows comes out, with places in the source. */
import type { NameFinder } from '../names.ts';
import type { Text } from '../text.ts';
import { type Token, tokensOf } from '../tokens.ts';
import type { Language } from './language.ts';

interface Phrase {
  words: string[];
  /** Only where the sentence or its part ends. */
  last?: true;
  english: string;
}

/** A stretch of the source and what stands for it; equal where nothing was changed. */
interface Piece {
  from: number;
  to: number;
  value: string;
}

type Changed = Piece & { length: number };

const byFirst = new WeakMap<Language, Map<string, Phrase[]>>();

export function inEnglish(text: Text, language: Language, find: NameFinder): Text {
  return textOf(text, pieces(text.value, language, find));
}

function pieces(words: string, language: Language, find: NameFinder): Piece[] {
  const tokens = tokensOf(words);
  const out: Piece[] = [];
  let named = -1;
  for (let at = 0; at < tokens.length; ) {
    const name = find(tokens, at)?.length ?? 0;
    const changed = changedAt(words, tokens, at, { language, find, longerThan: name });
    if (!changed) {
      at += name || 1;
      if (name) named = tokens[at - 1]!.to;
      continue;
    }
    // "Pro-Tarif": the plan Pro.
    if (words[changed.from - 1] === '-' && named === changed.from - 1)
      out.push({ from: changed.from - 1, to: changed.from, value: ' ' });
    out.push(changed);
    at += changed.length;
  }
  return out;
}

interface Known {
  language: Language;
  find: NameFinder;
  longerThan: number;
}

function changedAt(
  words: string,
  tokens: readonly Token[],
  at: number,
  { language, find, longerThan }: Known,
): Changed | undefined {
  const { from, to, raw } = tokens[at]!;
  const phrase = phraseAt(words, tokens, at, language);
  if (phrase && phrase.words.length > longerThan) {
    const length = phrase.words.length;
    const value = phrase.english === 'from' && namesPlan(tokens, at + length, find) ? 'starting from' : phrase.english;
    return { from, to: tokens[at + length - 1]!.to, value: opens(words, from) ? capital(value) : value, length };
  }
  if (longerThan) return undefined;
  const value = plainNumber(raw, language) ?? uninflected(raw, language, find);
  return value === undefined ? undefined : { from, to, value, length: 1 };
}

/** "from Pro", "from the Pro plan": the first of several plans; "from €9" is a price. */
function namesPlan(tokens: readonly Token[], at: number, find: NameFinder): boolean {
  return [at, at + 1].some((one) => one < tokens.length && find(tokens, one)?.named.kind === 'plan');
}

function phraseAt(words: string, tokens: readonly Token[], at: number, language: Language): Phrase | undefined {
  const known = byFirst.get(language) ?? grouped(language);
  byFirst.set(language, known);
  return known
    .get(tokens[at]!.raw.toLowerCase())
    ?.find(
      (phrase) =>
        phrase.words.every(
          (word, i) =>
            tokens[at + i]?.raw.toLowerCase() === word &&
            (i === 0 || /^[\s.-]{1,3}$/.test(words.slice(tokens[at + i - 1]!.to, tokens[at + i]!.from))),
        ) &&
        (!phrase.last || ends(words, tokens[at + phrase.words.length - 1]!.to)),
    );
}

function ends(words: string, to: number): boolean {
  return /^\s*(?:$|[.,;:!?)|])/.test(words.slice(to, to + 20));
}

function grouped({ phrases }: Language): Map<string, Phrase[]> {
  const out = new Map<string, Phrase[]>();
  for (const [phrase, english] of Object.entries(phrases)) {
    const last = phrase.endsWith(' …');
    const words = phrase.replace(/ …$/, '').split(' ');
    out.set(words[0]!, [...(out.get(words[0]!) ?? []), { words, english, ...(last && { last }) }]);
  }
  for (const all of out.values())
    all.sort((a, b) => b.words.length - a.words.length || Number(b.last ?? 0) - Number(a.last ?? 0));
  return out;
}

/** `1.000` and `9,99` as `1,000` and `9.99`. */
function plainNumber(raw: string, { numbers: { group, decimal } }: Language): string | undefined {
  if (!/^\d/.test(raw)) return undefined;
  const [whole = '', part, ...more] = raw.split(decimal);
  const groups = whole.split(group);
  const isGrouped = groups.length > 1 && groups.slice(1).every((one) => one.length === 3) && groups[0]!.length <= 3;
  if (more.length || !(isGrouped || (part !== undefined && groups.length === 1))) return undefined;
  return `${groups.join(groups.length > 1 ? ',' : '')}${part === undefined ? '' : `.${part}`}`;
}

/** "Formularen" where "Formulare" is a name. */
function uninflected(raw: string, { endings }: Language, find: NameFinder): string | undefined {
  const ending = endings.find((one) => raw.length > one.length + 2 && raw.endsWith(one) && isName(raw, one, find));
  return ending && raw.slice(0, -ending.length);
}

function isName(raw: string, ending: string, find: NameFinder): boolean {
  const found = find(tokensOf(raw.slice(0, -ending.length)), 0);
  return found?.length === 1 && (found.named.kind === 'unit' || found.named.kind === 'key');
}

function opens(words: string, from: number): boolean {
  return /(?:^|[.!?:]\s+)[^\p{L}\p{N}]*$/u.test(words.slice(Math.max(0, from - 8), from));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Ranges in the new words become ranges in the old ones: what was changed counts as a whole. */
function textOf(text: Text, changed: readonly Piece[]): Text {
  let value = '';
  let at = 0;
  const starts: { new: number; end: number; piece: Piece }[] = [];
  for (const piece of changed) {
    value += text.value.slice(at, piece.from);
    starts.push({ new: value.length, end: value.length + piece.value.length, piece });
    value += piece.value;
    at = piece.to;
  }
  value += text.value.slice(at);
  const back = (offset: number, side: 'from' | 'to'): number => {
    const last = lastBefore(starts, side === 'from' ? offset : offset - 1);
    if (!last) return offset;
    const inside = side === 'from' ? offset < last.end : offset <= last.end;
    return inside ? last.piece[side] : last.piece.to + offset - last.end;
  };
  return {
    ...(text.via && { via: text.via }),
    value,
    place: (from, to) => text.place(back(from, 'from'), back(to, 'to')),
    source: (from, to) => text.value.slice(back(from, 'from'), back(to, 'to')),
  };
}

/** By halves: a long text has many changes. */
function lastBefore<T extends { new: number }>(all: readonly T[], offset: number): T | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.new <= offset) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}
