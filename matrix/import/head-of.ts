/** What was imported goes in; the sentences at the head of its file, and on the terminal, come out. */
import type { Imported } from './imported.ts';
import { tellLeftOut } from './tell-left-out.ts';

/** One line for each reason. */
export function notCarried({ leftOut, counts }: Imported): string[] {
  return tellLeftOut(leftOut, counts).map((sentence) => `Not carried: ${sentence}`);
}

export function headOf(imported: Imported): string[] {
  return [...imported.about, ...imported.readings, ...notCarried(imported)];
}
