/** Every page and form of the product, each at its address. */

import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { Product } from '../product.ts';
import { listsOf } from '../records/lists-of.ts';
import type { Signed } from '../session/holder.ts';
import { trialPageRoutes } from '../trial/trial-page-routes.ts';
import { formRoutes } from './form-routes.ts';
import { listPage } from './list-page.ts';
import { loginRoutes } from './login-routes.ts';
import { metricsPage } from './metrics-page.ts';
import { overviewPage } from './overview-page.ts';
import { patrolPage } from './patrol-page.ts';
import { planPage } from './plan-page.ts';
import { requireSignIn } from './require-sign-in.ts';
import { type PageBuilder, showPage } from './show-page.ts';
import { thingsPage } from './things-page.ts';

export function pageRoutes(product: Product): Hono<Signed> {
  const routes = new Hono<Signed>();
  asset(routes, 'pulse.css', 'text/css; charset=utf-8');
  asset(routes, 'pulse.svg', 'image/svg+xml');
  asset(routes, 'live.mjs', 'text/javascript; charset=utf-8');
  asset(routes, 'problem-copy.mjs', 'text/javascript; charset=utf-8');
  routes.route('/', loginRoutes(product));
  const pages: Readonly<Record<string, PageBuilder>> = {
    '/': overviewPage(product),
    '/plan': planPage(product),
    '/systems': thingsPage(product, 'system'),
    ...(!product.singleTenant && { '/workspaces': thingsPage(product, 'workspace') }),
    '/metrics': metricsPage(product),
    '/patrol': patrolPage(product),
    ...Object.fromEntries(
      listsOf(product).flatMap((list) => (list.page ? [[list.page.path, listPage(product, list, list.page)]] : [])),
    ),
  };
  const signedIn = requireSignIn(product);
  for (const [path, build] of Object.entries(pages)) routes.get(path, signedIn, showPage(product, build));
  routes.route('/', formRoutes(product));
  routes.route('/', trialPageRoutes(product));
  return routes;
}

function asset(routes: Hono<Signed>, name: string, type: string): void {
  const content = readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
  routes.get(`/${name}`, (context) => {
    context.header('Cache-Control', 'max-age=300');
    return context.body(content, 200, { 'Content-Type': type });
  });
}
