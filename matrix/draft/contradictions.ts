/** A draft goes in; what its documents say in two ways comes out, a sentence each. */
import { draftKeys } from './draft-keys.ts';
import { planCells } from './holdings.ts';
import { isConflict, perWords } from './price-lines.ts';
import { shortValue } from './short-value.ts';
import { sidesWords } from './sources.ts';
import type { Draft, DraftCell } from './types.ts';

export interface Contradiction {
  version: string;
  /** "Audit log of Pro". */
  about: string;
  sides: string;
}

export function contradictionsIn(draft: Draft): Contradiction[] {
  const keys = draftKeys(draft.found);
  const cells = planCells(draft, keys);
  const names = new Map([...keys.capabilities, ...keys.limits].map(({ key, name }) => [key, name]));
  const plans = new Map(keys.plans.map(({ version, name }) => [version, name]));
  const isOpen = (cell: DraftCell) =>
    cell.kind === 'price' ? isConflict(cell, cells.get(cell.version)!.prices) : cell.said.length > 1;
  return draft.cells.filter(isOpen).map((cell) => ({
    version: cell.version,
    about: `${cell.kind === 'price' ? `Price${perWords(cell.interval)}` : names.get(cell.key)} of ${plans.get(cell.version)}`,
    sides: sidesWords(cell.said, shortValue),
  }));
}
