/** A session's id enters; who it belongs to leaves: as the database says, or as it last said while it cannot be asked. */

import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Notices } from '../events/open-notices.ts';

/** Long enough for a database to be restarted, short enough for somebody who was sent away elsewhere. */
const REMEMBERED_MS = 5 * 60_000;
/** Not asked again for so long, where the database tells of what changes meanwhile. */
const FRESH_MS = 2000;
const MOST = 10_000;

export interface SessionOwner {
  readonly email: string;
  readonly role: string;
  readonly organisation: { readonly id: number; readonly name: string };
}

interface Remembered {
  readonly owner: SessionOwner;
  readonly ends: Date;
  /** By the product's clock, in milliseconds since 1970. */
  readonly at: number;
  /** By a clock that only runs forward, in milliseconds. */
  readonly asked: number;
}

export class SessionMemory {
  private readonly database: Kysely<Schema>;
  private readonly freshMs: number;
  private readonly remembered = new Map<string, Remembered>();

  constructor(database: Kysely<Schema>, notices?: Notices) {
    this.database = database;
    this.freshMs = notices ? FRESH_MS : 0;
    notices?.listen(({ session, organisation, topic }) => {
      if (session) this.forget(session);
      if (organisation !== undefined && !topic) this.forgetAll(organisation);
    });
  }

  /** Nothing for a session that ended. Rejects when the database fails and the session was not seen of late. */
  async find(sessionId: string, now: Date): Promise<SessionOwner | undefined> {
    const before = this.remembered.get(sessionId);
    if (before && performance.now() - before.asked < this.freshMs && now < before.ends) return before.owner;
    try {
      const asked = performance.now();
      const row = await this.select(sessionId, now);
      this.remember(sessionId, row && { ...row, at: now.getTime(), asked });
      return row?.owner;
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

  private forgetAll(organisation: number): void {
    for (const [id, { owner }] of this.remembered)
      if (owner.organisation.id === organisation) this.remembered.delete(id);
  }

  /** The one that was seen longest ago makes room. */
  private remember(sessionId: string, seen: Remembered | undefined): void {
    this.remembered.delete(sessionId);
    if (!seen) return;
    this.remembered.set(sessionId, seen);
    if (this.remembered.size > MOST) this.remembered.delete(this.remembered.keys().next().value!);
  }

  private async select(sessionId: string, now: Date): Promise<Pick<Remembered, 'owner' | 'ends'> | undefined> {
    const row = await this.database
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
      .where('session.id', '=', sessionId)
      .where('session.expires_at', '>', now)
      .select(['account.email', 'account.role', 'organisation.id', 'organisation.name', 'session.expires_at'])
      .executeTakeFirst();
    if (!row) return undefined;
    const owner = { email: row.email, role: row.role, organisation: { id: row.id, name: row.name } };
    return { owner, ends: row.expires_at };
  }
}
