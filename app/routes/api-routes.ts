/** Everything under `/api`: the session first, then what only who is signed in and not suspended may ask. */

import { Hono } from 'hono';
import { adminRoutes } from '../admin/admin-routes.ts';
import { sandboxRoutes } from '../clock/sandbox-routes.ts';
import { eventRoutes } from '../events/event-routes.ts';
import { postureRoutes } from '../posture/posture-routes.ts';
import type { Product } from '../product.ts';
import type { Signed } from '../session/holder.ts';
import { requireSession } from '../session/require-session.ts';
import { nameOrganisation } from '../session/selected-organisation.ts';
import { sandboxTrialRoutes } from '../trial/sandbox-trial-routes.ts';
import { trialRoutes } from '../trial/trial-routes.ts';
import { accountRoutes } from './account-routes.ts';
import { limitBody } from './limit-body.ts';
import { listRoutes } from './list-routes.ts';
import { metricRoutes } from './metric-routes.ts';
import { patrolRoutes } from './patrol-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { thingRoutes } from './thing-routes.ts';

export function apiRoutes(product: Product): Hono<Signed> {
  const api = new Hono<Signed>();
  api.use(limitBody);
  api.route('/session', sessionRoutes(product));
  if (product.sandbox) api.route('/sandbox', sandboxRoutes(product.sandbox));
  if (product.adminToken) api.route('/admin', adminRoutes(product, product.adminToken));
  api.use(requireSession(product));
  if (!product.singleTenant) api.use(nameOrganisation);
  api.route('/metrics', metricRoutes(product));
  if (!product.singleTenant) api.route('/workspaces', thingRoutes(product, 'workspace'));
  api.route('/systems', thingRoutes(product, 'system'));
  api.route('/patrol/runs', patrolRoutes(product));
  api.route('/', postureRoutes(product));
  api.route('/events', eventRoutes(product));
  api.route('/trial', trialRoutes(product));
  if (product.sandbox) api.route('/sandbox/trial', sandboxTrialRoutes(product));
  api.route('/', accountRoutes(product));
  api.route('/', listRoutes(product));
  return api;
}
