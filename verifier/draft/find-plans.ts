/** Documents go in; the plans that they sell, in the order of the longest list of them, come out. */

import type { FoundPlan } from '../../matrix/draft/types.ts';
import { textsOf } from '../claims/text.ts';
import type { Document } from './document.ts';
import { type Evidence, Evidences } from './evidence.ts';
import { isUsual } from './plan-name.ts';
import { plansInHeadings } from './plans-in-headings.ts';
import { plansInProse } from './plans-in-prose.ts';
import { plansInTable } from './plans-in-tables.ts';

/** A name that nothing lists is a plan's when sentences call it one this often, or once where plans often bear it. */
const TOLD_OFTEN = 3;

export function findPlans(documents: readonly Document[]): FoundPlan[] {
  // A table that heads its columns by names is known for one of plans as soon as something else lists them.
  const known = new Set(accepted(collect(documents, new Set())).keys());
  const all = collect(documents, known);
  const names = accepted(all);
  for (const short of shortNames([...names.keys()])) names.delete(short);
  const lines = linesOf([...names.keys()]);
  return inOrder(names, all).map(([name, [evidence]]) => {
    const line = firstWord(name);
    return { name, ...(line && lines.has(line) && { line }), at: evidence!.at };
  });
}

function collect(documents: readonly Document[], known: ReadonlySet<string>): Evidence[] {
  const evidences = new Evidences();
  for (const { blocks } of documents) {
    plansInHeadings(blocks, evidences);
    let heading = '';
    for (const block of blocks) {
      if (block.kind === 'heading') heading = block.text.value;
      if (block.kind === 'table') plansInTable(block, heading, evidences, known);
      else if (!block.apart) for (const text of textsOf(block)) plansInProse(text, evidences);
    }
  }
  return evidences.all;
}

function accepted(all: readonly Evidence[]): Map<string, Evidence[]> {
  const byName = new Map<string, Evidence[]>();
  for (const one of all) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const isListed = (evidence: readonly Evidence[]) => evidence.some(({ how }) => how === 'listed');
  const lists = [...byName.values()].some(isListed);
  return new Map(
    [...byName].filter(([name, evidence]) => {
      if (isListed(evidence)) return true;
      // Beside a list of plans, a name that only a sentence knows is mostly somebody else's, or of the past.
      const enough = lists ? TOLD_OFTEN : 1;
      return isUsual(name) ? evidence.length >= enough : !lists && evidence.length >= TOLD_OFTEN;
    }),
  );
}

/** "Starter" beside "Cloud Starter" and "MSP Starter": the short of a product line, and no plan of its own. */
function shortNames(names: readonly string[]): Set<string> {
  return new Set(names.filter((name) => names.some((other) => other.endsWith(` ${name}`) && shares(names, other))));
}

/** Whether other names begin with the same word: "Cloud" of "Cloud Starter" and "Cloud Power". */
function shares(names: readonly string[], name: string): boolean {
  return linesOf(names).has(firstWord(name) ?? '');
}

/** Words that two names or more begin with, and that are no name themselves. */
function linesOf(names: readonly string[]): Set<string> {
  const first = names.flatMap((name) => firstWord(name) ?? []);
  return new Set(first.filter((word, i) => first.indexOf(word) !== i && !names.includes(word)));
}

function firstWord(name: string): string | undefined {
  return /^(\S+) \S/.exec(name)?.[1];
}

/** The longest list gives the order; names of other lists follow, each list in its own order. */
function inOrder(names: ReadonlyMap<string, Evidence[]>, all: readonly Evidence[]): [string, Evidence[]][] {
  const groups = new Map<number, Set<string>>();
  for (const { name, group } of all)
    if (names.has(name)) groups.set(group, (groups.get(group) ?? new Set<string>()).add(name));
  const sorted = [...groups].sort(([a, x], [b, y]) => y.size - x.size || a - b);
  return [...new Set(sorted.flatMap(([, group]) => [...group]))].map((name) => [name, names.get(name)!]);
}
