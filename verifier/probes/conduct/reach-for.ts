/** Two tenants and what one of them made go in; whether the other gets at it, seen from both sides, comes out. */
import type { IsolationConfig } from '../../config/conduct.ts';
import type { RequestConfig } from '../../config/requests.ts';
import type { Evidence, Outcome } from '../../types.ts';
import { lookUntil } from '../look-until.ts';
import { pointer } from '../pointer.ts';
import type { GuardedSession } from '../requests/guarded-session.ts';
import type { Answer } from '../session.ts';
import { refusedOr, type Seen, unread } from './conduct-probe.ts';

/** What is not one's own is forbidden, or not there. */
const REFUSALS = [401, 403, 404];

export interface Reaching {
  config: IsolationConfig;
  owner: GuardedSession;
  other: GuardedSession;
  /** Id of what the owner made. */
  made: string;
}

export interface Reached extends Seen {
  /** It is gone, or may be: another one is needed to reach for. */
  gone?: boolean;
}

type List = NonNullable<IsolationConfig['lists']>[number];

/** Its owner finds it there first; otherwise it says nothing that nobody else does. */
export async function findIn({ owner, other, made }: Reaching, list: List): Promise<Reached> {
  const own = await lookUntil(() => isListed(owner, list, made), isIncluded);
  const seen = await isListed(other, list, made);
  if (seen.outcome.kind !== 'read' || isIncluded(seen) || isIncluded(own)) return seen;
  const { id = '/id', request } = list;
  const why = `its owner does not find it in ${request} either, by the id at ${id}: it may be elsewhere, or on another page`;
  return { ...unread(why), evidence: [...(own.evidence ?? []), ...(seen.evidence ?? [])] };
}

/** Refused where its owner is not, and not done all the same. */
export async function reachFor(reaching: Reaching, request: RequestConfig): Promise<Reached> {
  return request.request.startsWith('GET ') ? readBy(reaching, request) : changeBy(reaching, request);
}

async function readBy({ owner, other, made }: Reaching, request: RequestConfig): Promise<Reached> {
  const own = await lookUntil(() => owner.send(request, { made }), isReached);
  const seen = await ask(other, request, made);
  return isRefused(seen) && !isReached(own) ? alikeForOwner(request, own, seen) : seen;
}

async function changeBy(reaching: Reaching, request: RequestConfig): Promise<Reached> {
  const { owner, other, made } = reaching;
  const before = await isThere(reaching);
  const seen = await ask(other, request, made);
  if (!isRefused(seen)) return { ...seen, gone: true };
  const after = before && (await isThere(reaching));
  // Refused, and done all the same: it was there, and is not any more.
  if (before?.there && after && !after.there) return { ...read({ kind: 'included' }, [seen, after]), gone: true };
  // What a POST does is not done just to see that it can be.
  if (request.request.startsWith('POST ')) return seen;
  const own = await owner.send(request, { made });
  const gone = request.request.startsWith('DELETE ');
  return isReached(own) ? { ...seen, gone } : { ...alikeForOwner(request, own, seen), gone };
}

/** Whatever it says of what was sent, it found what is reached for. */
function isReached({ status }: Answer): boolean {
  return status < 500 && ![...REFUSALS, 405, 410].includes(status);
}

/** Refused to everybody, it may be a slip in the path as well as a product that is right. */
function alikeForOwner({ request }: RequestConfig, own: Answer, seen: Seen): Reached {
  const why = `its owner is answered ${own.status} to ${request} too, so that may not be how one gets at it`;
  return { ...unread(why), evidence: [own.evidence, ...(seen.evidence ?? [])] };
}

/** By whatever shows it to its owner: a request that reads it, or else a list. Nothing where none is configured. */
async function isThere({
  config,
  owner,
  made,
}: Reaching): Promise<{ there: boolean; evidence?: Evidence[] } | undefined> {
  const reads = (config.reach ?? []).filter(({ request }) => request.startsWith('GET '));
  const { lists = [] } = config;
  if (!reads.length && !lists.length) return undefined;
  const look = async (): Promise<Seen> => {
    let seen: Seen | undefined;
    for (const one of reads) if (!seen || !isIncluded(seen)) seen = await ask(owner, one, made);
    for (const one of lists) if (!seen || !isIncluded(seen)) seen = await isListed(owner, one, made);
    return seen!;
  };
  const seen = await lookUntil(look, isIncluded);
  return { there: isIncluded(seen), ...(seen.evidence && { evidence: seen.evidence }) };
}

async function ask(session: GuardedSession, request: RequestConfig, made: string): Promise<Seen> {
  return refusedOr(await session.send(request, { made }), REFUSALS);
}

async function isListed(session: GuardedSession, { request, items, id = '/id' }: List, made: string): Promise<Seen> {
  const answer = await session.send({ request });
  const list = pointer(answer.json, items);
  if (answer.status >= 300 || !Array.isArray(list))
    return { ...unread(`${request} answered ${answer.status} without ${items}`), evidence: [answer.evidence] };
  const held = list.some((one) => String(pointer(one, id)) === made);
  return { outcome: { kind: 'read', value: { kind: held ? 'included' : 'excluded' } }, evidence: [answer.evidence] };
}

function read(value: { kind: 'included' }, from: readonly { evidence?: Evidence[] }[]): Seen {
  return { outcome: { kind: 'read', value }, evidence: from.flatMap((one) => one.evidence ?? []) };
}

function isIncluded({ outcome }: { outcome: Outcome }): boolean {
  return outcome.kind === 'read' && outcome.value.kind === 'included';
}

function isRefused({ outcome }: Seen): boolean {
  return outcome.kind === 'read' && outcome.value.kind === 'refusal';
}
