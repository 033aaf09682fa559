/** A heading cell goes in; the plans, the key and the interval that it names come out. */
import type { Interval, Subject } from '../../matrix/types.ts';
import { planOf } from './headings.ts';
import { type Item, namingItems, type Reading } from './items.ts';
import { isTime, TIME_WORDS } from './phrases.ts';
import { tokensOf } from './tokens.ts';

export interface Axis {
  plans?: string[];
  subject?: Subject;
  /** "History (months)": the unit of time that the cells count in. */
  unit?: string;
  interval?: Interval;
  /** A monthly price that is paid once a year. */
  billed?: 'year';
  /** What is used or left now, what was, what others give: no promise stands here. */
  silent?: boolean;
  /** "Plan", "Available on": the cells say who has what the row is about. */
  whom?: boolean;
  /** "Everything in Starter": what the cells say that a plan has all of. */
  base?: string[];
  /** "Founding rate": not what everybody pays. */
  qualifier?: string;
  /** "Display name": the cells are the names of what their row is about. */
  label?: boolean;
  /** "Included", "What you get", or no words at all: the cells say themselves what they are about. */
  open?: boolean;
}

const MONTH = /\b(?:monthly|per month|a month|billed monthly)\b|\/ ?mo(?:nth)?\b/i;
const YEAR = /\b(?:yearly|annual(?:ly)?|per year|a year|billed (?:yearly|annually))\b|\/ ?y(?:ea)?r\b/i;

/** Words of use, of the past and of others. */
const SILENT =
  /\b(?:in use|used|uses|usage|using|current|currently|remaining|left|consumed|so far|today|actual|measured|now|before|after|old|previous(?:ly)?|was|formerly|until|since|legacy|competitors?|typical|average|example|default)\b/i;
/** Words for a price that only some are asked for. */
export const QUALIFIER = /\b(?:founding|founder|launch|introductory|intro|promotional|early[ -](?:bird|adopter)s?)\b/i;
const WHOM =
  /^(?:(?:available |included |offered )?(?:on |in |for |to )?(?:which )?(?:(?:required|minimum|min\.?|lowest) )?(?:plans?|tiers?|editions?|licen[cs]es?|subscriptions?)(?: required| needed| availability)?|available (?:on|in|for|to)|included (?:in|with)|requires)$/i;
const LABEL = /^(?:(?:display|feature|public|customer-facing) )?(?:name|label|title)$/i;
/** Columns that date a row: a table of versions is a log. */
const DATED =
  /^(?:versions?|dates?|since|year|released?|release|until|valid(?: from| until)?|effective(?: from)?|changed?)$/i;
