/** Documents go in; the product's name, as their titles give it, comes out. */
import type { Document } from './document.ts';

const NAME = /^\p{Lu}[\p{L}\p{N}.+&-]*(?: \p{Lu}[\p{L}\p{N}.+&-]*){0,3}$/u;
const ABOUT =
  /\s*(?:\bv\d[\d.]*\s+)?\b(?:pricing|prices?|plans?|tiers?|tiering|editions?|entitlements|documentation|docs|overview|guide|readme|compare|home|welcome|introduction|faq)\b.*$/iu;

/** "Harbor Forms" of "Pricing – Harbor Forms", "Pulse" of "Pulse Plans and Entitlements". */
export function productName(documents: readonly Document[]): string | undefined {
  const titles = documents.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      (block.kind === 'heading' && block.depth === 1) || (block.kind === 'paragraph' && block.apart)
        ? [block.text.value]
        : [],
    ),
  );
  const parts = titles
    .flatMap((title) => title.split(/\s*[–—|:·(]\s*|\s-\s/))
    .map((part) => part.replace(ABOUT, '').trim());
  return parts.find((part) => NAME.test(part));
}
