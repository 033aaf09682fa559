/** A surface and its pairs go in; one cell for each fact, with the worst that was seen of it, comes out. */
import type { Pair } from '../pair/pair.ts';
import type { CellReport, CellStatus, Side } from '../types.ts';
import type { LookedAt } from './assemble.ts';

/** Worst first. */
const ORDER: readonly CellStatus[] = ['differs', 'unread', 'absent', 'same', 'unknown', 'excluded'];

export function cellsOf(surface: LookedAt, pairs: readonly Pair[]): CellReport[] {
  const cells = new Map<string, CellReport>();
  for (const one of pairs) {
    if (one.about.subject.kind === 'words') continue;
    const cell: CellReport = { about: one.about, status: statusOf(one), sides: [...one.promised, ...seenSide(one)] };
    put(cells, cell);
  }
  for (const { version, subject } of surface.declared) {
    const cell: CellReport = {
      about: { surface: surface.id, subject, versions: [version] },
      status: 'absent',
      sides: [],
    };
    if (
      !cells.has(idOf(cell)) &&
      !(
        subject.kind === 'price' &&
        cells.has(idOf({ ...cell, about: { ...cell.about, subject: { ...subject, facet: 'any' } } }))
      )
    )
      put(cells, cell);
  }
  return [...cells.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

function put(cells: Map<string, CellReport>, cell: CellReport): void {
  const id = idOf(cell);
  const before = cells.get(id);
  if (!before || ORDER.indexOf(cell.status) < ORDER.indexOf(before.status)) cells.set(id, cell);
}

function idOf({ about }: CellReport): string {
  const { subject, versions, holders = [] } = about;
  return [
    subject.kind,
    subject.key,
    subject.facet ?? '',
    versions.join(','),
    holders.map((one) => one.state).join(','),
  ].join('\u0000');
}

function statusOf({ comparison, seen, promised }: Pair): CellStatus {
  if (seen.outcome.kind === 'unread' || comparison?.is === 'incomparable') return 'unread';
  if (!promised.length || !comparison) return 'unknown';
  return comparison.is === 'same' ? 'same' : 'differs';
}

function seenSide({ about, value, seen }: Pair): Side[] {
  return value ? [{ who: about.surface, value, at: seen.at }] : [];
}
