/** A plan whose name is an everyday word ("Free", "Plus", "Unlimited") goes in; whether the plan is meant here comes out. */
import type { Scan } from './items.ts';

/** "Free trial", "Unlimited vaults": the word. Only where the sentence begins is a capital no sign of a name. */
const WORD_AFTER = /^[ -](?:trials?|forever|for|of|to|up|shipping|until|as|from)\b/;
const PLAN_AFTER =
  /^(?:['’]s?(?!\p{L})|\+|\s*(?:plans?|tiers?|editions?|subscriptions?|accounts?|customers?|users?|subscribers?|members?)\b|\s+(?:and|or) (?:above|up|higher|below)\b|\s+(?:only|includes?|has|have|gets?|gives?|keeps?|allows?|offers?|comes?|costs?|is|are|does|doesn['’]t|do|can|cannot|can['’]t|lets?|supports?|covers?|adds?|starts?|provides?|limits?|caps?|holds?|stores?|retains?|raises?|builds?|will|unlocks?|brings?|goes|lacks?|plus|contains?)\b)/u;
const LABEL_BEFORE = /\b(?:plans?|tiers?|editions?|subscriptions?)\s*[:=]\s*$/i;
const BEGINS = /(?:^|[.!?:•|]|[.!?]["')\]])[^\p{L}\p{N}]*$/u;

export function isPlanHere(scan: Scan, at: number, length: number): boolean {
  const { tokens, words, title } = scan;
  const before = words.slice(Math.max(0, tokens[at]!.from - 40), tokens[at]!.from);
  const after = words.slice(tokens[at + length - 1]!.to, tokens[at + length - 1]!.to + 40);
  const begins = BEGINS.test(before);
  if ((begins ? WORD_AFTER : /^[ -](?:trials?|forever|of charge|for \d+[ -](?:days?|weeks?|months?))\b/i).test(after))
    return false;
  if (PLAN_AFTER.test(after) || LABEL_BEFORE.test(before) || inBrackets(before, after)) return true;
  if (!begins) return !headsKey(scan, at + length, after);
  if (/^\s*$/.test(after)) return title === true;
  if (/:\s*$/.test(before) && /^\s+[$€£]?\d/.test(after)) return true;
  if (/^\s*:|^\s+[–—=-]\s|^\s*\((?!\s*\d+[- ]day)/.test(after)) return true;
  return /^\s*(?:,|\/|&|\+|and\b|or\b|vs\b)/.test(after) && isPlan(scan, at + length);
}

function inBrackets(before: string, after: string): boolean {
  return /[([/]\s*$/.test(before) && /^\s*[)\]/,]/.test(after);
}

/** "Get Unlimited Vaults": what there is no end of. */
function headsKey({ tokens, reading }: Scan, next: number, after: string): boolean {
  const named = /^\s/.test(after) ? reading.find(tokens, next)?.named.kind : undefined;
  return named === 'key' || named === 'unit';
}

/** The next name of a list, behind "and" or "or" too. */
function isPlan({ tokens, reading }: Scan, next: number): boolean {
  const skip = /^(?:and|or|vs)$/.test(tokens[next]?.folded ?? '') ? 1 : 0;
  return reading.find(tokens, next + skip)?.named.kind === 'plan';
}
