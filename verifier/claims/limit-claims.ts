/** A clause goes in; what it says of limits comes out: amounts with their units and periods, and "unlimited". */
import type { Value } from '../../matrix/types.ts';
import type { Claim } from './claim.ts';
import type { Item } from './items.ts';
import { negated } from './negation.ts';
import { listOf } from './parallel.ts';
import type { Clause } from './sentence-claims.ts';
import { whose } from './whose.ts';

type Amount = Extract<Item, { kind: 'amount' }>;
const KINDS = ['amount', 'unlimited'] as const;
/** Words of a list item, cell or card line that is a promise by itself. */
const SHORT = 8;
/** "Agency is for a studio with 10 forms": what the buyer has. */
const MADE_FOR = /\b(?:is|are) (?:made |meant |intended |built )?for\b[^:;]*$/i;

export function limitClaims(clause: Clause): Claim[] {
  const { items } = clause;
  let said: string | undefined;
  return items.flatMap((item): Claim[] => {
    if (item.kind === 'unlimited') {
      const key = nearestLimit(clause, item) ?? (endsThere(clause, item) ? said : undefined);
      return key &&
        !deniedHere(items, item) &&
        !limitedTo(clause, items[items.indexOf(item) + 1]) &&
        !keyTaken(items, item)
        ? claim(clause, item, key, { kind: 'unlimited', unit: clause.reading.vocabulary.limits[key]!.unit })
        : [];
    }
    if (item.kind !== 'amount' || negated(items, item) || limitedTo(clause, item) || otherDuration(items, item))
      return [];
    const key = limitOf(clause, item, said ?? sharedAhead(clause, item) ?? listed(clause, item));
    if (!key) return [];
    const value = amountOf(clause, item, key);
    if (!value) return [];
    said = key;
    return claim(clause, item, key, value);
  });
}

function claim(clause: Clause, item: Item, key: string, value: Value): Claim[] {
  const owner = whose(clause, item, KINDS);
  if (!owner || MADE_FOR.test(clause.words.slice(owner.from, item.from))) return [];
  const { plans, relation, from, to } = owner;
  const list = listOf(clause, item);
  const one = memberOf(plans, list, item);
  if (!one) return [];
  const certain =
    owner.certain &&
    (owner.context ? labelOf(clause, item) !== undefined || states(clause, item) : isSaid(clause, item, owner));
  return [
    {
      subject: { kind: 'limit', key, facet: 'hard' },
      value,
      plans: one,
      ...(relation && { relation }),
      certain,
      from,
      to,
    },
  ];
}

/** "Relay and Pro keep 14 and 90 days": each its own. Where plans and amounts do not pair off, nobody can tell. */
function memberOf(plans: Claim['plans'], list: readonly Item[], item: Item): Claim['plans'] | undefined {
  if (list.length === 1) return plans;
  if (!('known' in plans) || plans.known.length !== list.length) return undefined;
  return { known: [plans.known[list.indexOf(item)]!] };
}

