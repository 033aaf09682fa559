/** Nothing enters; the product in this process, on a schema of its own and with a clock that the test sets, leaves. */

import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hono } from 'hono';
import { inject } from 'vitest';
import { createApp } from '../../app/create-app.ts';
import { createServer } from '../../app/create-server.ts';
import { createTables } from '../../app/database/create-tables.ts';
import { openDatabase } from '../../app/database/open-database.ts';
import { DEMO_PASSWORD, seed } from '../../app/database/seed.ts';
import { table } from '../../app/entitlements.gen.ts';
import { openNotices } from '../../app/events/open-notices.ts';
import type { Product } from '../../app/product.ts';
import { billingSource } from '../../app/session/billing-source.ts';
import { createSessionTokens } from '../../app/session/create-session-tokens.ts';
import { SessionMemory } from '../../app/session/session-memory.ts';

export interface ServedProduct {
  readonly url: string;
  readonly product: Product;
  readonly app: Hono;
  /** A second process' worth of the product on the same database, with other settings. */
  beside(changes: Partial<Product>): Promise<ServedProduct>;
  /** Moves the clock of all of them. */
  pass(seconds: number): void;
  close(): Promise<void>;
}

const START = Date.parse('2026-03-02T09:00:00.000Z');

export async function serveProduct(changes: Partial<Product> = {}): Promise<ServedProduct> {
  let time = START;
  const { database, at, close } = await openDatabase(inject('database'));
  const parts = {
    table,
    database,
    now: () => new Date(time),
    tokens: createSessionTokens(),
    notices: await openNotices(at),
    ...changes,
  };
  const product = processOf(parts);
  await createTables(database);
  await seed(database, table, product.now());
  const servers: Server[] = [];
  const serve = async (one: Product): Promise<ServedProduct> => {
    const app = createApp(one);
    const server = createServer(app.fetch).listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      product: one,
      app,
      beside: (others) => serve(processOf({ ...one, ...others })),
      pass: (seconds) => {
        time += seconds * 1000;
      },
      close: async () => {
        for (const each of servers) {
          each.closeAllConnections();
          each.close();
        }
        await product.notices?.close();
        await close();
      },
    };
  };
  return serve(product);
}

/** What each process has of its own: what it remembers of billing state and sessions. */
function processOf(parts: Omit<Product, 'billing' | 'sessions'>): Product {
  return { ...parts, billing: billingSource(parts), sessions: new SessionMemory(parts.database, parts.notices) };
}

/** Signs in over the form; the pages of who is signed in leave: their text, and where a form leads. */
export async function signInToPages(url: string, holder: string) {
  const form = new URLSearchParams({ email: `${holder}@pulse.example`, password: DEMO_PASSWORD });
  const login = await fetch(`${url}/login`, { method: 'POST', body: form, redirect: 'manual' });
  const cookies = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  keep(login);
  const headers = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const get = async (path: string) => keep(await fetch(url + path, { headers: headers(), redirect: 'manual' }));
  return {
    cookie: () => headers().cookie,
    get,
    text: async (path: string) => (await get(path)).text(),
    post: async (path: string, fields: Record<string, string> = {}) =>
      keep(
        await fetch(url + path, {
          method: 'POST',
          headers: headers(),
          body: new URLSearchParams(fields),
          redirect: 'manual',
        }),
      ),
  };
}
