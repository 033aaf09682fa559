/** A surface and its pairs go in; one cell for each fact, with the worst that was seen of it, comes out. */
import type { Pair } from '../pair/pair.ts';
import type { CellReport, CellStatus, Side } from '../types.ts';
import type { LookedAt } from './assemble.ts';

/** Worst first. */
const ORDER: Readonly<Record<CellStatus, number>> = {
  differs: 0,
  unread: 1,
  absent: 2,
  same: 3,
  unknown: 4,
  excluded: 5,
};

export function cellsOf(surface: LookedAt, pairs: readonly Pair[]): CellReport[] {
  const cells = new Map<string, CellReport>();
  for (const one of pairs) {
    if (one.about.subject.kind === 'words') continue;
    const id = idOf(one.about);
    const status = statusOf(one);
    const before = cells.get(id);
    // Of what many pages say, one cell is kept, and the others are never made.
    if (!before || ORDER[status] < ORDER[before.status])
      cells.set(id, { about: one.about, status, sides: [...one.promised, ...seenSide(one)] });
  }
  for (const { version, subject, unstable } of surface.declared) {
    const about = { surface: surface.id, subject, versions: [version] };
    const id = idOf(about);
    const anyPrice = subject.kind === 'price' ? idOf({ ...about, subject: { ...subject, facet: 'any' } }) : id;
    if (!cells.has(id) && !cells.has(anyPrice))
      cells.set(id, { about, status: unstable ? 'unread' : 'absent', sides: [] });
  }
  return [...cells.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

function idOf({ subject, versions, holders = [] }: CellReport['about']): string {
  return [
    subject.kind,
    subject.key,
    subject.facet ?? '',
    versions.join(','),
    holders.map((one) => [one.state, ...(one.role ? [one.role] : [])].join(' ')).join(','),
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
