/** The product enters; the web application that answers its API and its pages leaves. */

import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { plainError } from './demo/plain-error.ts';
import { showOnly } from './demo/show-only.ts';
import { answerError } from './ofrep/answer-error.ts';
import { ofrepRoutes } from './ofrep/ofrep-routes.ts';
import { describeApi } from './openapi/describe-api.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { problemPage } from './pages/problem-page.ts';
import type { Product } from './product.ts';
import { ApiError } from './routes/api-error.ts';
import { apiRoutes } from './routes/api-routes.ts';
import { notFound } from './routes/read-body.ts';
import { billingSource } from './session/billing-source.ts';
import { refuseForeignForms } from './session/refuse-foreign-forms.ts';
import { SessionMemory } from './session/session-memory.ts';

const NOTHING = ["'none'"];
const SELF = ["'self'"];
const HEADERS = {
  contentSecurityPolicy: {
    defaultSrc: NOTHING,
    styleSrc: SELF,
    // One script of our own shows what is new; every page works without it.
    scriptSrc: SELF,
    connectSrc: SELF,
    imgSrc: SELF,
    formAction: SELF,
    baseUri: NOTHING,
    frameAncestors: NOTHING,
  },
  // With `no-referrer`, browsers send our own forms with the origin `null`.
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
} as const;

/** What a product is given, with its own keepers of billing state and sessions where it was given none. */
type Parts = Omit<Product, 'billing' | 'sessions'> & Partial<Product>;

export function createApp(parts: Parts): Hono {
  const own = { billing: billingSource(parts), sessions: new SessionMemory(parts.database) };
  const product: Product = { ...own, ...parts };
  // Another process may have changed it; whoever listens after this reads what it is now.
  product.notices?.listen(({ organisation, topic }) => {
    if (organisation !== undefined && !topic) product.billing.invalidate(organisation);
  });
  const app = new Hono();
  app.use(secureHeaders(HEADERS));
  app.get('/health', (context) => context.json({ ok: true }));
  if (product.demo) app.use(showOnly(product));
  app.use(refuseForeignForms);
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store', { append: false });
  });
  app.get('/api/openapi.json', (context) => context.json(describeApi(app.routes, product.table)));
  app.route('/api', apiRoutes(product));
  app.route('/ofrep/v1/evaluate', ofrepRoutes(product));
  app.route('/', pageRoutes(product));
  app.notFound((context) => answer(context, notFound()));
  app.onError((error, context) => {
    const told = error instanceof ApiError ? error : internal(error);
    return answer(context, product.demo ? plainError(told) : told);
  });
  return app;
}

function answer(context: Context, error: ApiError): Response | Promise<Response> {
  if (context.req.path.startsWith('/ofrep')) return answerError(error);
  return context.req.path.startsWith('/api') ? error.toResponse() : problemPage(context, error);
}

function internal(error: unknown): ApiError {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return new ApiError(500, 'internal', 'Something went wrong on our side; nothing was changed.');
}
