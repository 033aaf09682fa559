/** Items of a sentence go in; names that a list joins come out as one. */
import type { Item, PlansItem } from './items.ts';

/** Neighbouring names that only a list joins are one subject: "Community and Relay", "Relay, Pro or Pro+". */
export function joinPlans(words: string, given: readonly Item[], ofLine: Record<string, string[]>): Item[] {
  const items = linesAmong(words, given, ofLine);
  const out: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const run = runFrom(words, items, at);
    out.push(run.length > 1 ? joined(run) : items[at]!);
    at += run.length > 1 ? run.at - at : 0;
  }
  return out;
}

const LINK = /^\s*(?:[,/]|,?\s*(?:and|or|nor|&|\+)(?: the)?)\s*(?:on |in |for |legacy |hosted |current |our |the )?$/;

/** "Pro, legacy Pro+ or Cloud": a product line in a list of plans stands for its plans. */
function linesAmong(words: string, given: readonly Item[], ofLine: Record<string, string[]>): Item[] {
  if (!given.some((one) => one.kind === 'line')) return [...given];
  const items = [...given];
  const near = (a: Item | undefined, b: Item | undefined) =>
    a !== undefined && b !== undefined && LINK.test(words.slice(a.to, b.from));
  const plan = (one: Item | undefined) => one?.kind === 'plans' && !one.possessive;
  const turn = (at: number) => {
    const one = items[at]!;
    const versions = one.kind === 'line' ? (ofLine[one.line] ?? []) : [];
    if (one.kind !== 'line' || !versions.length || !/^\p{Lu}/u.test(words.slice(one.from))) return;
    const [before, after] = [items[at - 1], items[at + 1]];
    if ((plan(before) && near(before, one)) || (plan(after) && near(one, after)))
      items[at] = { kind: 'plans', versions, line: one.line, from: one.from, to: one.to };
  };
  for (let at = 0; at < items.length; at++) turn(at);
  for (let at = items.length - 1; at >= 0; at--) turn(at);
  return items;
}

/** Names in one list; more than a product has plans is no list. */
const MOST_JOINED = 50;

interface Run {
  plans: PlansItem[];
  length: number;
  /** Index of the last item that it takes. */
  at: number;
}

/** As many names from `start` as a list joins. A comma joins only before a last "and", or when nothing else is said. */
function runFrom(words: string, items: readonly Item[], start: number): Run {
  const plans: PlansItem[] = [];
  let closed = 0;
  let last = start;
  let at = start;
  for (;;) {
    const one = items[at];
    if (one?.kind !== 'plans' || plans.length === MOST_JOINED) break;
    plans.push(one);
    if (one.relation === 'and_above') break;
    const nor = items[at + 1];
    const skip = nor?.kind === 'word' && /^nor$/i.test(words.slice(nor.from, nor.to)) ? 2 : 1;
    const next = items[at + skip];
    const link = next?.kind === 'plans' ? words.slice(one.to, next.from) : '';
    if (!LINK.test(link)) break;
    if (!/^\s*,\s*$/.test(link) && !(plans.length === 1 && /^\s*,/.test(link))) {
      closed = plans.length + 1;
      last = at + skip;
    }
    at += skip;
  }
  const whole =
    plans.length > 1 &&
    !closed &&
    ((/(?:^|[:–—])$/.test(words.slice(0, plans[0]!.from).trim()) && words.slice(plans.at(-1)!.to).trim() === '') ||
      (/[([]\s*$/.test(words.slice(0, plans[0]!.from)) && /^\s*[)\]]/.test(words.slice(plans.at(-1)!.to))));
  if (whole) return { plans, length: plans.length, at };
  return { plans: plans.slice(0, closed), length: closed, at: last };
}

function joined({ plans }: Run): PlansItem {
  const relation = plans.find((one) => one.relation)?.relation;
  const versions = [...new Set(plans.flatMap((one) => one.versions))];
  return { kind: 'plans', versions, ...(relation && { relation }), from: plans[0]!.from, to: plans.at(-1)!.to };
}
