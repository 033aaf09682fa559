/** `/api/sandbox/clock`: what time it is in the sandbox, and moving it forward. Mounted only where the server runs as one. */

import { type Context, Hono } from 'hono';
import type { Reconciled } from '../downgrade/reconcile.ts';
import { ApiError } from '../routes/api-error.ts';
import type { MovableClock } from './movable-clock.ts';

export interface Sandbox {
  readonly name: string;
  readonly clock: MovableClock;
  /** Does at once what the time that has come brings with it. */
  readonly settle: () => Promise<Reconciled>;
}

// Sessions, tokens and histories stay believable that far ahead.
const FURTHEST_MS = 10 * 366 * 86_400_000;

export function sandboxRoutes({ name, clock, settle }: Sandbox): Hono {
  const routes = new Hono();
  routes.get('/clock', (context) => context.json({ sandbox: name, now: clock.now().toISOString() }));
  routes.put('/clock', async (context) => {
    const forwardMs = await readForward(context, clock.now());
    if (!clock.moveForward(forwardMs)) throw new ApiError(409, 'clock_backwards', 'The clock only moves forward.');
    return context.json({ sandbox: name, now: clock.now().toISOString(), settled: await settle() });
  });
  return routes;
}

/** `{"now": "2027-01-31T00:00:00Z"}`, or `{"forward_seconds": 3600}`; 0 seconds only settle. In milliseconds. */
async function readForward(context: Context, now: Date): Promise<number> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const { now: asked, forward_seconds: seconds } = (body ?? {}) as { now?: unknown; forward_seconds?: unknown };
  const ms = typeof seconds === 'number' ? seconds * 1000 : Date.parse(String(asked)) - now.getTime();
  if (ms <= FURTHEST_MS) return ms;
  throw new ApiError(
    400,
    'invalid_input',
    'Write {"now": "2027-01-31T00:00:00Z"} or {"forward_seconds": 3600}, at most ten years ahead.',
  );
}
