/** `/trial`: the page of the trial, and what its form sends; a refusal stays on the page, with what was filled in. */

import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { readForm } from '../pages/login-routes.ts';
import { problemWords, readProblem } from '../pages/problem-copy.mjs';
import { requireSignIn } from '../pages/require-sign-in.ts';
import { showPage } from '../pages/show-page.ts';
import type { Product } from '../product.ts';
import { ApiError } from '../routes/api-error.ts';
import type { Signed } from '../session/holder.ts';
import { ORGANISATION_FIELD, requireSelected } from '../session/selected-organisation.ts';
import { knownInterest } from './known-interest.ts';
import { startTrial } from './start-trial.ts';
import { type TrialForm, trialPage } from './trial-page.ts';

export function trialPageRoutes(product: Product): Hono<Signed> {
  const routes = new Hono<Signed>();
  const show = (context: Context<Signed>, form: TrialForm) =>
    showPage(product, ({ var: { holder } }) => trialPage(product, holder, form))(context, async () => {});
  const signedIn = requireSignIn(product);
  routes.get('/trial', signedIn, (context) =>
    show(context, { interest: knownInterest(product.table, context.req.query('for')) }),
  );
  routes.post('/trial', signedIn, async (context) => {
    const form = await readForm(context, ['for', ORGANISATION_FIELD]);
    const interest = knownInterest(product.table, form.for);
    const { holder } = context.var;
    if (holder.evaluator.suspended) return show(context, {});
    try {
      requireSelected(holder, form[ORGANISATION_FIELD]);
      const { status } = await startTrial(product, holder, interest);
      return context.redirect(`/plan?result=trial_${status}`, 303);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      context.status(error.status as ContentfulStatusCode);
      for (const [name, value] of Object.entries(error.headers)) context.header(name, value);
      return show(context, { interest, problem: problemWords(readProblem(error)) });
    }
  });
  return routes;
}
