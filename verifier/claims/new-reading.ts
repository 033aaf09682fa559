/** A vocabulary goes in, with the product line that is spoken of; what the grammar looks things up in comes out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { Reading } from './items.ts';
import { mayNameOf, mayNamePlanOf } from './may-name.ts';
import { nameFinder } from './names.ts';
import { openersOf } from './openers.ts';

export function newReading(vocabulary: Vocabulary, line?: string): Reading {
  const find = nameFinder(vocabulary, line);
  return {
    vocabulary,
    find,
    opens: openersOf(find),
    mayName: mayNameOf(find),
    mayNamePlan: mayNamePlanOf(find),
    known: new Map(),
    silent: new Set(),
    ...(line !== undefined && { line }),
  };
}
