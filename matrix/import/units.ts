/** Words for what is counted go in; declared units, with a plural where a rule gives it safely, come out. */
import { BUILT_IN_UNITS } from '../read/raw.ts';
import { keyOf, wordsOf } from './words-of.ts';

const BUILT_IN = new Map(
  Object.keys(BUILT_IN_UNITS).flatMap((unit) => [unit, `${unit}s`].map((words) => [words, unit] as const)),
);
BUILT_IN.set('min', 'minute').set('mins', 'minute').set('hr', 'hour');

export type Period = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** The period that a word names, such as month. */
export function periodOf(words: string): Period | undefined {
  return BUILT_IN.get(words.trim().toLowerCase()) as Period | undefined;
}

/** `GB/user/month` is GB per user, each month: every part but the periods names what is counted. */
export function splitUnit(words: string): { of: string; periods: Period[] } {
  const parts = words
    .replace(/^per\s+/i, '')
    .split('/')
    .map((part) => part.trim());
  const [first = '', ...rest] = parts;
  const of = [first, ...rest.filter((part) => part && !periodOf(part))].filter(Boolean).join(' per ');
  return { of, periods: rest.filter((part) => periodOf(part)).map((part) => periodOf(part)!) };
}

export class Units {
  readonly declared: Record<string, Forms> = {};
  /** Those whose singular or plural a rule gives, and those that no rule gives one. */
  readonly #derived = new Set<string>();
  readonly #without = new Set<string>();

  /** What was put into words of our own: a sentence each. */
  get readings(): string[] {
    const [derived, without] = [[...this.#derived].join(', '), [...this.#without].join(', ')];
    return [
      ...(derived ? [`Singular or plural of these units follows a rule of English: ${derived}.`] : []),
      ...(without ? [`No rule gives a plural of these units, so one and several are written alike: ${without}.`] : []),
    ];
  }

  /** The key of a unit; declares it when it is new. */
  of(words: string): string {
    const built = periodOf(words);
    if (built) return built;
    const { isSure, ...unit } = unitOf(words);
    const plain = keyOf(unit.one === '%' ? 'percent' : unit.one);
    // Persons and people are two units of one singular.
    let key = this.#isFree(plain, unit) ? plain : keyOf(unit.other);
    for (let n = 2; !this.#isFree(key, unit); n++) key = `${plain}_${n}`;
    this.declared[key] = unit;
    if (!isSure) this.#without.add(key);
    else if (unit.one !== unit.other) this.#derived.add(key);
    return key;
  }

  #isFree(key: string, { one, other }: Forms): boolean {
    const there = Object.hasOwn(this.declared, key) ? this.declared[key] : undefined;
    return !there || (there.one === one && there.other === other);
  }
}

/** Where the noun ends and what belongs to it begins: threads at a time, documents per user. */
const TAIL = / (?=(?:per|at|of|in|for|from|with|by|on) )/;

interface Forms {
  one: string;
  other: string;
}

/** Where no rule gives another form for several, the words of the source stand for both. */
function unitOf(words: string): Forms & { isSure: boolean } {
  const [noun = '', ...tail] = wordsOf(words).map(small).join(' ').split(TAIL);
  const forms = formsOf(noun);
  const whole = (form: string) => [form, ...tail].join(' ');
  return { one: whole(forms.one), other: whole(forms.other ?? forms.one), isSure: forms.other !== undefined };
}

/** `Brand Kit` is two words of a sentence; GB and API are not. */
function small(word: string): string {
  return /^[A-Z][a-z]+$/.test(word) ? word.toLowerCase() : word;
}

const SINGULAR: Readonly<Record<string, string>> = { people: 'person' };
const PLURAL: Readonly<Record<string, string>> = { repo: 'repos', photo: 'photos', demo: 'demos', logo: 'logos' };

function formsOf(noun: string): { one: string; other?: string } {
  const single = SINGULAR[noun];
  if (single) return { one: single, other: noun };
  // Signs and abbreviations have one form: 5 GB, 5 %.
  if (!/[a-z]/.test(noun)) return { one: noun, other: noun };
  if (/^(?:\S*[^s\s] )*\S*s$/.test(noun) && !/(?:is|us|ss)$/.test(noun)) return { one: singular(noun), other: noun };
  const other = PLURAL[noun] ?? plural(noun);
  return { one: noun, ...(other && { other }) };
}

function singular(noun: string): string {
  if (/[^aeiou]ies$/.test(noun)) return noun.replace(/ies$/, 'y');
  return /(?:x|z|ch|sh|ss)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}

/** Only where the rule of English has no exceptions worth the name. */
function plural(noun: string): string | undefined {
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies');
  if (/(?:x|ch|sh|ss)$/.test(noun)) return `${noun}es`;
  return /[a-eg-np-rt-wy]$|[aeiou]o$/.test(noun) && !/fe$/.test(noun) ? `${noun}s` : undefined;
}
