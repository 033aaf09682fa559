/** A session's token and what it listens to enter; its socket is told what it may see, and closed when that ends. */

import { sql } from 'kysely';
import type { Product } from '../product.ts';
import { findHolder } from '../session/find-holder.ts';
import type { Holder } from '../session/holder.ts';
import type { Notice } from './open-notices.ts';
import { maySee, type Topic } from './topics.ts';

export interface Socket {
  send(text: string): void;
  close(code: number, reason: string): void;
}

export interface Listening {
  readonly token: string | undefined;
  readonly holder: Holder;
  readonly topics: readonly Topic[];
}

/** Codes of RFC 6455 that are free for applications, after the HTTP status that says the same. */
const SESSION_ENDED = 4401;
const NO_LONGER_INCLUDED = 4403;
/** A session or a trial that ends by the clock is told by nobody: this often it is looked at. */
const LOOK_AGAIN_MS = 5000;

/** Gives the way to stop. Every notice asks anew who is signed in: what was allowed when it was opened may be over. */
export function openSocket(product: Product, socket: Socket, listening: Listening): () => void {
  const { sessionId, organisation } = listening.holder;
  let turn = Promise.resolve();
  const inTurn = (step: () => Promise<unknown>) => {
    turn = turn.then(step).then(() => {}, broken);
  };
  const look = async (): Promise<Holder | undefined> => {
    const holder = await findHolder(product, listening.token);
    const end = endOf(product, holder, listening);
    if (!end) return holder;
    stop();
    socket.close(end.code, end.reason);
    return undefined;
  };
  const pass = (notice: Notice) => {
    if (notice.session === sessionId) return inTurn(look);
    if (notice.organisation !== organisation.id) return;
    inTurn(async () => {
      const holder = await look();
      const topic = listening.topics.find(({ table }) => table === notice.topic);
      if (holder && topic && notice.id !== undefined) await tell(product, socket, { holder, topic, id: notice.id });
    });
  };
  const broken = () => {
    stop();
    socket.close(1011, 'Something went wrong on our side');
  };
  const unlisten = product.notices?.listen(pass);
  const timer = setInterval(() => inTurn(look), product.lookAgainMs ?? LOOK_AGAIN_MS);
  timer.unref();
  const stop = () => {
    clearInterval(timer);
    unlisten?.();
  };
  return stop;
}

function endOf(product: Product, holder: Holder | undefined, { holder: first, topics }: Listening) {
  if (!holder || holder.organisation.id !== first.organisation.id)
    return { code: SESSION_ENDED, reason: 'The session has ended' };
  const sees = !holder.evaluator.suspended && topics.every((topic) => maySee(product, holder, topic));
  return sees ? undefined : { code: NO_LONGER_INCLUDED, reason: 'Not included any more' };
}

/** The row is read with the holder's own organisation, whatever the notice said. */
async function tell(
  product: Product,
  socket: Socket,
  { holder, topic, id }: { holder: Holder; topic: Topic; id: number },
): Promise<void> {
  const fields = topic.fields.map((field) => sql.ref(field));
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(fields)} from ${sql.table(topic.table)}
    where id = ${id} and organisation_id = ${holder.organisation.id}`.execute(product.database);
  if (rows[0]) socket.send(JSON.stringify({ event: topic.event, item: rows[0] }));
}
