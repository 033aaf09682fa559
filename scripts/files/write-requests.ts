/** The requests of an audit go in; a file with one of them in each line is there when this is done. */
import type { Writes } from '../../verifier/probes/requests/writes.ts';
import { writeWhole } from './write-whole.ts';

/** In the order in which each surface was asked; nothing is written where none was. */
export function writeRequests(path: string, writes: ReadonlyMap<string, Writes>): void {
  const lines = [...writes.values()].flatMap((one) => one.log.map((request) => JSON.stringify(request)));
  if (lines.length) writeWhole(path, `${lines.join('\n')}\n`);
}
