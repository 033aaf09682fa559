/** A session's id enters; who it belongs to leaves: as the database says, or as it last said while it cannot be asked. */

import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** Long enough for a database to be restarted, short enough for somebody who was sent away elsewhere. */
const REMEMBERED_MS = 5 * 60_000;
const MOST = 10_000;

export interface SessionOwner {
  readonly email: string;
  readonly role: string;
  readonly organisation: { readonly id: number; readonly name: string };
}

export class SessionMemory {
  private readonly database: Kysely<Schema>;
  private readonly remembered = new Map<string, { owner: SessionOwner; at: number }>();

  constructor(database: Kysely<Schema>) {
    this.database = database;
  }

  /** Nothing for a session that ended. Rejects when the database fails and the session was not seen of late. */
  async find(sessionId: string, now: Date): Promise<SessionOwner | undefined> {
    try {
      const owner = await this.select(sessionId, now);
      this.remember(sessionId, owner, now.getTime());
      return owner;
    } catch (fault) {
      const last = this.remembered.get(sessionId);
      if (last && Math.abs(now.getTime() - last.at) <= REMEMBERED_MS) return last.owner;
      throw fault;
    }
  }

  /** Whoever signs out is out, whatever becomes of the database. */
  forget(sessionId: string): void {
    this.remembered.delete(sessionId);
  }

  /** The one that was seen longest ago makes room. */
  private remember(sessionId: string, owner: SessionOwner | undefined, at: number): void {
    this.remembered.delete(sessionId);
    if (!owner) return;
    this.remembered.set(sessionId, { owner, at });
    if (this.remembered.size > MOST) this.remembered.delete(this.remembered.keys().next().value!);
  }

  private async select(sessionId: string, now: Date): Promise<SessionOwner | undefined> {
    const row = await this.database
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
      .where('session.id', '=', sessionId)
      .where('session.expires_at', '>', now)
      .select(['account.email', 'account.role', 'organisation.id', 'organisation.name'])
      .executeTakeFirst();
    return row && { email: row.email, role: row.role, organisation: { id: row.id, name: row.name } };
  }
}
