/** A text and an edit go in; what a person would see in a diff, or is told instead, comes out. */
import { editMatrix } from '../../../matrix/edit/edit-matrix.ts';
import type { MatrixEdit } from '../../../matrix/edit/matrix-edit.ts';
import { describeProblem } from '../../../matrix/problem.ts';

/** The text after the edit. Making the same edit once more has to change nothing. */
export function edited(text: string, edit: MatrixEdit): string {
  const after = editMatrix(text, edit);
  if (after.text === undefined) throw new Error(refused(text, edit));
  if (editMatrix(after.text, edit).text !== after.text) throw new Error('The same edit again changed something.');
  return after.text;
}

/** Lines that went (`-`) and came (`+`), where they stood, between line breaks. */
export function changes(text: string, edit: MatrixEdit): string {
  return `\n${lineChanges(text.split('\n'), edited(text, edit).split('\n')).join('\n')}\n`;
}

/** What a person is told, between line breaks. */
export function refused(text: string, edit: MatrixEdit): string {
  const { problems } = editMatrix(text, edit, 'matrix.yaml');
  return `\n${problems.map((problem) => describeProblem(problem, () => text)).join('\n')}\n`;
}

function lineChanges(before: readonly string[], after: readonly string[]): string[] {
  const common = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      common[i]![j] =
        before[i] === after[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  const shown: string[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      shown.push(`-${before[i++]}`);
    else shown.push(`+${after[j++]}`);
  }
  return shown;
}
