/** A clause goes in; what it says of trial and grace lengths, and of the card that a trial asks for, comes out. */
import type { Claim } from './claim.ts';
import { freeTime } from './free-time.ts';
import type { Item } from './items.ts';
import type { Clause } from './sentence-claims.ts';

export function periodClaims(clause: Clause): Claim[] {
  return [...lengths(clause), ...noTrial(clause), ...card(clause)];
}

function lengths(clause: Clause): Claim[] {
  const { items, context } = clause;
  return items.flatMap((item, at): Claim[] => {
    if (item.kind !== 'amount' || !item.unit || item.least !== undefined) return [];
    const word =
      [items[at - 1], items[at + 1]].find(
        (one) => one?.kind === 'word' && (one.class === 'trial' || one.class === 'grace') && !apart(clause, item, one),
      ) ??
      trialOfPlan(clause, at) ??
      freeTime(clause, item);
    const inRow = context.subject?.kind === 'trial';
    if (!word && !inRow) return [];
    const span = { from: Math.min(item.from, word?.from ?? item.from), to: Math.max(item.to, word?.to ?? item.to) };
    const value = { kind: 'duration' as const, n: item.n, unit: item.unit };
    if (word?.kind === 'word' && word.class === 'grace')
      return [{ subject: { kind: 'grace', key: 'grace' }, value, plans: { known: [] }, certain: true, ...span }];
    return trialClaim(clause, value, span);
  });
}

/** "A trial of Plus for free for 14 days": its plan and price stand between. */
function trialOfPlan({ items, words }: Clause, at: number): Item | undefined {
  let first = at;
  while (items[first - 1]?.kind === 'plans' || items[first - 1]?.kind === 'free') first -= 1;
  const [trial, next] = [items[first - 1], items[first]];
  if (!trial || !next || first === at || !isWord(trial, 'trial')) return undefined;
  const gaps = items.slice(first - 1, at).map((item, n) => words.slice(item.to, items[first + n]!.from));
  return gaps.every((gap) => /^(?:\s|\b(?:of|on|for|the|our|plan|edition|is|lasts|runs)\b)*$/.test(gap))
    ? trial
    : undefined;
}

/** What a contract has a grace period for. */
const CONTRACT =
  /\b(?:payments?|pay|paid|subscriptions?|billing|bills?|licen[cs]es?|plans?|renew\w*|invoices?|expir\w*|laps\w*|accounts?|period)\b/i;

/** "72 hours, and after that a 7-day grace": not the nearest; "five-minute minimum grace": of something else. */
function apart({ words }: Clause, item: Item, word: Word): boolean {
  const between = item.to <= word.from ? words.slice(item.to, word.from) : words.slice(word.to, item.from);
  return between.length > 40 || /[,;.]/.test(between) || (word.class === 'grace' && !CONTRACT.test(words));
}

function trialClaim(
  clause: Clause,
  value: Claim['value'],
  span: { from: number; to: number },
  facet?: 'card',
): Claim[] {
  const { trials } = clause.reading.vocabulary;
  const line = lineOf(clause);
  const all = new Set(Object.values(trials));
  // Where there is one trial, every trial is that one.
  const key = line ? trials[line] : all.size === 1 ? [...all][0] : undefined;
  const subject = { kind: 'trial' as const, key: key ?? '', ...(facet && { facet }) };
  return key ? [{ subject, value, plans: { known: [] }, certain: true, ...span }] : [];
}

/** What may stand between "no" and "trial": "no ability to start a trial" is no word about its length. */
const NO_TRIAL =
  /^\s*(?:(?:offers?|ha(?:ve|s)|includes?|comes? with|provides?|gets?|exposes?|gives?)\s+)?(?:(?!(?:ability|way|option|chance|means|limit|end|extension|credit|card|need|reason|to|for|of|on|in|with|during|after|before|time|start|your|first|second)(?![\p{L}-]))[\p{L}-]{1,20}\s+){0,3}$/iu;

/** "Self-hosted has no trial", "does not offer a free trial"; not "no trial limitations". */
function noTrial(clause: Clause): Claim[] {
  const { items, words } = clause;
  return items.flatMap((item, at): Claim[] => {
    const not =
      items[at - 1]?.kind === 'word' && (items[at - 1] as Word).class === 'has' ? items[at - 2] : items[at - 1];
    if (!isWord(item, 'trial') || !not || !isWord(not, 'not')) return [];
    const between = words.slice(not.to, item.from);
    const ends = /^(?: period| version)?\s*(?:$|[.,;)]|(?:on|for|in|or|at|and|is|are|available)\b)/i.test(
      words.slice(item.to),
    );
    if (!ends || !NO_TRIAL.test(between)) return [];
    return trialClaim(clause, { kind: 'duration', n: 0, unit: 'day' }, { from: not.from, to: item.to });
  });
}

const NO_CARD =
  /\b(?:no|without an?|without|without your) (?:credit |payment )?card\b|\bcard (?:is |details are )?(?:not|never) (?:required|needed|necessary)|\b(?:do(?:es)? not|don['’]t|doesn['’]t) (?:ask for|require|need) an? (?:credit )?card\b/i;
const CARD =
  /\b(?:credit )?card (?:is )?(?:required|needed|necessary)|\b(?:requires?|needs?|asks for) an? (?:credit )?card\b/i;

function card(clause: Clause): Claim[] {
  const { items, words, context } = clause;
  const inRow = context.subject?.kind === 'trial';
  if (!inRow && !items.some((item) => isWord(item, 'trial') || freeTime(clause, item))) return [];
  const no = NO_CARD.exec(words);
  const said = no ?? CARD.exec(words);
  if (!said) return [];
  const span = { from: said.index, to: said.index + said[0].length };
  return trialClaim(clause, { kind: no ? 'excluded' : 'included' }, span, 'card');
}

type Word = Extract<Item, { kind: 'word' }>;

function isWord(item: Item, kind: Word['class']): boolean {
  return item.kind === 'word' && item.class === kind;
}

/** The product line that a clause names, by its name or by one of its plans. */
function lineOf({ items, reading, context }: Clause): string | undefined {
  const named = items.find((item) => item.kind === 'line');
  if (named?.kind === 'line') return named.line;
  const plans = items.find((item) => item.kind === 'plans');
  if (plans?.kind === 'plans' && plans.line) return plans.line;
  const own = context.plans && 'known' in context.plans ? context.plans.known[0] : undefined;
  const version = plans?.kind === 'plans' ? plans.versions[0] : own;
  return version ? reading.vocabulary.lineOf[version] : context.line;
}
