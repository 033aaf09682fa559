/** A heading cell goes in; the plans, the key and the interval that it names come out. */
import type { Interval, Subject } from '../../matrix/types.ts';
import { planOf } from './headings.ts';
import { type Item, itemsOf, type Reading } from './items.ts';

export interface Axis {
  plans?: string[];
  subject?: Subject;
  interval?: Interval;
  /** What is used or left now, what was, what others give: no promise stands here. */
  silent?: boolean;
  /** "Included", "What you get", or no words at all: the cells say themselves what they are about. */
  open?: boolean;
}

const MONTH = /\b(?:monthly|per month|a month|billed monthly)\b|\/ ?mo(?:nth)?\b/i;
const YEAR = /\b(?:yearly|annual(?:ly)?|per year|a year|billed (?:yearly|annually))\b|\/ ?y(?:ea)?r\b/i;

/** Words of use, of the past and of others. */
const SILENT =
  /\b(?:in use|used|uses|usage|using|current|currently|remaining|left|consumed|so far|today|actual|measured|now|before|after|old|previous(?:ly)?|was|formerly|until|since|legacy|competitors?|typical|average|example|default)\b/i;
/** Columns that date a row: a table of versions is a log. */
const DATED =
  /^(?:versions?|dates?|since|year|released?|release|until|valid(?: from| until)?|effective(?: from)?|changed?)$/i;
const OPEN =
  /^(?:|includes?|included|value|values|limits?|amount|allowance|quota|entitlement|your plan|you get|what you get|it adds|adds|features?|what(?:'s|’s| is) included|highlights|details|availability|available|number|how (?:many|much))$/i;

/** A plan's name counts only when it is nearly all of the cell; a key only when nothing else in the cell narrows it. */
export function axisOf(reading: Reading, words: string): Axis {
  const text = words.trim();
  const items = itemsOf(reading, words);
  const plans = plansOf(reading, words, items);
  if (plans) return { plans, ...intervalOf(text.slice(0, 200)) };
  if (SILENT.test(text)) return { silent: true };
  const subject = subjectOf(words, items);
  if (subject) return { subject, ...intervalOf(text) };
  return OPEN.test(text) ? { open: true } : {};
}

export function isDated(words: string): boolean {
  return DATED.test(words.trim());
}

function intervalOf(words: string): { interval?: Interval } {
  const [month, year] = [MONTH.test(words), YEAR.test(words)];
  return month === year ? {} : { interval: month ? 'month' : 'year' };
}

function plansOf(reading: Reading, words: string, items: readonly Item[]): string[] | undefined {
  const plan = planOf(reading, words);
  if (plan) return plan.versions;
  const [group] = items;
  if (group?.kind !== 'plans' || items.length !== 1 || group.possessive) return undefined;
  const rest = words.slice(0, group.from) + words.slice(group.to);
  return /^[\s*†‡¹²³)]*(?:the|plans?|editions?)?[\s*†‡¹²³:]*$/i.test(rest) ? group.versions : undefined;
}

/** Words that may stand beside a key's name without making it another thing. */
const BESIDE_LIMIT =
  /^(?:number|of|the|included?|includes|max|maximum|limits?|total|up|to|per|an?|hour|hourly|hr|day|days|month|retention|length|depth|range|in|your|how|many|much|allowed|unlimited)$/i;
const BESIDE_CAPABILITY = /^(?:the|included?|includes|support|feature|available|availability|access|to)$/i;
const PRICE =
  /^(?:(?:prices?|costs?|pricing|monthly|yearly|annual|annually|per|an?|month|year|mo|yr|billed|billing|paid|subscription|plan|list|in|the|us|usd|eur|gbp|dollars?|euros?|by|when|if|from|starting|at|what|it|is|you|pay)\b|[\s()/,.:$€£*–—-])+$/i;

function subjectOf(words: string, items: readonly Item[]): Subject | undefined {
  const keys = items.flatMap((item) => (item.kind === 'key' ? [item] : []));
  const [key] = keys;
  if (!key)
    return PRICE.test(words) && /\b(?:price|cost|pricing|month|year|annual|mo|yr)/i.test(words)
      ? { kind: 'price', key: 'price' }
      : undefined;
  if (keys.length > 1) return undefined;
  const { subject } = key;
  const around = `${words.slice(0, key.from)} ${words.slice(key.to)}`;
  const rest = subject.kind === 'capability' ? around.replace(/\([^()]*\)/g, ' ') : around;
  if (/[+&]/.test(rest)) return undefined;
  const beside = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  const allowed = subject.kind === 'limit' ? BESIDE_LIMIT : BESIDE_CAPABILITY;
  return beside.every((word) => allowed.test(word)) ? subject : undefined;
}
