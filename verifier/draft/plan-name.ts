/** Words at the head of a column, a row, a card or a list point go in; the name of a plan in them, if they can hold one, comes out. */

const LONGEST = 28;
const NAME = /^[\p{Lu}][\p{L}\p{N}+&.'’-]*(?: (?:[\p{Lu}\p{N}][\p{L}\p{N}+&.'’-]*|\+)){0,2}$/u;

/** What tables and headings are called, and no plan is. */
const GENERIC = new Set(
  `plan plans price prices pricing cost costs feature features description descriptions detail details note notes yes no default
defaults type types name names value values status version versions required optional overview faq faqs introduction
summary monthly yearly annual annually month year per billing payment contact compare comparison support limit limits usage
option options parameter setting settings example examples availability available included includes what who when where
how why all any both none other others see more next related security license licence docs documentation api installation
install linux windows macos docker kubernetes android ios element mode behavior behaviour purpose claim capability
capabilities key constant platform coverage date change author action result method field step role roles user users
customer customers question questions answer answers product products edition editions tier tiers package packages model
terms privacy rules warning tip important legend rationale positioning policy limitations requirements getting quick start
added changed fixed removed unit units amount total currency discount trial refund refunds upgrade downgrade cancel region
today legal company about blog home login sign monitoring alerts reporting`.split(/\s+/),
);

/** Names that plans bear in many price lists: these need less evidence than others. */
const USUAL = new Set(
  `free community personal hobby starter basic basics lite solo standard plus pro professional premium team teams growth
scale business advanced ultimate enterprise organization startup developer essential essentials core cloud individual`.split(
    /\s+/,
  ),
);

export function isUsual(name: string): boolean {
  return name
    .toLowerCase()
    .split(' ')
    .some((word) => USUAL.has(word.replace(/\+$/, '')));
}

/** Gives the bare name: `The Pro plan`, `Pro — $9/month` and `Pro (most popular)` are `Pro`. */
export function planName(words: string): string | undefined {
  const bare = words
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s*\([^()]*\).*$/u, '')
    .replace(/\s*(?:[–—:|]|\s-\s|(?:US|C|A)?[$€£¥₹]\s?\d|\d+(?:[.,]\d+)?\s?[€£$]).*$/u, '')
    .replace(/^(?:the|our|your)\s+/i, '')
    .replace(/\s+(?:plans?|tiers?|editions?|subscriptions?|licen[cs]es?)$/i, '')
    .replace(/[*†‡¹²³]+$/u, '')
    .trim();
  if (bare.length < 2 || bare.length > LONGEST || !NAME.test(bare)) return undefined;
  const parts = bare.toLowerCase().split(' ');
  if (
    /^(?:legacy|former|old|retired|all|every|any|each|this|that|which|choose|get|start|buy|try|new|most)$/.test(
      parts[0]!,
    )
  )
    return undefined;
  if (/^(?:monthly|yearly|annual|annually|founding)$/.test(parts.at(-1)!)) return undefined;
  return parts.every((word) => GENERIC.has(word)) ? undefined : bare;
}
