/** A session and how the product says who somebody is go in; why that is not the holder comes out. */
import type { Holder } from '../../matrix/types.ts';
import type { SessionConfig } from '../config/requests.ts';
import { noDataWords } from '../probes/no-data-words.ts';
import { nothingAt } from '../probes/nothing-at.ts';
import { pointer } from '../probes/pointer.ts';
import type { GuardedSession } from '../probes/requests/guarded-session.ts';

/** `role`: JSON pointer to the role that is meant. Rejects when nobody answers. */
export async function proveByRequest(
  session: Pick<GuardedSession, 'send'>,
  { request, version, state, versions, states }: SessionConfig['who_am_i'],
  holder: Holder,
  role?: string,
): Promise<string | undefined> {
  const answer = await session.send({ request });
  if (answer.status >= 300 || answer.json === undefined)
    return `who-am-I answered ${answer.status}${answer.json === undefined ? ` ${noDataWords(answer)}` : ''}`;
  const wanted = {
    version: versions?.[holder.version] ?? holder.version,
    state: states?.[holder.state] ?? holder.state,
  };
  const seen = {
    version: version ? numberless(pointer(answer.json, version)) : wanted.version,
    state: state ? numberless(pointer(answer.json, state)) : wanted.state,
  };
  const pointers = [version, state, holder.role === undefined ? undefined : role];
  const lost = pointers.find((at) => at !== undefined && pointer(answer.json, at) === undefined);
  if (lost !== undefined) return `who-am-I shows ${nothingAt(answer.json, lost)}`;
  const seenRole = role === undefined ? holder.role : numberless(pointer(answer.json, role));
  if (seen.version === wanted.version && seen.state === wanted.state)
    return seenRole === holder.role
      ? undefined
      : `who-am-I shows the role ${String(seenRole)} instead of ${holder.role}`;
  return `who-am-I shows ${String(seen.version)} (${String(seen.state)}) instead of ${wanted.version} (${wanted.state})`;
}

/** A product may know its plans by numbers, which a configuration writes as texts. */
function numberless(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}
