/** `/login` and `/logout`: the form, what it sends, and the way out. */

import { type Context, Hono } from 'hono';
import type { Product } from '../product.ts';
import { closeSession } from '../session/close-session.ts';
import { openSession } from '../session/open-session.ts';
import { writeSessionCookie } from '../session/write-session-cookie.ts';
import { loginPage } from './login-page.ts';

export function loginRoutes(product: Product): Hono {
  const routes = new Hono();
  const name = product.table.product;
  routes.get('/login', (context) =>
    context.html(loginPage({ product: name, next: ownPath(context.req.query('next')) })),
  );
  routes.post('/login', async (context) => {
    const { email, password, next } = await readForm(context, ['email', 'password', 'next']);
    const session = await openSession(product, { email, password });
    if (!session) return context.html(loginPage({ product: name, next: ownPath(next), email, problem: MISMATCH }), 401);
    writeSessionCookie(context, session);
    return context.redirect(ownPath(next), 303);
  });
  routes.post('/logout', async (context) => {
    await closeSession(product, context);
    return context.redirect('/login', 303);
  });
  return routes;
}

const MISMATCH = 'E-mail address and password do not match. Please check both.';

/** A path of this product, else the overview: a link must not lead from our form to another site. */
function ownPath(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-/?=&]*$/.test(next) ? next : '/';
}

/** The texts of a posted form by name; what is missing is empty. */
export async function readForm<Field extends string>(
  context: Context,
  fields: readonly Field[],
): Promise<Record<Field, string>> {
  const form = await context.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return Object.fromEntries(fields.map((field) => [field, text(form[field])])) as Record<Field, string>;
}
