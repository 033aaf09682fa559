/** The words that bind subjects and values, by what they do in a sentence. */
import type { WordClass } from './items.ts';
import type { Token } from './tokens.ts';

/** Units of time as people write them, folded, to the built-in unit. */
export const TIME_WORDS: Readonly<Record<string, string>> = {
  minute: 'minute',
  min: 'minute',
  hour: 'hour',
  hr: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
  mo: 'month',
  year: 'year',
  yr: 'year',
  annum: 'year',
};

/** Of the built-in units. */
export function isTime(unit: string): boolean {
  return UNITS_OF_TIME.has(unit);
}

const UNITS_OF_TIME = new Set(Object.values(TIME_WORDS));

/** Abbreviations that stand for a time only right behind a number or a slash: "14d", "1/h". */
export const SHORT_TIMES: Readonly<Record<string, string>> = { h: 'hour', d: 'day', w: 'week', y: 'year' };

export const ADVERBS: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
};

type Class = WordClass | 'unlimited' | 'free' | 'on_request' | 'skip';

/** Phrases as folded words; the longest that fits wins. */
const PHRASES: readonly (readonly [string, Class])[] = (
  [
    ['unlimited', 'unlimited'],
    ['uncapped', 'unlimited'],
    ['no limit', 'unlimited'],
    ['without limit', 'unlimited'],
    ['without a limit', 'unlimited'],
    ['no cap', 'unlimited'],
    ['not limit', 'unlimited'],
    ['not cap', 'unlimited'],
    ["doesn't limit", 'unlimited'],
    ["doesn't cap", 'unlimited'],
    ["don't limit", 'unlimited'],
    ['not limited', 'unlimited'],
    ['not capped', 'unlimited'],
    ['never cap', 'unlimited'],
    ['never limit', 'unlimited'],
    ['never restrict', 'unlimited'],
    ['never meter', 'unlimited'],
    ['not restrict', 'unlimited'],
    ['not metered', 'unlimited'],
    ['not meter', 'unlimited'],
    ['unmetered', 'unlimited'],
    ['limitless', 'unlimited'],
    ['no finite limit', 'unlimited'],
    ['no upper limit', 'unlimited'],
    ['no fixed limit', 'unlimited'],
    ['no maximum', 'unlimited'],
    ['no restriction', 'unlimited'],
    ['infinite', 'unlimited'],
    ['as many', 'unlimited'],
    ['no hourly limit', 'unlimited'],
    ['free of charge', 'free'],
    ['free', 'free'],
    ['cost nothing', 'free'],
    ['on request', 'on_request'],
    ['contact u', 'on_request'],
    ['contact sale', 'on_request'],
    ['contact our sale', 'on_request'],
    ['talk to sale', 'on_request'],
    ['custom pricing', 'on_request'],
    ['custom price', 'on_request'],
    ['get a quote', 'on_request'],
    ['request a quote', 'on_request'],
    ['talk to u', 'on_request'],
    ['feel free', 'skip'],
    ['free trial', 'trial'],
    ['free to', 'skip'],
    ['free up', 'skip'],
    ['free space', 'skip'],
    ['free tier', 'skip'],
    ['free plan', 'skip'],
    ['free version', 'skip'],
    ['trial', 'trial'],
    ['grace', 'grace'],
    ['grace period', 'grace'],
    ['not', 'not'],
    ['no', 'not'],
    ["doesn't", 'not'],
    ["don't", 'not'],
    ["isn't", 'not'],
    ["aren't", 'not'],
    ["can't", 'not'],
    ['cannot', 'not'],
    ['never', 'not'],
    ['without', 'not'],
    ['lack', 'not'],
    ['neither', 'not'],
    ['nor', 'not'],
    ['unavailable', 'not'],
    ['excluding', 'not'],
    ['exclude', 'not'],
    ['except', 'not'],
    ['not only', 'skip'],
    ['no longer', 'not'],
    ['no more than', 'skip'],
    ['not more than', 'skip'],
    ['not just', 'skip'],
    ['include', 'has'],
    ['including', 'has'],
    ['add', 'has'],
    ['has', 'has'],
    ['have', 'has'],
    ['get', 'has'],
    ['give', 'has'],
    ['bring', 'has'],
    ['offer', 'has'],
    ['provide', 'has'],
    ['unlock', 'has'],
    ['contain', 'has'],
    ['cover', 'has'],
    ['keep', 'has'],
    ['support', 'has'],
    ['ship with', 'has'],
    ['plu', 'has'],
    ['raise', 'has'],
    ['carry', 'has'],
    ['enable', 'has'],
    ['enjoy', 'has'],
    ['receive', 'has'],
    ['deliver', 'has'],
    ['grant', 'has'],
    ['can use', 'has'],
    ['can access', 'has'],
    ['customer can', 'has'],
    ['subscriber can', 'has'],
    ['part of', 'part'],
    ['included', 'part'],
    ['available', 'part'],
    ['belong', 'part'],
    ['come with', 'part'],
    ['arrive with', 'part'],
    ['come in', 'part'],
    ['feature', 'part'],
    ['is in', 'part'],
    ['are in', 'part'],
    ['start with', 'starts'],
    ['start at', 'starts'],
    ['start on', 'starts'],
    ['begin with', 'starts'],
    ['begin at', 'starts'],
    ['gated', 'requires'],
    ['require', 'requires'],
    ['need', 'requires'],
    ['only', 'only'],
    ['exclusive', 'only'],
    ['reserved', 'only'],
  ] as const
).map((one) => one);

const BY_FIRST = new Map<string, { words: string[]; class: Class }[]>();
for (const [phrase, kind] of PHRASES) {
  const words = phrase.split(' ');
  BY_FIRST.set(
    words[0]!,
    [...(BY_FIRST.get(words[0]!) ?? []), { words, class: kind }].sort((a, b) => b.words.length - a.words.length),
  );
}

/** Words of the phrases that say more than how others are bound. */
export function namingPhrases(): readonly (readonly string[])[] {
  return PHRASES.flatMap(([words, kind]) => (NAMING.has(kind) ? [words.split(' ')] : []));
}

const NAMING: ReadonlySet<Class> = new Set(['unlimited', 'free', 'on_request', 'trial', 'grace'] as const);

/** Whether any phrase begins with a token that is folded so. */
export function beginsPhrase(folded: string): boolean {
  return BY_FIRST.has(folded);
}

export function wordClass(tokens: readonly Token[], at: number): { class: Class; length: number } | undefined {
  const found = BY_FIRST.get(tokens[at]!.folded)?.find(({ words }) =>
    words.every((word, i) => tokens[at + i]?.folded === word),
  );
  return found && { class: found.class, length: found.words.length };
}
