/** An amount and its owner in a clause go in; whether the words between really say that the one has the other comes out. */
import type { Item } from './items.ts';
import { isOfUser } from './of-user.ts';
import { isOfOther, isOfPiece } from './other-matter.ts';
import type { Clause } from './sentence-claims.ts';
import { labelOf } from './which-limit.ts';
import type { Whose } from './whose.ts';

/** Words of a list item, cell or card line that is a promise by itself, and those of them that are neither amount nor key. */
const SHORT = 8;
const MOST_OTHER = 1;

export function isCertain(clause: Clause, item: Item, owner: Whose): boolean {
  if (!owner.certain || isOfPiece(clause, item) || isOfUser(clause, item)) return false;
  return owner.context ? labelOf(clause, item) !== undefined || states(clause, item) : isSaid(clause, item, owner);
}

/** Characters between a plan and its number beyond which something else may be spoken of. */
const FAR = 160;

/** Verbs and joints by which a plan has an amount. */
const SAYS =
  /\b(?:do(?:es)?(?:n['’]t)?|ha(?:s|ve|ving)|gets?|getting|gives?|keeps?|retains?|handles?|sends?|processes|serves?|holds?|stores?|includ(?:es?|ed|ing)|offers?|provides?|allows?|lets?|permits?|grants?|covers?|supports?|comes?|brings?|adds?|unlocks?|contains?|is|are|limit(?:s|ed)?|cap(?:s|ped)?|max(?:imum)?|up to|goes|reach(?:es)?|extends?|raises?|stops?|for|see|look|with|plus|runs?|starts?|back|free|in|on|at|of|to)\b/i;
/** Said of every number that follows. */
const MADE_FOR =
  /\b(?:tested|benchmarked|recommended|ideal|perfect|suited|designed|built|made|meant|great|best) (?:for|with)\b/i;

/** A plan and a number in one sentence are a promise only where the words between join them, and nothing else is spoken of. */
function isSaid(clause: Clause, item: Item, { from, to }: { from: number; to: number }): boolean {
  const { items, words } = clause;
  const at = items.indexOf(item);
  const planFirst = from < item.from;
  const value = items
    .slice(0, at)
    .findLast((one) => one.kind === 'amount' || one.kind === 'unlimited' || one.kind === 'money');
  const plan = planFirst ? items.slice(0, at).findLast((one) => one.kind === 'plans') : undefined;
  const each = plan && !value && /^\s*(?:each|every)\s+$/i.test(words.slice(0, plan.from));
  const [start, end] = [value?.from ?? (each ? plan.from : 0), Math.max(to, item.to)];
  if (isOfOther(clause, item, { start, end })) return false;
  const between = plan ? words.slice(plan.to, item.from) : '';
  if (MADE_FOR.test(between)) return false;
  if (between.length > FAR && !value && !opensList(words, plan!, between)) return false;
  return (
    !/\p{L}/u.test(between) ||
    SAYS.test(between) ||
    (plan !== undefined && /^ (?:\p{L}+ ){0,2}included\b/u.test(words.slice(item.to))) ||
    (plan !== undefined && opensList(words, plan, between)) ||
    (value !== undefined && plan !== undefined && value.from > plan.from)
  );
}

/** "Starter – for one person, 5 seats, e-mail support": a member of the list that a plan's name opens. */
function opensList(words: string, plan: Item, between: string): boolean {
  return (
    words.slice(0, plan.from).trim() === '' &&
    /^\s*(?:\([^)]*\)\s*)?[:–—-]\s[^;:]*,\s*(?:and\s+|plus\s+)?$/.test(between)
  );
}

/** "Our office has …", "A customer has …": not the plan whose heading this stands under. */
const OTHER_SUBJECT =
  /^\s*(?:our|their|his|her|my|an?|one|some|many) (?!plan\b)\p{L}+ (?:\p{L}+ )?(?:has|have|gets?|keeps?|includes?|offers?)\b/iu;

/** Under a plan's heading, numbers in running text are no promise until a verb or the shape of a list makes them one. */
function states({ items, words }: Clause, item: Item): boolean {
  if (OTHER_SUBJECT.test(words)) return false;
  const verb = items.some((one) => one.kind === 'word' && (one.class === 'has' || one.class === 'part'));
  const bound = item.kind === 'unlimited' || (item.kind === 'amount' && item.bound !== 'exactly');
  const around = words.slice(0, item.from) + words.slice(item.to);
  const other = items.reduce(
    (left, one) => (one.kind === 'key' ? left - wordsIn(words.slice(one.from, one.to)) : left),
    wordsIn(around),
  );
  return verb || bound || (wordsIn(words) <= SHORT && other <= MOST_OTHER);
}

function wordsIn(words: string): number {
  return words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
