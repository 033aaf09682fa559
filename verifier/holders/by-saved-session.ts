/** A way that goes on with a saved session goes in; what is in that session for the surface, or why it is of no use, comes out. */
import { fill } from './fill.ts';
import type { Holders } from './holders.ts';
import { isFor } from './is-for.ts';
import { readSavedSession } from './saved-session.ts';
import type { Got, Refused } from './start.ts';

export function bySavedSession(
  { way, outside }: Holders,
  base: string,
  variables: Readonly<Record<string, string>>,
): Got | Refused {
  const { file, token } = way.saved_session!;
  const path = fill(file, variables);
  const text = outside.read(path);
  if (text === undefined) return { reason: `there is no saved session ${path}` };
  const saved = readSavedSession(text, path);
  if ('reason' in saved) return saved;
  const { origin, hostname } = new URL(base);
  const cookies = saved.cookies.filter((one) => isFor(one, hostname));
  const entries = saved.origins.find((one) => one.origin === origin)?.localStorage ?? [];
  if (!cookies.length && !entries.length) return { reason: `the saved session ${path} holds nothing for ${origin}` };
  const found = entries.find((one) => one.name === token)?.value;
  if (token !== undefined && !found) return { reason: `the saved session ${path} has no entry ${token}` };
  return { cookies: saved.cookies, origins: saved.origins, ...(found && { token: found }) };
}
