/**
 * Names and numbers that are looked for go in; a quick look at words comes out, which tells those that surely name none.
 *
 * Most sentences of most documents name nothing. They are told by a walk over their characters that makes no token and no
 * string: the beginnings of what is looked for are kept as hashes, alone or in pairs. Two words of one hash only cost time.
 */
import type { NameFinder } from './names.ts';
import { NUMBER_WORDS } from './numbers.ts';
import { namingPhrases } from './phrases.ts';
import { PLAN_OF_ALL } from './plan-items.ts';
import { fold } from './tokens.ts';

/** `false`: every item in these words only binds others. `true` says nothing. */
export type MayName = (words: string) => boolean;

/** A power of two, and many times what any product has names. */
const SLOTS = 1 << 16;
const ALONE = 1;
const WITH_NEXT = 2;
const PAIR = 4;

const [A, Z, LOWER_A, LOWER_Z, ZERO, NINE] = [65, 90, 97, 122, 48, 57];
const [E, I, S, Y] = [101, 105, 115, 121];
const [NEW_LINE, QUOTE, PLUS, TICK, LAST_PLAIN] = [10, 39, 43, 96, 0x7f];
/** Of one id set as code, with its marks. */
const LONGEST_CODE = 62;

export function mayNameOf(find: NameFinder): MayName {
  const slots = slotsOf([...find.names(), ...namingPhrases(), ...PLAN_OF_ALL, ...NUMBER_WORDS.map((word) => [word])]);
  return (words) => look(slots, words, true);
}

/** `false`: no plan and no product line is named. */
export function mayNamePlanOf(find: NameFinder): MayName {
  const names = [...find.names(({ kind }) => kind === 'plan' || kind === 'line'), ...PLAN_OF_ALL];
  const slots = slotsOf(names);
  const numbers = names.some(([first = '']) => /^\p{N}/u.test(first));
  return (words) => look(slots, words, numbers);
}

function slotsOf(names: readonly (readonly string[])[]): Uint8Array {
  const slots = new Uint8Array(SLOTS);
  for (const words of names) keep(slots, words);
  return slots;
}

function keep(slots: Uint8Array, [first = '', second]: readonly string[]): void {
  const own = hashOf(first);
  // What is set as code, and numbers, are looked at on their own.
  if (second === undefined || /^[`\p{N}]/u.test(second)) slots[own & (SLOTS - 1)]! |= ALONE;
  else {
    slots[own & (SLOTS - 1)]! |= WITH_NEXT;
    slots[pairOf(own, hashOf(second))]! |= PAIR;
  }
}

function step(hash: number, code: number): number {
  return (Math.imul(hash, 33) + code) | 0;
}

function hashOf(folded: string, from = 0, to = folded.length): number {
  let hash = 0;
  for (let at = from; at < to; at += 1) hash = step(hash, folded.charCodeAt(at));
  return hash;
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ second) & (SLOTS - 1);
}

/** Follows `tokensOf` for words without other letters; all others may name something. `numbers`: so may every number. */
function look(slots: Uint8Array, words: string, numbers: boolean): boolean {
  const end = words.length;
  let before = 0;
  let waits = false;
  for (let at = 0; at < end; ) {
    let code = words.charCodeAt(at);
    const letter = code | 32;
    if (letter < LOWER_A || letter > LOWER_Z || code > LAST_PLAIN) {
      if (code > LAST_PLAIN || (numbers && code >= ZERO && code <= NINE)) return true;
      const close = code === TICK ? endOfCode(words, at) : at;
      if (close > at && slots[hashOf(words, at, close) & (SLOTS - 1)]) return true;
      if (close > at) waits = false;
      at = Math.max(close, at + 1);
      continue;
    }
    const from = at;
    let [hash, one, two, three] = [0, 0, 0, 0];
    for (;;) {
      if (code >= A && code <= Z) code |= 32;
      three = two;
      two = one;
      one = hash;
      hash = step(hash, code);
      at += 1;
      code = at < end ? words.charCodeAt(at) : 0;
      if (code === QUOTE || !isOfWord(code)) break;
    }
    if (code === PLUS || code > LAST_PLAIN) return true;
    const length = at - from;
    if (code === QUOTE) {
      while (at < end && isOfWord(words.charCodeAt(at))) at += 1;
      if (words.charCodeAt(at) === PLUS || words.charCodeAt(at) > LAST_PLAIN) return true;
      hash = hashOf(fold(words.slice(from, at)));
    } else if (length > 3 && (words.charCodeAt(at - 1) | 32) === S) {
      const [third, second] = [words.charCodeAt(at - 3) | 32, words.charCodeAt(at - 2) | 32];
      if (length > 4 && third === I && second === E) hash = step(three, Y);
      else if (second !== S) hash = one;
    }
    if (waits && slots[pairOf(before, hash)]! & PAIR) return true;
    const slot = slots[hash & (SLOTS - 1)]!;
    if (slot & ALONE) return true;
    waits = (slot & WITH_NEXT) !== 0;
    before = hash;
  }
  return false;
}

function isOfWord(code: number): boolean {
  return (
    (code >= LOWER_A && code <= LOWER_Z) || (code >= A && code <= Z) || (code >= ZERO && code <= NINE) || code === QUOTE
  );
}

/** Behind the second mark of an id set as code, or where it begins when nothing is. */
function endOfCode(words: string, at: number): number {
  const last = Math.min(words.length - 1, at + LONGEST_CODE - 1);
  for (let i = at + 1; i <= last; i += 1) {
    const code = words.charCodeAt(i);
    if (code === TICK) return i > at + 1 ? i + 1 : at;
    if (code === NEW_LINE) return at;
  }
  return at;
}
