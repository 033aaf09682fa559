/** What the pages' forms send: each does what the API does, then leads back to its page with one notice. */

import { type Context, Hono } from 'hono';
import { restoreThing } from '../downgrade/hidden-things.ts';
import { requestAddress } from '../enrolment/request-address.ts';
import { stateRefusal } from '../gates/refusal.ts';
import type { Product } from '../product.ts';
import { addThing, removeThing, type ThingTable } from '../records/owned-things.ts';
import { startPatrolRun } from '../records/patrol-runs.ts';
import { ApiError } from '../routes/api-error.ts';
import { notFound, readId, readText } from '../routes/read-body.ts';
import type { Signed } from '../session/holder.ts';
import { ORGANISATION_FIELD, requireSelected } from '../session/selected-organisation.ts';
import { type Flash, leaveFlash } from './flash.ts';
import { readForm } from './login-routes.ts';
import { problemWords, readProblem } from './problem-copy.mjs';
import { requireSignIn } from './require-sign-in.ts';

type Action = (context: Context<Signed>) => Promise<Flash>;

export function formRoutes(product: Product): Hono<Signed> {
  const routes = new Hono<Signed>();
  const form = (path: `/${string}`, back: string, action: Action) =>
    routes.post(path, requireSignIn(product), async (context) => {
      leaveFlash(context, await attempt(product, context, action));
      return context.redirect(back, 303);
    });
  for (const [table, path] of [
    ['workspace', '/workspaces'],
    ['system', '/systems'],
  ] as const) {
    if (table === 'workspace' && product.singleTenant) continue;
    form(path, path, (context) => add(product, context, table));
    form(`${path}/:id/delete`, path, (context) => remove(product, context, table));
    form(`${path}/:id/restore`, path, (context) => restore(product, context, table));
  }
  form('/patrol', '/patrol', (context) => patrol(product, context));
  return routes;
}

function refusedFlash({ code, message, details }: ApiError): Flash {
  const problem = readProblem({ code, message, details });
  return { kind: 'refused', text: problemWords(problem), problem };
}

/** What is refused becomes a notice; what is broken stays an error. */
async function attempt(product: Product, context: Context<Signed>, action: Action): Promise<Flash> {
  const { holder } = context.var;
  if (holder.evaluator.suspended) return { kind: 'refused', text: stateRefusal(product.table, holder).message };
  try {
    requireSelected(holder, (await readForm(context, [ORGANISATION_FIELD]))[ORGANISATION_FIELD]);
    return await action(context);
  } catch (error) {
    if (error instanceof ApiError) return refusedFlash(error);
    throw error;
  }
}

async function add(product: Product, context: Context<Signed>, table: ThingTable): Promise<Flash> {
  const name = readText('name', (await readForm(context, ['name'])).name);
  const { warning } = await addThing(product, context.var.holder, { table, name, from: requestAddress(context) });
  return warning
    ? { kind: 'warning', text: `"${name}" was added. ${warning.message}` }
    : { kind: 'done', text: `"${name}" was added.` };
}

async function remove(product: Product, context: Context<Signed>, table: ThingTable): Promise<Flash> {
  if (!(await removeThing(product, context.var.holder, { table, id: readId(context) }))) throw notFound();
  return { kind: 'done', text: 'It was removed.' };
}

async function restore(product: Product, context: Context<Signed>, table: ThingTable): Promise<Flash> {
  const { name, warning } = await restoreThing(product, context.var.holder, { table, id: readId(context) });
  return { kind: warning ? 'warning' : 'done', text: `"${name}" is back. ${warning?.message ?? ''}`.trim() };
}

async function patrol(product: Product, context: Context<Signed>): Promise<Flash> {
  const { run } = await startPatrolRun(product, context.var.holder);
  return { kind: 'done', text: `Pulse Patrol has looked at everything. ${run.outcome}.` };
}
