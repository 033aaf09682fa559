/** Blocks of a page go in; the same, with what a page sets as blocks of their own beside an amount joined to it, come out. */
import type { Block, Text } from '../claims/text.ts';

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

const CONTINUES = /^(?:\/|per |a month\b|a year\b|monthly\b|yearly\b|billed )/i;
const SIGN = /^(?:(?:US|C|A)?[$€£¥₹]|USD|EUR|GBP|CHF|CAD|AUD)$/;
const AMOUNT = /^\d[\d.,]*(?:\s*(?:\/|per )\s*[a-z]+)?$/i;
const NUMBER = /^\d[\d.,]*$/;
const PRICE = /^\D{1,3}\d+$/;
const CENTS = /^[.,]\d\d$/;
const MOST_JOINED = 4;
const MOST_BETWEEN = 6;

/** `again`: paragraphs that say to the eye what the one before them says to the ear. */
export function joinedBlocks(blocks: readonly Block[], again: ReadonlySet<Block>): Block[] {
  const out: Block[] = [];
  const twins = new Set<Block>(again);
  const joined = new Map<Block['hidden'], number>();
  for (const block of blocks) {
    // What is hidden stands between what is shown, which it parts for nobody.
    const at = out.findLastIndex(({ hidden }, n) => hidden === block.hidden || out.length - n > MOST_BETWEEN);
    const times = joined.get(block.hidden) ?? 0;
    const between = times < MOST_JOINED ? gap(out[at], block) : undefined;
    joined.set(block.hidden, between === undefined ? 0 : times + 1);
    if (between === undefined) out.push(block);
    else for (const n of twins.has(out[at]!) ? [at, at - 1] : [at]) join(out, n, block as Paragraph, between, twins);
  }
  return out;
}

/** What stands between two blocks that are one price; nothing where they are not. */
function gap(last: Block | undefined, block: Block): string | undefined {
  if (block.kind !== 'paragraph' || last?.kind !== 'paragraph' || last.hidden !== block.hidden) return undefined;
  const [before, words] = [last.text.value, block.text.value];
  if (CONTINUES.test(words)) return ' ';
  const cents = CENTS.test(words) && PRICE.test(before);
  const parts = (SIGN.test(before) && AMOUNT.test(words)) || (SIGN.test(words) && NUMBER.test(before));
  if ((!cents && !parts) || last.within.join() !== block.within.join()) return undefined;
  return cents ? '' : ' ';
}

function join(out: Block[], at: number, { text }: Paragraph, between: string, twins: Set<Block>): void {
  const last = out[at];
  if (last?.kind !== 'paragraph') return;
  const put: Block = { ...last, text: joinedText(last.text, text, between) };
  if (twins.has(last)) twins.add(put);
  out[at] = put;
}

function joinedText(before: Text, { value: words }: Text, between: string): Text {
  const value = `${before.value}${between}${words}`;
  return { value, place: (from, to) => before.place(from, Math.min(to, before.value.length)) };
}
