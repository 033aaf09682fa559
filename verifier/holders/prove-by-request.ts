/** A session and how the product says who somebody is go in; why that is not the holder comes out. */
import type { Holder } from '../../matrix/types.ts';
import type { SessionConfig } from '../config/types.ts';
import { noDataWords } from '../probes/no-data-words.ts';
import { pointer } from '../probes/pointer.ts';
import type { Session } from '../probes/session.ts';

/** Rejects when nobody answers. */
export async function proveByRequest(
  session: Session,
  { request, version, state, versions, states }: SessionConfig['who_am_i'],
  holder: Holder,
): Promise<string | undefined> {
  const answer = await session.send({ request });
  if (answer.status >= 300 || answer.json === undefined)
    return `who-am-I answered ${answer.status}${answer.json === undefined ? ` ${noDataWords(answer)}` : ''}`;
  const wanted = {
    version: versions?.[holder.version] ?? holder.version,
    state: states?.[holder.state] ?? holder.state,
  };
  const seen = {
    version: version ? pointer(answer.json, version) : wanted.version,
    state: state ? pointer(answer.json, state) : wanted.state,
  };
  if (seen.version === wanted.version && seen.state === wanted.state) return undefined;
  return `who-am-I shows ${String(seen.version)} (${String(seen.state)}) instead of ${wanted.version} (${wanted.state})`;
}
