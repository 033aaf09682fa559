/** A holder and what to do as them go in; it is done, and what was done to become them is undone afterwards, whatever happens. */
import type { Holder } from '../../matrix/types.ts';
import { Session } from '../probes/session.ts';
import { become } from './become.ts';
import { holderVariables } from './holder-variables.ts';
import type { Holders } from './holders.ts';
import { inTime } from './in-time.ts';
import { firstLine } from './run-module.ts';
import { type Note, sendSteps } from './send-steps.ts';
import { isRefused, type Start } from './start.ts';

export interface AsHolder<T> {
  /** Left out where the surface says by itself how to sign in. */
  holders: Holders | undefined;
  holder: Holder;
  base: string;
  kind: 'api' | 'app';
  /** Called with every request that is sent for it. */
  note?: Note;
  work(start: Start): Promise<T>;
}

/** `left`: why something that was made could not be undone. */
export type Done<T> = ({ done: T; reason?: undefined } | { done?: undefined; reason: string }) & { left?: string };

const CLEANUP_MS = 10_000;

/** Never rejects but when `work` does. */
export async function asHolder<T>(asked: AsHolder<T>): Promise<Done<T>> {
  const { holders, holder, work } = asked;
  if (!holders) {
    const variables = holderVariables(undefined, holder, false);
    return { done: await work({ variables, headers: {}, cookies: [], origins: [] }) };
  }
  const forbidden = notAllowed(holders);
  if (forbidden) return { reason: forbidden };
  const end = holders.way.one_at_a_time ? await holders.turns.take() : () => {};
  try {
    return await inTurn(asked, holders);
  } finally {
    end();
  }
}

async function inTurn<T>({ holder, base, kind, note, work }: AsHolder<T>, holders: Holders): Promise<Done<T>> {
  const { way, undoing, mask } = holders;
  if (undoing.closed) return { reason: 'the audit was stopped' };
  const session = new Session(holders.base ?? base, {}, holderVariables(holders, holder, true));
  const cleanups: (() => unknown)[] = [];
  const undo = undoing.add(async () => {
    const failed = await Promise.all(cleanups.map((one) => cleanUp(one, way.module ?? '')));
    const all = [...failed, await sendSteps(session, way.after ?? [], { all: true, note })].filter(
      (one) => one !== undefined,
    );
    return all.length ? mask.hide(all.join(', and ')) : undefined;
  });
  let done: Done<T>;
  let left: string | undefined;
  try {
    const reason = await sendSteps(session, way.before ?? [], { note });
    const start = reason
      ? { reason }
      : await become({
          ...{ holders, holder, base, kind },
          ...(note && { note }),
          later: (cleanup) => void cleanups.push(cleanup),
        });
    done = isRefused(start) ? { reason: mask.hide(start.reason) } : { done: await work(start) };
  } finally {
    left = await undo();
  }
  return left === undefined ? done : { ...done, left: `what was done to become somebody could not be undone: ${left}` };
}

async function cleanUp(cleanup: () => unknown, path: string): Promise<string | undefined> {
  try {
    const ran = await inTime(CLEANUP_MS, async () => cleanup());
    return 'over' in ran ? `the cleanup of ${path} did not end within ${CLEANUP_MS / 1000} s` : undefined;
  } catch (error) {
    return `the cleanup of ${path} failed: ${firstLine(error)}`;
  }
}

/** A way that writes names its sandbox, and whoever runs the audit names it too. */
function notAllowed({ way, sandbox }: Holders): string | undefined {
  if (way.sandbox === undefined || way.sandbox === sandbox) return undefined;
  return `becoming a customer would write: allow it with --sandbox ${way.sandbox}`;
}
