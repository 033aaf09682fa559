/** A way and a holder go in; what it takes to go on as them, or why that is not possible, comes out. */
import type { Holder } from '../../matrix/types.ts';
import { noAnswer } from '../probes/no-answer.ts';
import { Session } from '../probes/session.ts';
import { byPage } from './by-page.ts';
import { bySavedSession } from './by-saved-session.ts';
import { fill } from './fill.ts';
import { findAccount } from './find-account.ts';
import { holderVariables } from './holder-variables.ts';
import type { Holders } from './holders.ts';
import { firstLine, runModule } from './run-module.ts';
import { secretsIn } from './secrets-in.ts';
import type { Note } from './send-steps.ts';
import { signToken } from './sign-token.ts';
import type { Got, Refused, Start } from './start.ts';

export interface Becoming {
  holders: Holders;
  holder: Holder;
  /** Address of the surface. */
  base: string;
  /** `app`: a browser goes on, which signs in on a page by itself. */
  kind: 'api' | 'app';
  /** Called with every request that signs in. */
  note?: Note;
  /** Called with what has to be done once the holder is not needed any more. */
  later(cleanup: () => unknown): void;
}

/** Seconds. */
const TIMEOUT = 15;

export async function become(becoming: Becoming): Promise<Start | Refused> {
  const { holders, holder, base } = becoming;
  const variables = holderVariables(holders, holder, true);
  const got = await gotBy(becoming, variables);
  if ('reason' in got) return got;
  const { way, mask } = holders;
  const token = got.token !== undefined && { token: got.token };
  const all = { ...variables, ...token };
  const carried = way.send ?? way.cookies ?? way.local_storage;
  const send = way.send ?? (carried ? {} : { authorization: 'Bearer {token}' });
  const own = pairsOf(way.local_storage, all);
  const start: Start = {
    variables: { ...holderVariables(holders, holder, false), ...token },
    headers: { ...got.headers, ...Object.fromEntries(pairsOf(send, all).map(({ name, value }) => [name, value])) },
    cookies: [...(got.cookies ?? []), ...pairsOf(way.cookies, all)],
    origins: [...(got.origins ?? []), ...(own.length ? [{ origin: new URL(base).origin, localStorage: own }] : [])],
  };
  mask.addFound(...secretsIn(start), got.token ?? '');
  return start;
}

/** What carries a token is left out where none was got, as by a browser that signed in on a page. */
function pairsOf(texts: Readonly<Record<string, string>> = {}, variables: Readonly<Record<string, string>>) {
  return Object.entries(texts)
    .filter(([, text]) => !text.includes('{token}') || 'token' in variables)
    .map(([name, text]) => ({ name, value: fill(text, variables) }));
}

function gotBy(becoming: Becoming, variables: Record<string, string>): Promise<Got | Refused> | Got | Refused {
  const { way } = becoming.holders;
  if (way.module) return byModule(becoming, variables);
  if (way.saved_session) return bySavedSession(becoming.holders, becoming.base, variables);
  if (way.sign_token) return bySignedToken(becoming, variables);
  if (way.sign_in_page && (becoming.kind === 'app' || !way.sign_in))
    return becoming.kind === 'app' ? {} : byPage(becoming.holders, becoming.base, variables);
  if (way.sign_in) return byRequest(becoming, variables);
  return {};
}

async function bySignedToken({ holders }: Becoming, variables: Record<string, string>): Promise<Got | Refused> {
  try {
    return { token: await signToken(holders.way.sign_token!, holders.key!, variables) };
  } catch (error) {
    return { reason: `the token could not be signed: ${firstLine(error)}` };
  }
}

async function byRequest({ holders, base, note }: Becoming, variables: Record<string, string>): Promise<Got | Refused> {
  const session = new Session(holders.base ?? base, { sign_in: holders.way.sign_in! }, variables);
  note?.(holders.way.sign_in!.request, 'sign_in');
  const reason = await session.signIn().catch((error) => `sign-in ${noAnswer(error)}`);
  if (reason) return { reason };
  return { ...(session.token && { token: session.token }), cookies: session.cookies };
}

async function byModule(
  { holders, base, holder, later }: Becoming,
  { version = '', state = '', plan = '', role }: Record<string, string>,
): Promise<Got | Refused> {
  const { way, outside, sandbox, secrets, accountSecrets } = holders;
  const ran = await runModule({
    become: holders.module!,
    path: way.module!,
    timeoutMs: (way.timeout ?? TIMEOUT) * 1000,
    holder: { version, state, plan, ...(role !== undefined && { role }) },
    context: {
      base: holders.base ?? base,
      env: outside.env,
      secrets: { ...secrets, ...accountSecrets[findAccount(way.accounts ?? [], holder)] },
      ...(sandbox !== undefined && { sandbox }),
    },
  });
  if (!('reason' in ran) && ran.cleanup) later(ran.cleanup);
  return ran;
}
