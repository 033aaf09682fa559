/** Data and an edit go in; the steps that make it come out, none where all is so already, or why it cannot be made. */
import { addEntry } from './add-entry.ts';
import { addVersion } from './add-version.ts';
import type { Data } from './data.ts';
import { malformedEdit } from './malformed-edit.ts';
import type { MatrixEdit } from './matrix-edit.ts';
import type { Refusal } from './refusal.ts';
import { setCapability, setLimit } from './set-cell.ts';
import { setPrice } from './set-price.ts';
import type { Step } from './step.ts';

export function stepsOf(data: Data, edit: MatrixEdit): Step[] | Refusal {
  const malformed = malformedEdit(edit);
  if (malformed) return malformed;
  switch (edit.kind) {
    case 'set_capability':
      return setCapability(data, edit);
    case 'set_limit':
      return setLimit(data, edit);
    case 'set_price':
      return setPrice(data, edit);
    case 'add_version':
      return addVersion(data, edit);
    default:
      return addEntry(data, edit);
  }
}
