/** A document's blocks go in; every claim in them, with its place, comes out as an observation. */
import type { Holder, Place } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { Observation } from '../types.ts';
import { plansOfBoxes } from './boxes.ts';
import type { Claim, Context } from './claim.ts';
import { detached } from './detached.ts';
import { ONLY } from './feature-claims.ts';
import { closeHeadings, contextAt, type Heading, headingOf, inside, planOf } from './headings.ts';
import { introOf } from './intros.ts';
import { type Item, namingItems, type Reading } from './items.ts';
import { labelClaims } from './label-claims.ts';
import { inEnglish } from './languages/in-english.ts';
import { languageOf } from './languages/languages.ts';
import { newReading } from './new-reading.ts';
import { rivalHeadings } from './rivals.ts';
import { sentenceClaims } from './sentence-claims.ts';
import { sentencesOf } from './sentences.ts';
import { tableClaims } from './table-claims.ts';
import { notesAround } from './table-notes.ts';
import { type Block, mapTexts, sliceText, type Text, textsOf } from './text.ts';

export interface ReadOptions {
  surface: string;
  vocabulary: Vocabulary;
  /** Whose page it is, where somebody is signed in. */
  own?: Holder;
}

const readings = new WeakMap<Vocabulary, Map<string, Reading>>();

/** One for all documents of a vocabulary, and one for each product line that is spoken of. */
function readingOf(vocabulary: Vocabulary, line = ''): Reading {
  const all = readings.get(vocabulary) ?? new Map<string, Reading>();
  readings.set(vocabulary, all);
  const before = all.get(line);
  if (before) return before;
  const reading = newReading(vocabulary, line || undefined);
  all.set(line, reading);
  return reading;
}

/** Product lines that words name; the plans of the only one may go by short names, and nobody's where there are several. */
function linesIn(reading: Reading, sentences: readonly Sentence[]): string[] {
  if (!reading.vocabulary.short.length) return [];
  const lines = sentences
    .flatMap(({ items }) => items)
    .flatMap((item) => ((item.kind === 'line' || item.kind === 'plans') && item.line ? [item.line] : []));
  return [...new Set(lines)];
}

interface Sentence {
  from: number;
  to: number;
  words: string;
  items: readonly Item[];
}

function itemsIn(reading: Reading, text: string): Sentence[] {
  return sentencesOf(text).map(({ from, to }) => {
    const words = text.slice(from, to);
    return { from, to, words, items: namingItems(reading, words) };
  });
}

/** Words that only bind others name nothing. */
function names({ items }: Sentence): boolean {
  return items.some((item) => item.kind !== 'word' || item.class === 'trial' || item.class === 'grace');
}

/**
 * Words of a language that nobody here knows are not read, which is told once for each document. What a page hides is read
 * where it plainly comes to be seen; not where somebody is signed in, of whom it may not speak.
 */
export function readClaims(blocks: readonly Block[], options: ReadOptions): Observation[] {
  return inLanguage(
    blocks.filter(({ hidden }) => !hidden || (hidden === 'reached' && !options.own)),
    options,
  );
}

/** What a script may come to show says nothing certain; what it would say wrong is told as not looked at. */
export function readHidden(blocks: readonly Block[], options: ReadOptions): Observation[] {
  if (!blocks.some(({ hidden }) => hidden === 'unsure')) return [];
  return inLanguage(blocks, { ...options, unsure: true }).flatMap(({ about, ...seen }) =>
    'words' in about && seen.outcome.kind === 'read' && about.subject.kind !== 'words'
      ? [{ ...seen, about: { ...about, certain: false, hidden: true as const } }]
      : [],
  );
}

function inLanguage(blocks: readonly Block[], options: ReadOptions & { unsure?: true }): Observation[] {
  const { surface, vocabulary } = options;
  const language = languageOf(vocabulary.locale);
  if (language === undefined) return claimsIn(blocks, options);
  if (language === 'unknown') return unknownLanguage(blocks, surface, vocabulary.locale);
  const { find } = readingOf(vocabulary);
  return claimsIn(
    blocks.map((block) => mapTexts(block, (text) => inEnglish(text, language, find))),
    options,
  );
}

function unknownLanguage(blocks: readonly Block[], surface: string, locale: string): Observation[] {
  const [first] = blocks.flatMap(textsOf);
  const reason = `is in \`${locale}\`, and no words of that language are known here`;
  const about = { words: '', subject: { kind: 'words' as const, key: '' }, certain: false, plans: { known: [] } };
  return first
    ? [{ surface, about, outcome: { kind: 'unread', reason }, at: [first.place(0, first.value.length)] }]
    : [];
}