const OPEN =
  /^(?:|includes?|included|value|values|limits?|amount|allowance|quota|entitlement|your plan|you get|what you get|it adds|adds|features?|what(?:'s|’s| is) included|highlights|details|availability|available|number|how (?:many|much))$/i;

/** A plan's name counts only when it is nearly all of the cell; a key only when nothing else in the cell narrows it. */
export function axisOf(reading: Reading, given: string): Axis {
  const words = labelOf(given);
  const text = words.trim();
  const items = namingItems(reading, words, true);
  const [first] = items;
  if (first?.kind === 'base' && items.length === 1) return { base: first.versions };
  const plans = plansOf(reading, words, items);
  if (plans) return { plans, ...intervalOf(text.slice(0, 200)) };
  if (SILENT.test(text)) return { silent: true };
  const { subject, unit } = subjectOf(reading, words, items);
  const qualifier = subject?.kind === 'price' ? QUALIFIER.exec(text)?.[0].toLowerCase() : undefined;
  if (subject) return { subject, ...(unit && { unit }), ...(qualifier && { qualifier }), ...intervalOf(text) };
  if (WHOM.test(text)) return { whom: true };
  if (LABEL.test(text)) return { label: true };
  return OPEN.test(text) ? { open: true } : {};
}

/** "Audit trail: who did what, and when": what a cell is about stands before its colon. */
function labelOf(words: string): string {
  const label = /^([^:\n]{2,80}):\s+\S/.exec(words);
  return label && words.length > label[0].length + 20 ? label[1]! : words;
}

export function isDated(words: string): boolean {
  return DATED.test(words.trim());
}

const BILLED = /\b(?:billed|paid|charged|invoiced) (?:yearly|annually|once a year)\b|\b(?:annual|yearly) billing\b/i;

export function intervalOf(words: string): Pick<Axis, 'interval' | 'billed'> {
  if (MONTH.test(words) && BILLED.test(words) && MONTH.test(words.replace(BILLED, '')))
    return { interval: 'month', billed: 'year' };
  const [month, year] = [MONTH.test(words), YEAR.test(words)];
  return month === year ? {} : { interval: month ? 'month' : 'year' };
}

function plansOf(reading: Reading, words: string, items: readonly Item[]): string[] | undefined {
  const plan = planOf(reading, words);
  if (plan) return plan.versions;
  const [group] = items;
  if (group?.kind === 'line' && items.length === 1 && /^\p{Lu}/u.test(words.trim()))
    return /^[\s*†‡¹²³)(]*(?:plans?|tiers?|editions?)?[\s*†‡¹²³)(]*$/i.test(
      words.slice(0, group.from) + words.slice(group.to),
    )
      ? reading.vocabulary.ofLine[group.line]
      : undefined;
  if (group?.kind !== 'plans' || items.length !== 1 || group.possessive) return undefined;
  const rest = words.slice(0, group.from) + words.slice(group.to);
  return /^[\s*†‡¹²³)]*(?:the|plans?|tiers?|editions?)?[\s*†‡¹²³:]*$/i.test(rest) ? group.versions : undefined;
}

/** Words that may stand beside a key's name without making it another thing. */
const BESIDE_LIMIT =
  /^(?:number|of|the|included?|includes|max|maximum|limits?|total|up|to|per|an?|hour|hourly|hr|day|days|month|retention|length|depth|range|in|your|how|many|much|allowed|unlimited)$/i;
const BESIDE_CAPABILITY = /^(?:the|included?|includes|support|feature|available|availability|access|to)$/i;
const PRICE =
  /^(?:(?:prices?|costs?|pricing|rates?|founding|founder'?s?|launch|introductory|promotional|monthly|yearly|annual|annually|per|an?|month|year|mo|yr|billed|billing|paid|subscription|plan|list|in|the|us|usd|eur|gbp|dollars?|euros?|by|when|if|from|starting|at|what|it|is|you|pay)\b|[\s()/,.:$€£*–—-])+$/i;

function subjectOf(reading: Reading, words: string, items: readonly Item[]): Pick<Axis, 'subject' | 'unit'> {
  const keys = items.flatMap((item) => (item.kind === 'key' ? [item] : []));
  const [key] = keys;
  if (/^(?:free )?trials?(?: length| period| duration)?$/i.test(words.trim()))
    return { subject: { kind: 'trial', key: '' } };
  if (!key)
    return PRICE.test(words) && /\b(?:price|cost|pricing|rate|month|year|annual|mo|yr)/i.test(words)
      ? { subject: { kind: 'price', key: 'price' } }
      : {};
  if (keys.length > 1) return {};
  const { subject } = key;
  const around = `${words.slice(0, key.from)} ${words.slice(key.to)}`;
  const rest = subject.kind === 'capability' ? around.replace(/\([^()]*\)/g, ' ') : around;
  if (/[+&]/.test(rest)) return {};
  const { left, unit } = subject.kind === 'limit' ? withoutUnit(reading, rest, subject.key) : { left: rest };
  const beside = left.match(/[\p{L}\p{N}]+/gu) ?? [];
  const allowed = subject.kind === 'limit' ? BESIDE_LIMIT : BESIDE_CAPABILITY;
  return beside.every((word) => allowed.test(word)) ? { subject, ...(unit && { unit }) } : {};
}

/** "Storage (GB)", "History in months": the unit of the limit, or another of time in its place. */
function withoutUnit({ vocabulary, find }: Reading, rest: string, key: string): { left: string; unit?: string } {
  const own = vocabulary.limits[key]?.unit ?? '';
  const tokens = tokensOf(rest);
  const [said] = tokens.flatMap((token, at) => {
    const named = find(tokens, at);
    const time = TIME_WORDS[token.folded];
    const unit = named?.named.kind === 'unit' ? named.named.unit : time;
    const fits = unit === own || (isTime(own) && isTime(unit ?? ''));
    return unit && fits && !/\b(?:per|an?|each|every) $|\/ ?$/i.test(rest.slice(0, token.from))
      ? [{ unit, from: token.from, to: tokens[at + (named?.length ?? 1) - 1]!.to }]
      : [];
  });
  if (!said) return { left: rest };
  const left = `${rest.slice(0, said.from)} ${rest.slice(said.to)}`;
  return { left, ...(said.unit !== own && { unit: said.unit }) };
}
