/** A difference goes in; its story, section by section and line by line, comes out for any printer to set. */
import type { Advice, Effect, Holding, MatrixDiff, Named, Wording } from '../types.ts';
import { eventWords } from './event-words.ts';
import { effectWords, holdingWords } from './holding-words.ts';

/** `breaks`: takes something from holders. `more`, `less`, `other`: what it does to those who read it. */
export type Mark = 'breaks' | 'more' | 'less' | 'other';

export interface Line {
  mark: Mark;
  /** Whom it concerns, by name and id; nobody in particular when empty. */
  whom: { name: string; id?: string }[];
  /** What happens to them, such as `loses`. */
  what?: string;
  items: string[];
  /** Whose change it is. */
  because?: string;
}

export interface Section {
  title: string;
  lines: Line[];
}

export interface Story {
  product: string;
  verdict: string;
  breaks: boolean;
  sections: Section[];
  advice: readonly Advice[];
}

export function tell(diff: MatrixDiff, advice: readonly Advice[]): Story {
  const sections: Section[] = [
    { title: 'Holders', lines: holdingLines(diff, diff.holdings) },
    { title: 'New customers', lines: diff.offered.flatMap((one) => offeredLines(diff, one)) },
    { title: 'Plans, versions, add-ons and keys', lines: eventLines(diff) },
    { title: 'Words only', lines: diff.copy.map(wordingLine) },
    { title: 'For engineers', lines: diff.engineers.map(wordingLine) },
  ];
  return {
    product: diff.product,
    verdict: verdictOf(diff, sections),
    breaks: diff.breaks,
    sections: sections.filter(({ lines }) => lines.length),
    advice,
  };
}

function verdictOf({ holdings, events }: MatrixDiff, sections: readonly Section[]): string {
  const broken = [...holdings, ...events].filter(({ breaks }) => breaks).length;
  if (broken)
    return `BREAKS — ${counted(broken, 'change takes', 'changes take')} something from holders of published versions`;
  const all = sections.flatMap(({ lines }) => lines.flatMap(({ items }) => items)).length;
  if (!all) return 'SAME — nothing that the matrix states has another meaning';
  return `KEEPS — ${counted(all, 'change', 'changes')}, and nobody loses what a published version holds`;
}

function counted(n: number, one: string, other: string): string {
  return `${n} ${n === 1 ? one : other}`;
}

const MARKS: Record<Effect, Mark> = {
  gains: 'more',
  offered: 'more',
  stated: 'more',
  loses: 'less',
  withdrawn: 'less',
  unstated: 'less',
  incomparable: 'other',
  differs: 'other',
};

/** What concerns the same holders in the same way is one line; losses first. */
function holdingLines(diff: MatrixDiff, holdings: readonly Holding[]): Line[] {
  const lines = new Map<string, Line>();
  for (const one of holdings) {
    const because = becauseWords(diff, one);
    const key = JSON.stringify([one.of, one.holders, effectWords(one), one.effect, one.breaks, because]);
    const line = lines.get(key) ?? {
      mark: one.breaks ? ('breaks' as const) : MARKS[one.effect],
      whom: whom(diff.names[one.of], one),
      what: effectWords(one),
      items: [],
      ...(because && { because }),
    };
    line.items.push(holdingWords(one, diff));
    lines.set(key, line);
  }
  const order: readonly Mark[] = ['breaks', 'less', 'other', 'more'];
  return order.flatMap((mark) => [...lines.values()].filter((line) => line.mark === mark));
}

function whom(names: Readonly<Record<string, Named>>, { holders, of }: Holding): Line['whom'] {
  if (!holders.length) return [{ name: 'New customers' }];
  return holders.map((id) => ({ name: `${of === 'addons' ? 'Add-on ' : ''}${names[id]?.name ?? id}`, id }));
}

/** Partly: where some changed by themselves alike. */
function becauseWords({ names }: MatrixDiff, { because, holders }: Holding): string {
  if (!because.length) return '';
  const sets = because.map(({ set }) => set);
  const blamed = new Set(because.flatMap((one) => one.holders));
  const partly = holders.some((id) => !blamed.has(id) && !sets.includes(names.versions[id]?.plan ?? ''));
  return `${partly ? 'partly ' : ''}because ${sets.map((set) => names.sets[set]?.name ?? set).join(' and ')} changed`;
}

function offeredLines(diff: MatrixDiff, { version, instead_of, changes }: MatrixDiff['offered'][number]): Line[] {
  const name = diff.names.versions[version]?.name ?? version;
  if (!changes.length) {
    const items = [`now sold as ${version} instead of ${instead_of}, with the same contents`];
    return [{ mark: 'other', whom: [{ name, id: version }], items }];
  }
  return holdingLines(diff, changes).map((line) => ({ ...line, what: `instead of ${instead_of}, ${line.what}` }));
}

const MANY: Partial<Record<MatrixDiff['events'][number]['what'], string>> = {
  plan: 'plans',
  addon: 'add-ons',
  capability: 'capabilities',
  limit: 'limits',
  meter: 'meters',
  line: 'product lines',
};

/** What only came or went is listed; of a new plan, its version goes without saying. */
function eventLines({ events, offered }: MatrixDiff): Line[] {
  const told = new Set(offered.map(({ version }) => version));
  const newPlans = new Set(events.flatMap(({ what, fate, key }) => (what === 'plan' && fate === 'new' ? [key] : [])));
  const lists = new Map<string, Line>();
  const lines = events.flatMap((event): Line[] => {
    const { what, fate, key, name, plan, breaks } = event;
    if (what === 'version' && fate === 'new' && (newPlans.has(plan!) || told.has(key))) return [];
    const many = fate === 'new' || fate === 'ended' ? MANY[what] : undefined;
    if (!many)
      return [{ mark: breaks ? 'breaks' : fate === 'new' ? 'more' : 'other', whom: [], items: [eventWords(event)] }];
    const label = fate === 'new' ? `new ${many}` : `${many} that are gone`;
    const line: Line = lists.get(label) ?? {
      mark: breaks ? 'breaks' : fate === 'new' ? 'more' : 'less',
      whom: [],
      what: label,
      items: [],
    };
    line.items.push(name === key ? key : `${name} (${key})`);
    lists.set(label, line);
    return [];
  });
  return [...lines, ...lists.values()];
}

/** Their fields say whose they are. */
const PLAIN: readonly Wording['what'][] = ['words', 'matrix', 'price'];

function wordingLine({ what, key, name, field, before, after }: Wording): Line {
  const whom = [name === key ? { name } : { name, id: key }];
  if (field === 'gate') return { mark: 'other', whom, items: [before === undefined ? 'new gate' : 'no gate any more'] };
  if (what === 'alias') return { mark: 'other', whom, what: field, items: [after ?? ''] };
  const change =
    before === undefined ? `${after} (new)` : after === undefined ? `${before} (gone)` : `${before} → ${after}`;
  return {
    mark: 'other',
    whom,
    what: PLAIN.includes(what) ? field : `${what} ${field}`,
    items: [change],
  };
}
