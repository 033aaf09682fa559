/** The blocks of a document go in; headings, cards and list points that name a plan are added to the evidence. */

import { inside } from '../claims/headings.ts';
import { moneyIn } from '../claims/money.ts';
import { type Block, sliceText, type Text } from '../claims/text.ts';
import type { Evidences } from './evidence.ts';
import { isUsual, planName } from './plan-name.ts';
import { ABOUT_PLANS } from './plans-in-tables.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

/** "Pro — $9/month", "MSP Enterprise — Custom". */
const PRICED_HEADING = /^[^–—:|(]{2,40}(?:\([^()]*\)\s*)?(?:[–—:|]|\s-\s)\s*(?:from |only )?(.+)$/iu;
const PRICE_WORDS = /^(?:free(?: forever)?|custom(?: pricing)?|contact (?:us|sales)|on request|negotiated)[.!]?$/i;
/** Blocks of a card in which its price may stand. */
const NEAR = 5;

export function plansInHeadings(blocks: readonly Block[], evidences: Evidences): void {
  const priced = blocks.flatMap((block, at): Text[] =>
    block.kind === 'heading' && (hasPrice(block.text.value) || isCard(blocks, at, block)) ? [block.text] : [],
  );
  if (priced.length) evidences.listed(priced);
  for (const texts of sectionsOfPlans(blocks)) evidences.listed(texts);
}

function hasPrice(words: string): boolean {
  const rest = PRICED_HEADING.exec(words)?.[1];
  if (rest === undefined) return false;
  return (
    PRICE_WORDS.test(rest.trim()) || (/^[^\p{L}\d]*(?:US|CA?|A)?[$€£¥₹]?\s?\d/u.test(rest) && moneyIn(rest).length > 0)
  );
}

/** A short name whose block after next is a price and little else. */
function isCard(blocks: readonly Block[], at: number, heading: Heading): boolean {
  if (!planName(heading.text.value)) return false;
  for (const block of blocks.slice(at + 1, at + 1 + NEAR)) {
    if (block.kind === 'heading' || block.kind === 'table' || !inside(block.within, heading.within)) return false;
    if (isPriceAlone(block.text.value)) return true;
  }
  return false;
}

function isPriceAlone(words: string): boolean {
  if (PRICE_WORDS.test(words.trim())) return true;
  const [money] = moneyIn(words);
  return money !== undefined && /^\W*(?:from |only |just )?\W*$/i.test(words.slice(0, money.from)) && words.length < 60;
}

/** Under "What you get (by plan)" or "Editions": headings, or points that begin with a name, at least two of one kind. */
function sectionsOfPlans(blocks: readonly Block[]): Text[][] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'heading' || !ABOUT_PLANS.test(block.text.value)) return [];
    const end = blocks.findIndex((one, i) => i > at && one.kind === 'heading' && one.depth <= block.depth);
    const section = blocks.slice(at + 1, end < 0 ? blocks.length : end);
    return [headingsIn(section), ...pointsIn(section)].filter((texts) => texts.length > 1);
  });
}

function headingsIn(section: readonly Block[]): Text[] {
  const headings = section.filter((one): one is Heading => one.kind === 'heading');
  const depth = Math.min(...headings.map((one) => one.depth));
  const names = headings.filter((one) => one.depth === depth && planName(one.text.value) === one.text.value.trim());
  return names.filter((one) => isUsual(one.text.value)).length * 2 >= names.length ? names.map((one) => one.text) : [];
}

/** Lists whose points all read "Name — what it is". */
function pointsIn(section: readonly Block[]): Text[][] {
  const runs: Text[][] = [[]];
  for (const block of section) {
    if (block.kind !== 'item' || block.within.length > 1) {
      if (block.kind !== 'item') runs.push([]);
      continue;
    }
    const label = /^(.{2,40}?)\s*(?:[–—:]|\s-\s)/u.exec(block.text.value)?.[1];
    runs.at(-1)!.push(label && planName(label) === label ? sliceText(block.text, 0, label.length) : block.text);
  }
  return runs.filter(
    (run) =>
      run.length > 1 &&
      run.every((text) => planName(text.value) === text.value) &&
      run.some((text) => isUsual(text.value)),
  );
}
