/** What a trial is for a holder, and what became of asking for one, enter; the page of the trial leaves. */

import { html } from 'hono/html';
import { secondsUntilRoom } from '../attempts/take-attempt.ts';
import type { PageContent } from '../pages/layout.ts';
import type { Markup } from '../pages/markup.ts';
import type { Product } from '../product.ts';
import { isOffered, roleRequired } from '../roles/require-role.ts';
import type { Holder } from '../session/holder.ts';
import { organisationField } from '../session/selected-organisation.ts';
import { daysLeft, durationInWords } from '../words/duration-in-words.ts';
import { FOR_TRIAL, readTrialPosture, TRIAL_REFUSALS, trialBucket } from './start-trial.ts';
import type { TrialPosture } from './trial-posture.ts';

export interface TrialForm {
  /** The key that the trial is wanted for. */
  readonly interest?: string | undefined;
  /** Why it did not start. */
  readonly problem?: string;
}

export async function trialPage(product: Product, holder: Holder, form: TrialForm): Promise<PageContent> {
  const title = 'Trial';
  if (!isOffered(FOR_TRIAL, holder))
    return {
      title,
      body: html`<p class="intro">To start a trial: ${lower(roleRequired(product.table, FOR_TRIAL))}.</p>`,
    };
  const posture = await readTrialPosture(product, holder.organisation.id);
  const wait = await secondsUntilRoom(product.database, trialBucket(holder), product.now());
  return {
    title,
    body: html`${form.problem && html`<p class="notice refused" role="alert">${form.problem}</p>`}
      ${form.problem && offersForm(posture) ? '' : WORDS[posture.kind](posture as never, product)} ${offersForm(posture) ? startForm(product, holder, form, wait) : ''}`,
  };
}

type Words = {
  [Kind in TrialPosture['kind']]: (posture: Extract<TrialPosture, { kind: Kind }>, product: Product) => Markup;
};

const WORDS: Words = {
  offered: ({ days, name }) =>
    html`<p class="intro">For ${days} days, everything in ${name} works on this instance. Afterwards it has what it has now; nothing is deleted.</p>`,
  running: ({ until }, product) =>
    html`<p class="intro">A trial runs on this instance${until ? html`: ${daysLeft(until, product.now())} left` : ''}.</p>
      <p><a href="/plan">See what it includes</a></p>`,
  used: () => final('The trial has been had already; there is one.'),
  not_needed: () => final('Everything that a trial would give is included already.'),
  signup: () => html`<p class="intro">A trial on this instance starts with a sign-up.</p>`,
};

function final(sentence: string): Markup {
  return html`<p class="intro">${sentence}</p>
    <p><a href="/plan">See what your plan includes</a></p>`;
}

/** What was refused for good is not offered again. */
function offersForm({ kind }: TrialPosture): boolean {
  return kind === 'offered' || (kind !== 'running' && !TRIAL_REFUSALS[kind].final);
}

function startForm(product: Product, holder: Holder, form: TrialForm, wait: number | undefined): Markup {
  const missing = Object.entries(product.table.capabilities).filter(
    ([key, { marker }]) => !marker && !holder.evaluator.hasCapability(key),
  );
  const button =
    wait === undefined
      ? html`<button>Start the trial</button>`
      : html`<button disabled>Next attempt in ${durationInWords(wait)}</button>`;
  return html`<form class="inline" method="post" action="/trial">
    ${organisationField(product, holder)}
    <label for="for">What you would like to try first</label>
    <div>
      <select id="for" name="for">
        <option value="">No preference</option>
        ${missing.map(([key, { name }]) => html`<option value="${key}" ${key === form.interest ? html`selected` : ''}>${name}</option>`)}
      </select>
      ${button}
    </div>
  </form>`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
