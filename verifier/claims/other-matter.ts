/** A clause and an amount in it go in; whether the words around say the number of something else than the plan comes out. */
import type { Item } from './items.ts';
import { isTime } from './phrases.ts';
import type { Clause } from './sentence-claims.ts';
import { tokensOf } from './tokens.ts';
import { endOfLabel, isLimit } from './which-limit.ts';

/** What else has a length or a number: backups, files, tests, one form, one member. */
const OTHER_MATTER =
  /\b(?:tested|benchmark\w*|demo|fine|comfortabl[ey]|deleted?|purged?|removed?|erased?|backups?|snapshots?|invoices?|sessions?|tokens?|cookies?|cached?|drafts?|archived?|respon\w+|repl(?:y|ies)|share|own|template\w*|GB|MB|RAM|CPUs?|each(?! (?:hour|day|month|plan))|every (?!plan|hour|day|month|self|msp|cloud)\w+|apiece|recommended|ideal|perfect|suited|cancell?ation|expir\w+|refund\w*|delay\w*|interval\w*|ask\w*)\b/i;

/** Between `start` and `end`, and up to the next comma, which may still narrow what was said. */
export function isOfOther(clause: Clause, item: Item, { start, end }: { start: number; end: number }): boolean {
  const { items, words } = clause;
  const rest = withoutDeclared(clause, item, start, end + afterwards(words, end));
  if (OTHER_MATTER.test(rest)) return true;
  return (
    item.kind === 'amount' &&
    !item.key &&
    SIZE.test(words.slice(item.from, item.to)) &&
    SIZED.test(withoutDeclared({ ...clause, items: items.filter(isKey) }, item, 0, words.length))
  );
}

/** Much has a size in bytes; a plan's share of it is said by the name of the limit, or alone. */
const SIZE = /\d\s?[KMGTP]i?B\b|\b(?:kilo|mega|giga|tera|peta)bytes?\b/i;
const SIZED =
  /\b(?:files?|uploads?|uploading|attachments?|videos?|images?|photos?|assets?|memory|RAM|bandwidth|traffic|transfers?|egress|databases?|logs?|disks?|e-?mails?|requests?|payloads?|downloads?|sizes?|swap|cache)\b/i;

function afterwards(words: string, end: number): number {
  return /^[^,;.]{0,60}/.exec(words.slice(end))?.[0].length ?? 0;
}

/** What the matrix declares is no other matter: names of keys, and amounts of declared units; nor is another member of the list. */
function withoutDeclared(clause: Clause, item: Item, start: number, end: number): string {
  const { items, words } = clause;
  let [out, at] = ['', start];
  for (const one of items) {
    const to = endOfOwn(clause, one, item);
    if (to <= at || one.from < at || one.from >= end) continue;
    out += `${words.slice(at, one.from)} `;
    at = to;
  }
  return out + words.slice(at, Math.max(at, end));
}

/** Behind what is no other matter, or 0. */
function endOfOwn(clause: Clause, one: Item, item: Item): number {
  if (isLimit(one)) return endOfLabel(clause, one);
  if (isKey(one) || one === item || isCounted(one)) return one.to;
  return one.kind === 'amount' ? endOfMember(clause.words, one) : 0;
}

function isKey(item: Item): boolean {
  return item.kind === 'key';
}

function isCounted(item: Item): boolean {
  return item.kind === 'amount' && (item.key !== undefined || (item.unit !== undefined && !isTime(item.unit)));
}

/** "10 MB uploads and": two words behind a number are what it counts, where nothing but the next member follows. */
function endOfMember(words: string, { to }: Item): number {
  const counted = /^ (?:\p{L}+ ){0,2}?\p{L}+(?=\s*(?:[,;.]|$)| (?:and|plus|&) )/u.exec(words.slice(to))?.[0] ?? '';
  return /\b(?:each|apiece|every)\b/i.test(counted) ? 0 : to + counted.length;
}

/** Of what a plan has many, one has files, lines and pages of its own. */
const CONTENT =
  /^(?:files?|uploads?|attachments?|documents?|images?|photos?|videos?|messages?|e-?mails?|forms?|pages?|items?|records?|requests?|calls?|jobs?|runs?|builds?|exports?|imports?|downloads?|chats?|quer(?:y|ies)|transactions?)$/i;
const PER = /^\s*(?:(?:per|for each|for every|in each|in every)\s+|\/\s*)(?=\p{L})/iu;
const ONE =
  /^\W*(?:an?|each|every|any|one) (?:single )?(?=\p{L})(?:\p{L}+ )?\p{L}+ (?:on|in|of|with|under|within) (?:the |our )?$/iu;

/** Characters around an amount that are looked at. */
const NEAR = 80;

/** "5 templates per project", "A project on Growth can have 5 templates". */
export function isOfPiece({ items, words, reading }: Clause, item: Item): boolean {
  const piece = (said: string) => {
    const tokens = tokensOf(said);
    return tokens.some(
      (token, at) => CONTENT.test(token.raw) || ['unit', 'key'].includes(reading.find(tokens, at)?.named.kind ?? ''),
    );
  };
  const behind = words.slice(item.to, item.to + NEAR);
  const per = PER.exec(behind);
  if (per && piece(/^\p{L}+/u.exec(behind.slice(per[0].length))?.[0] ?? '')) return true;
  const plan = items.find((one) => one.kind === 'plans');
  const head = plan && plan.from < NEAR ? ONE.exec(words.slice(0, plan.from))?.[0] : undefined;
  return head !== undefined && plan!.to <= item.from && piece(head);
}
