/** A database enters; what it tells of added rows, changed organisations and ended sessions leaves, to whoever listens. */

import pg from 'pg';
import { noticeChannel } from './notice-statements.ts';

export interface Notice {
  readonly topic?: string;
  readonly organisation?: number;
  readonly id?: number;
  readonly session?: string;
}

export interface Notices {
  /** Gives the way to stop listening. */
  listen(listener: (notice: Notice) => void): () => void;
  close(): Promise<void>;
}

const AGAIN_AFTER_MS = 1000;

/** One connection for the whole process; when it breaks, another one is opened a second later. */
export async function openNotices(at: { url: string; schema: string }): Promise<Notices> {
  const listeners = new Set<(notice: Notice) => void>();
  let client: pg.Client | undefined;
  let closed = false;
  const tell = ({ payload = '' }: pg.Notification) => {
    const notice = JSON.parse(payload) as Notice;
    for (const listener of listeners) listener(notice);
  };
  const open = async (): Promise<void> => {
    client = new pg.Client({ connectionString: at.url });
    client.on('notification', tell);
    client.on('error', () => {});
    client.once('end', () => {
      if (!closed) setTimeout(() => void open().catch(() => {}), AGAIN_AFTER_MS).unref();
    });
    await client.connect();
    await client.query(`listen ${noticeChannel(at.schema)}`);
  };
  await open();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
