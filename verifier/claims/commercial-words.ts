/** A page's blocks go in; the words in which it sells something come out: names of plans, prices, trials, and what must never be said. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { type Item, itemsOf } from './items.ts';
import { newReading } from './new-reading.ts';
import { plainSigns } from './plain-signs.ts';
import { readClaims } from './read-claims.ts';
import { sentencesOf } from './sentences.ts';
import { type Block, textsOf } from './text.ts';

/**
 * Each once, in the order of the page; or why they are not known. A bare amount of money may be the page's own data: a
 * price is one for a period, or of a plan.
 */
export function commercialWords(
  blocks: readonly Block[],
  vocabulary: Vocabulary,
  never: readonly string[],
): { words: string[] } | { reason: string } {
  const shown = blocks.filter(({ hidden }) => !hidden);
  const claims = readClaims(shown, { surface: '', vocabulary });
  for (const { outcome } of claims) if (outcome.kind === 'unread') return { reason: outcome.reason };
  const texts = shown.flatMap(textsOf).map((text) => text.value);
  const claimed = claims.flatMap(({ about }) =>
    'words' in about && about.certain && SELLS.has(about.subject.kind) ? [about.words] : [],
  );
  const found = [...namedIn(texts, vocabulary), ...claimed, ...saidOf([...ALWAYS, ...never], texts)];
  return { words: [...new Set(found.map((one) => one.replace(/\s+/g, ' ').trim()))] };
}

/** Of anything. */
const ALWAYS = ['free trial', 'free trials'];
const SELLS = new Set(['price', 'trial', 'grace']);

function namedIn(texts: readonly string[], vocabulary: Vocabulary): string[] {
  const reading = newReading(vocabulary);
  return texts.flatMap((text) =>
    sentencesOf(text).flatMap(({ from, to }) => {
      const words = text.slice(from, to);
      const items = itemsOf(reading, words);
      return [...items.filter(isCommercial), ...trialIn(items)].map((item) => words.slice(item.from, item.to));
    }),
  );
}

function saidOf(never: readonly string[], texts: readonly string[]): string[] {
  const sought = never.map((words) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words)}(?![\\p{L}\\p{N}])`, 'giu'));
  return texts.flatMap((text) => sought.flatMap((one) => text.match(one) ?? []));
}

/** "14-day trial": the word alone may be a trial of anything. */
function trialIn(items: readonly Item[]): { from: number; to: number }[] {
  return items.flatMap((item, at) => {
    const before = items[at - 1];
    const lasts = before?.kind === 'amount' && LENGTHS.has(before.unit ?? '');
    return item.kind === 'word' && item.class === 'trial' && lasts ? [{ from: before.from, to: item.to }] : [];
  });
}

const LENGTHS = new Set(['hour', 'day', 'week', 'month']);

function isCommercial(item: Item): boolean {
  return item.kind === 'plans' || (item.kind === 'money' && (item.interval ?? item.billed) !== undefined);
}

function escaped(words: string): string {
  return plainSigns(words)
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
}
