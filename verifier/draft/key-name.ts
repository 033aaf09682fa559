/** The words of a row's label, or of a point in a list, go in; the name of a key in them, if they are one, comes out. */
import { moneyIn } from '../claims/money.ts';

const LONGEST = 64;
const MOST_WORDS = 9;

/** What rows are about that no key is: money, dates, support for the reader of the page. */
const NO_KEY =
  /^(?:price|prices|pricing|cost|costs|billing|billed|payment|monthly|yearly|annual(?:ly)?|per (?:month|year)|founding|trial|free trial|purpose|best for|ideal for|plan|plans|name|description|summary|notes?|support contract|product job|access motion|positioning|availability|who it is for|example|examples)\b/i;
/** What a page asks its visitor to do, and what a sentence begins with. */
const NO_NAME =
  /^(?:get|start|choose|buy|try|contact|learn|see|read|sign|talk|book|pick|order|for|everything|all|no|not|without|free|from|if|when|while|you|your|we|our|it|this|that|these|those|there|the same|as|see|up to|only|any|every|each|also|more|most|plus|and|or|but|because|use|note|requires?|available|included|includes|billed|save|upgrade|downgrade|cancel|click|open|go|new|existing|former|legacy|ordinary|items?|typically|usually|both)\b/i;
const SENTENCE =
  /\b(?:is|are|was|were|be|been|can|could|will|would|should|must|may|might|do|does|did|have|has|had|you|your|we|our|they|their|its|which|that|who|when|where|because|if|than|then)\b/i;

/** A row's label: trusted, since the table says that it is one. */
export function labelName(words: string): string | undefined {
  const name = plain(words);
  if (
    !name ||
    /\btrial\b/i.test(name) ||
    name.length > LONGEST ||
    name.split(' ').length > MOST_WORDS ||
    NO_KEY.test(name)
  )
    return undefined;
  return /^[\p{L}\d]/u.test(name) && /\p{L}{2}/u.test(name) && !moneyIn(name).length ? capital(name) : undefined;
}

/** A point of a list: the shorter it is, the more it is a name. */
export function pointName(words: string): string | undefined {
  const name = labelName(words.replace(/[.;,]\s*$/, ''));
  if (!name || name.split(' ').length > 5 || NO_NAME.test(name) || SENTENCE.test(name)) return undefined;
  return /[.:;!?`"“”|=<>]/.test(name) || /\d/.test(name.replace(/\p{L}+\d+\p{L}*/gu, '')) ? undefined : name;
}

function plain(words: string): string {
  return words
    .replace(/`[^`]*`/g, ' ')
    .replace(/[*†‡¹²³⁴]+$/u, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s*[:：]\s*$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Words without what stands in brackets: "Core SSO (OIDC/SAML)" goes by "Core SSO". */
export function withoutAside(name: string): string {
  return name.replace(/\s*\([^()]*\)/g, '').trim();
}