function claimsIn(
  blocks: readonly Block[],
  { surface, vocabulary, own, unsure }: ReadOptions & { unsure?: true },
): Observation[] {
  const reading = readingOf(vocabulary);
  const headings: Heading[] = [];
  const boxes = plansOfBoxes(reading, blocks);
  const base: Context = own ? { plans: { own } } : {};
  const isRivals = rivalHeadings(blocks, vocabulary.product);
  let intro: { whose: ReturnType<typeof introOf>; within: readonly number[] } | undefined;
  let shown: { headings: Heading[]; intro: typeof intro } | undefined;
  const claims = (block: Block, at: number): Observation[] => {
    const nested = block.kind === 'item' && headsItem(reading, block);
    if (block.kind === 'heading' || nested) {
      const own = { ...block, kind: 'heading' as const, depth: block.kind === 'heading' ? block.depth : ITEM_DEPTH };
      closeHeadings(headings, own);
      const { line } = contextAt(headings, own as Block, base);
      const heading = headingOf(line ? readingOf(vocabulary, line) : reading, own as Block & { kind: 'heading' });
      headings.push(isRivals(own.text.value) ? { ...heading, context: { log: true } } : heading);
    }
    const box = own ? undefined : block.boxes?.findLast((one) => boxes.has(one));
    const known = box && { plans: { known: boxes.get(box)! } };
    const around = block.apart ? { ...base, apart: true } : { ...contextAt(headings, block, base), ...known };
    if (around.log) return [];
    if (block.kind === 'paragraph' || block.kind === 'heading')
      intro =
        block.kind === 'paragraph' ? { whose: introOf(reading, block.text.value), within: block.within } : undefined;
    const whose =
      intro && !nested && !block.apart && inside(block.within, intro.within) && block.kind !== 'paragraph'
        ? intro.whose
        : undefined;
    const context = whose ? { ...around, plans: whose === 'nobody' ? undefined : whose } : around;
    const about = context.line ? readingOf(vocabulary, context.line) : reading;
    if (block.kind === 'table')
      return tableClaims(about, block, context, notesAround(blocks, at)).map(({ claim, text }) =>
        observe(surface, text, claim),
      );
    return block.apart && !own
      ? apartClaims(about, block.text, context, surface)
      : blockClaims(about, block.text, context, surface);
  };
  return blocks.flatMap((block, at) => {
    // What is hidden heads and introduces nothing that is shown.
    if (block.hidden) shown ??= { headings: [...headings], intro };
    else if (shown) {
      headings.splice(0, headings.length, ...shown.headings);
      intro = shown.intro;
      shown = undefined;
    }
    const said = claims(block, at);
    if (unsure) return block.hidden === 'unsure' ? said : [];
    return block.hidden ? said.map((one) => ({ ...one, about: { ...one.about, hidden: true as const } })) : said;
  });
}

const MOST_SILENT = 20_000;

/** What stands apart speaks of nothing that stands around it, so its words alone say whether it claims anything. */
function apartClaims(reading: Reading, text: Text, context: Context, surface: string): Observation[] {
  const { silent } = reading;
  if (silent.has(text.value)) return [];
  const claims = blockClaims(reading, text, context, surface);
  if (!claims.length && silent.size < MOST_SILENT) silent.add(detached(text.value));
  return claims;
}

/** Deeper than any heading: a point that is a plan's name heads the points within it. */
const ITEM_DEPTH = 7;

function headsItem(reading: Reading, block: Block & { kind: 'item' }): boolean {
  return block.within.length > 0 && planOf(reading, block.text.value, false) !== undefined;
}

/** "This functionality requires …": what the sentence before it named last. */
const THIS_FEATURE = /^\s*(?:This|The) (?:feature|functionality|capability|option)\b/;

/** "Start a free trial. 14 days free, no card required.": how long the trial of the sentence before it is. */
const DAYS_FREE = /^\s*\d{1,3}[ -]days? (?:for )?free\b(?! of\b)/i;

function lastCapability(items: readonly Item[]): Context['feature'] {
  const key = items.findLast((item) => item.kind === 'key' && item.subject.kind === 'capability');
  return key?.kind === 'key' ? key.subject : undefined;
}

/** Sentences of one block; "It keeps …" speaks of the one plan that the sentence before it named. */
function blockClaims(reading: Reading, text: Text, context: Context, surface: string, seen = false): Observation[] {
  let last: Context['plans'];
  let named: Context['feature'];
  let tried = false;
  const sentences = itemsIn(reading, text.value);
  // Most blocks of most documents.
  if (!sentences.some(names)) return [];
  const lines = linesIn(reading, sentences);
  const line = lines.length === 1 ? lines[0] : undefined;
  if (lines.length && line !== reading.line && !seen) {
    const { line: _, ...rest } = context;
    const about = readingOf(reading.vocabulary, line);
    return blockClaims(about, text, line ? { ...rest, line } : rest, surface, true);
  }
  const labelled = labelClaims(reading, text.value).map((claim) => observe(surface, text, claim));
  const said = sentences.flatMap(({ from, to, words, items }) => {
    const plans = items.filter((item) => item.kind === 'plans');
    const pronoun = !plans.length && last && /^\s*(?:It|They|This plan|That plan|You also|Both)\b/.test(words);
    const meant = named && (THIS_FEATURE.test(words) || ONLY.test(words)) ? named : undefined;
    const around: Context = {
      ...context,
      ...(pronoun && { plans: last }),
      ...(meant && { feature: meant }),
      ...(tried && DAYS_FREE.test(words) && { subject: { kind: 'trial', key: '' } as const }),
    };
    const claims = items.length || around.subject || around.feature ? sentenceClaims(reading, words, around) : [];
    tried = items.some((item) => item.kind === 'word' && item.class === 'trial');
    named = lastCapability(items) ?? named;
    if (plans.length)
      last = plans.length === 1 && plans[0]?.kind === 'plans' ? { known: plans[0].versions } : undefined;
    const sentence = sliceText(text, from, to);
    return claims.map((claim) => observe(surface, sentence, claim));
  });
  return [...labelled, ...said];
}

function observe(surface: string, text: Text, claim: Claim): Observation {
  const { subject, value, plans, relation, certain, currency, from, to } = claim;
  const words = (text.source?.(from, to) ?? text.value.slice(from, to)).replace(/\s+/g, ' ').trim();
  const place: Place = text.place(from, to);
  const about = {
    words,
    subject,
    certain,
    plans,
    ...(relation && { relation }),
    ...(currency && { offer: { currency } }),
  };
  return { surface, about, outcome: { kind: 'read', value }, at: text.via ? [place, text.via] : [place] };
}
