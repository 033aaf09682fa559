/** The blocks of a page that compares go in; whether a heading opens what another company offers comes out. */
import type { Block } from './text.ts';

const NAME = String.raw`(\p{Lu}[\p{L}\d]{2,30})`;

/** Only companies that a heading sets against the product are known as such: "Relay vs HubSpot", "HubSpot alternatives". */
export function rivalHeadings(blocks: readonly Block[], product: string): (words: string) => boolean {
  const own = product.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const against = [
    new RegExp(`${own} (?:vs\\.?|versus) ${NAME}`, 'u'),
    new RegExp(`${NAME} (?:vs\\.?|versus) ${own}(?!\\p{L})`, 'u'),
    new RegExp(`${own}[^.]{0,40}\\balternative to ${NAME}`, 'u'),
  ];
  const rivals = new Set(
    blocks.flatMap((block) =>
      block.kind === 'heading' ? against.flatMap((one) => one.exec(block.text.value)?.[1] ?? []) : [],
    ),
  );
  if (!rivals.size) return () => false;
  const opens = new RegExp(
    `^\\W*(?:(?:[Hh]ow much|[Ww]hat) (?:does|is|are) )?(?:${[...rivals].join('|')})(?![\\p{L}\\d])`,
    'u',
  );
  return (words) => opens.test(words) && !words.includes(product);
}
