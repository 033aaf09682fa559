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
    const time = await readTime(context, clock.now());
    if (!clock.moveTo(time)) throw new ApiError(409, 'clock_backwards', 'The clock only moves forward.');
    return context.json({ sandbox: name, now: clock.now().toISOString(), settled: await settle() });
  });
  return routes;
}

/** `{"now": "2027-01-31T00:00:00Z"}`, or `{"forward_seconds": 3600}`; 0 seconds only settle. */
async function readTime(context: Context, now: Date): Promise<Date> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const { now: asked, forward_seconds: seconds } = (body ?? {}) as { now?: unknown; forward_seconds?: unknown };
  const time =
    typeof seconds === 'number' && seconds >= 0
      ? new Date(now.getTime() + seconds * 1000)
      : new Date(typeof asked === 'string' ? asked : Number.NaN);
  if (time.getTime() - now.getTime() <= FURTHEST_MS) return time;
  throw new ApiError(
    400,
    'invalid_input',
    'Write {"now": "2027-01-31T00:00:00Z"} or {"forward_seconds": 3600}, at most ten years ahead.',
  );
}
