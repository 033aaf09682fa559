/** The requests of an audit go in; a file with one of them in each line, by its name beside the report, comes out. */
import type { Mask } from '../../verifier/holders/mask.ts';
import type { Writes } from '../../verifier/probes/requests/writes.ts';
import { REQUESTS } from './report-names.ts';

/** In the order in which each surface was asked; none where nothing was. */
export function requestsFile(mask: Mask, writes: ReadonlyMap<string, Writes>): Record<string, string> {
  const lines = [...writes.values()].flatMap((one) => one.log.map((request) => mask.hide(JSON.stringify(request))));
  return lines.length ? { [REQUESTS]: `${lines.join('\n')}\n` } : {};
}