/** Verbs and joints by which a plan has an amount. */
const SAYS =
  /\b(?:do(?:es)?(?:n['’]t)?|ha(?:s|ve|ving)|gets?|getting|gives?|keeps?|retains?|holds?|stores?|includ(?:es?|ed|ing)|offers?|provides?|allows?|lets?|permits?|grants?|covers?|supports?|comes?|brings?|adds?|unlocks?|contains?|is|are|limit(?:s|ed)?|cap(?:s|ped)?|max(?:imum)?|up to|goes|reach(?:es)?|extends?|raises?|stops?|for|see|look|with|plus|runs?|starts?|back|free|in|on|at|of|to)\b/i;
/** What else has a length or a number: backups, files, tests, one form, one member. */
const OTHER_MATTER =
  /\b(?:tested|benchmark\w*|demo|fine|comfortabl[ey]|deleted?|purged?|removed?|erased?|backups?|snapshots?|invoices?|sessions?|tokens?|cookies?|cached?|drafts?|archived?|respon\w+|repl(?:y|ies)|share|own|template\w*|GB|MB|RAM|CPUs?|each(?! (?:hour|day|month|plan))|every (?!plan|hour|day|month|self|msp|cloud)\w+|apiece|recommended|ideal|perfect|suited|cancell?ation|expir\w+|refund\w*|delay\w*|interval\w*|ask\w*)\b/i;

/** A plan and a number in one sentence are a promise only where the words between join them, and nothing else is spoken of. */
function isSaid({ items, words }: Clause, item: Item, { from, to }: { from: number; to: number }): boolean {
  const at = items.indexOf(item);
  const planFirst = from < item.from;
  const value = items
    .slice(0, at)
    .findLast((one) => one.kind === 'amount' || one.kind === 'unlimited' || one.kind === 'money');
  const plan = planFirst ? items.slice(0, at).findLast((one) => one.kind === 'plans') : undefined;
  const around = words.slice(value?.to ?? 0, Math.max(to, item.to)) + after(words, Math.max(to, item.to));
  if (OTHER_MATTER.test(around)) return false;
  const between = plan ? words.slice(plan.to, item.from) : '';
  return (
    !/\p{L}/u.test(between) ||
    SAYS.test(between) ||
    (value !== undefined && plan !== undefined && value.from > plan.from)
  );
}

/** The words up to the next comma, which may still narrow what was said. */
function after(words: string, to: number): string {
  return /^[^,;.]{0,60}/.exec(words.slice(to))?.[0] ?? '';
}

/** Under a plan's heading, numbers in running text are no promise until a verb or the shape of a list makes them one. */
function states({ items, words }: Clause, item: Item): boolean {
  const verb = items.some((one) => one.kind === 'word' && (one.class === 'has' || one.class === 'part'));
  const bound = item.kind === 'unlimited' || (item.kind === 'amount' && item.bound !== 'exactly');
  return verb || bound || words.trim().split(/\s+/).length <= SHORT;
}

/** The limit that an amount is about: by name, by a unit that one limit alone has, or by the words around a time. */
function limitOf(clause: Clause, item: Amount, said: string | undefined): string | undefined {
  const { limits } = clause.reading.vocabulary;
  const context = clause.context.subject?.kind === 'limit' ? clause.context.subject.key : undefined;
  if (item.key) return item.key;
  if (!item.unit) {
    if (context) return isWhole(clause, item) ? context : undefined;
    return said && !(item.words && item.n === 1) && endsThere(clause, item) && !isCompared(clause, item)
      ? said
      : undefined;
  }
  const fitting = Object.keys(limits).filter((key) => limits[key]!.unit === item.unit);
  if (!['minute', 'hour', 'day', 'week', 'month', 'year'].includes(item.unit))
    return fitting.length === 1 ? fitting[0] : undefined;
  const named = nearestLimit(clause, item);
  if (named && fitting.includes(named)) return named;
  if (context && fitting.includes(context)) return context;
  return said && fitting.includes(said) ? said : undefined;
}

/** A cell under a limit's name that holds a number, and no words but "up to" or "max.". */
function isWhole({ words }: Clause, item: Amount): boolean {
  const rest = `${words.slice(0, item.from)}|${words.slice(item.to)}`;
  return /^\s*(?:up to|at most|max\.?|maximum|≤|at least|min\.?)?\s*\|\s*(?:\+|or more|max\.?|included|\(max\.?\))?\s*$/i.test(
    rest,
  );
}

/** "Relay 14 and Pro 90": a bare number counts what the one before it counted, when nothing else follows it. */
function endsThere({ words }: Clause, item: Item): boolean {
  return /^\s*(?:$|[.,;)]|and\b|or\b|on\b|in\b|for\b|with\b|per\b)/.test(words.slice(item.to));
}

/** "25 forms compared to Hobby's 3" */
function isCompared({ words }: Clause, item: Item): boolean {
  return /\b(?:compared|than|versus|vs|instead|unlike|not)\b[^,;]*$/i.test(
    words.slice(Math.max(0, item.from - 60), item.from),
  );
}

/** "Team members: Hobby 1, Studio 5": a limit's name that heads pairs of a plan and a number; or "7, 14 and 90 days". */
function listed(clause: Clause, item: Amount): string | undefined {
  const { items, words } = clause;
  const [first] = items;
  const plan = items[items.indexOf(item) - 1];
  const pair =
    plan?.kind === 'plans' && /^\s*[:(–—-]?\s*$/.test(words.slice(plan.to, item.from)) && endsThere(clause, item);
  if (pair && first && isLimit(first) && /^\s*:/.test(words.slice(first.to))) return first.subject.key;
  const last = listOf(clause, item).at(-1);
  if (!last || last === item) return undefined;
  return last.kind === 'amount' ? limitOf(clause, last, undefined) : nearestLimit(clause, last);
}

/** "Starter 5, Growth 15, Scale 40 workspaces": bare numbers, each right behind its plan, share what the last one counts. */
function sharedAhead({ items, words }: Clause, item: Amount): string | undefined {
  for (let at = items.indexOf(item); ; at += 2) {
    const [plan, amount, next] = [items[at - 1], items[at], items[at + 1]];
    const pair =
      plan?.kind === 'plans' && amount?.kind === 'amount' && /^\s*[:(–—-]?\s*$/.test(words.slice(plan.to, amount.from));
    if (!pair || amount.per) return undefined;
    if (amount.key ?? amount.unit) return amount.key;
    if (next?.kind !== 'plans' || !/^\s*\)?\s*(?:[,;/]|,?\s*and|[–—-])\s*$/.test(words.slice(amount.to, next.from)))
      return undefined;
  }
}

type LimitKey = Extract<Item, { kind: 'key' }>;

/** "Metric history: 90 days": the key that a colon joins to its value. Else the nearest, though never beyond a semicolon. */
function nearestLimit(clause: Clause, value: Item): string | undefined {
  const { items, words, context } = clause;
  const labelled = labelOf(clause, value);
  if (labelled) return labelled.subject.key;
  const distance = (item: Item) => {
    const between = item.from >= value.to ? words.slice(value.to, item.from) : words.slice(item.to, value.from);
    return (
      between.length +
      (item.from < value.from ? 1 : 0) +
      (between.includes(',') ? 20 : 0) +
      (/[;|]/.test(between) ? 1e6 : 0)
    );
  };
  const near = items
    .flatMap((item) => (isLimit(item) ? [{ key: item.subject.key, far: distance(item) }] : []))
    .sort((a, b) => a.far - b.far)
    .find(({ far }) => far < 1e6);
  return near?.key ?? (context.subject?.kind === 'limit' ? context.subject.key : undefined);
}

function labelOf({ items, words }: Clause, value: Item): LimitKey | undefined {
  const before = items[items.indexOf(value) - 1];
  return before && isLimit(before) && /^\s*:\s*$/.test(words.slice(before.to, value.from)) ? before : undefined;
}

function isLimit(item: Item): item is LimitKey {
  return item.kind === 'key' && item.subject.kind === 'limit';
}

/** "not unlimited", "does not have unlimited": right before the word, or it is about something else. */
function deniedHere(items: readonly Item[], item: Item): boolean {
  const at = items.indexOf(item);
  const [before2, before] = [items[at - 2], items[at - 1]];
  const has = before?.kind === 'word' && before.class === 'has';
  return (
    (before?.kind === 'word' && before.class === 'not') || (has && before2?.kind === 'word' && before2.class === 'not')
  );
}

/** "not limited to 3 forms", "does not limit you to 3": neither without a limit nor 3. */
function limitedTo({ items, words }: Clause, item: Item | undefined): boolean {
  const before = item?.kind === 'amount' && items[items.indexOf(item) - 1];
  return (
    before !== undefined &&
    before !== false &&
    before.kind === 'unlimited' &&
    /^\s*(?:\w+ )?to\s*(?:just |only )?$/.test(words.slice(before.to, item!.from))
  );
}

/** "unlimited" next to an amount of the same limit belongs to other words: "no limit beyond these 5". */
function keyTaken(items: Item[], item: Item): boolean {
  const next = items[items.indexOf(item) + 1];
  return next?.kind === 'amount' && next.key === undefined && next.from - item.to < 3;
}

/** "a 14-day trial", "a grace period of 7 days": lengths of something else. */
function otherDuration(items: Item[], item: Amount): boolean {
  const at = items.indexOf(item);
  return [items[at - 1], items[at + 1]].some(
    (one) => one?.kind === 'word' && (one.class === 'trial' || one.class === 'grace'),
  );
}

/** A rate without its period, or a period on what is no rate, is not the same fact: nothing certain is read. */
function amountOf({ reading, context }: Clause, item: Amount, key: string): Value | undefined {
  const limit = reading.vocabulary.limits[key]!;
  const inRow = context.subject?.kind === 'limit' && context.subject.key === key;
  if (item.unit && item.unit !== limit.unit)
    return isTime(item.unit) && isTime(limit.unit)
      ? { kind: 'amount', n: item.n, unit: item.unit, bound: item.bound }
      : undefined;
  if (limit.per && !item.per && !inRow) return undefined;
  const per = item.per ? { n: 1, unit: item.per } : undefined;
  return { kind: 'amount', n: item.n, unit: limit.unit, ...(per && { per }), bound: item.bound };
}

function isTime(unit: string): boolean {
  return ['minute', 'hour', 'day', 'week', 'month', 'year'].includes(unit);
}
