/** `DATABASE_URL` or nothing enters; a typed connection to an empty schema of this run's own, and its end, leave. */

import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { StartupError } from '../startup-error.ts';
import type { Schema } from './schema.ts';
import { startEmbedded } from './start-embedded.ts';

const ANSWER_WITHIN_MS = 5000;
const CONNECTIONS = 8;

export interface OpenDatabase {
  readonly database: Kysely<Schema>;
  /** Where it is, for a connection that has to be one's own. */
  readonly at: { readonly url: string; readonly schema: string };
  /** Drops the schema, and stops PostgreSQL where this run started it. */
  close(): Promise<void>;
}

/** Throws `StartupError` when no PostgreSQL answers within five seconds. */
export async function openDatabase(url: string | undefined): Promise<OpenDatabase> {
  if (!url) return openEmbedded();
  const schema = `pulse_${randomBytes(6).toString('hex')}`;
  await runOnce(url, `create schema ${schema}`);
  const database = connect(url, schema);
  return {
    database,
    at: { url, schema },
    close: async () => {
      await database.destroy();
      await runOnce(url, `drop schema if exists ${schema} cascade`);
    },
  };
}

async function openEmbedded(): Promise<OpenDatabase> {
  const started = await startEmbedded();
  const at = { url: started.url, schema: 'public' };
  const database = connect(at.url, at.schema);
  return {
    database,
    at,
    close: async () => {
      await database.destroy();
      await started.stop();
    },
  };
}

function connect(url: string, schema: string): Kysely<Schema> {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${schema} -c timezone=UTC`,
    max: CONNECTIONS,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
  });
  // An idle connection that breaks must not end the process; the next query opens another one or fails by itself.
  // Once the pool is closing, PostgreSQL may end one before the pool does.
  pool.on('error', (error) => {
    if (!pool.ending) process.stderr.write(`A database connection broke: ${error.message}\n`);
  });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

async function runOnce(url: string, statement: string): Promise<void> {
  const client = await openClient(url);
  try {
    await client.query(statement);
  } catch (error) {
    throw unreachable(error);
  } finally {
    await client.end().catch(() => {});
  }
}

async function openClient(url: string): Promise<pg.Client> {
  try {
    const limits = { connectionTimeoutMillis: ANSWER_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS };
    const client = new pg.Client({ connectionString: url, ...limits });
    client.on('error', () => {});
    await client.connect();
    return client;
  } catch (error) {
    throw unreachable(error);
  }
}

function unreachable(error: unknown): StartupError {
  const reason = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
  return new StartupError(
    `The database at DATABASE_URL cannot be used (${reason}); start it or correct the address, ` +
      'or unset DATABASE_URL to run on the embedded one.',
  );
}
