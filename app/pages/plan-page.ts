/** A holder enters; the page with their plan, its version and state, what is included and what is in use leaves. */

import { html } from 'hono/html';
import { countInWords } from '../evaluator/count-in-words.ts';
import { findVersion } from '../evaluator/find-grant.ts';
import { momentInWords } from '../evaluator/moment-in-words.ts';
import type { LimitRule } from '../evaluator/table.ts';
import type { Product } from '../product.ts';
import { readUsage, type Usage } from '../records/read-usage.ts';
import { roleName } from '../roles/require-role.ts';
import type { Holder } from '../session/holder.ts';
import { limitInWords, periodInWords } from '../words/limit-in-words.ts';
import { dataTable } from './data-table.ts';
import { icon } from './icon.ts';
import type { Markup } from './markup.ts';
import type { PageBuilder } from './show-page.ts';
import { STATE_WORDS } from './state-words.ts';

const COLUMNS = [
  { field: 'name', label: 'Limit' },
  { field: 'included', label: 'Included' },
  { field: 'used', label: 'In use' },
] as const;

export function planPage(product: Product): PageBuilder {
  return async ({ var: { holder } }) => {
    const rows = limitRows(product, holder, await readUsage(product, holder));
    return {
      title: 'Plan',
      body: html`${contractFacts(product, holder)} ${keptNote(product, holder)} ${rows.length > 0 ? dataTable({ caption: 'Limits', columns: COLUMNS, rows }) : ''}
        ${included(product, holder)}`,
    };
  };
}

function contractFacts({ table, now, singleTenant }: Product, holder: Holder): Markup {
  const { stateUntil } = holder;
  const ends = stateUntil && stateUntil > now();
  const role = roleName(table, holder.role);
  return html`<dl class="facts">
    <div><dt>Plan</dt><dd>${holder.planName}</dd></div>
    <div><dt>State</dt><dd class="state">${STATE_WORDS[holder.state]}</dd></div>
    <div><dt>Contract version</dt><dd><code>${holder.version}</code></dd></div>
    ${ends && html`<div><dt>Ends</dt><dd>${momentInWords(stateUntil.getTime())}</dd></div>`}
    ${singleTenant ? '' : html`<div><dt>Organisation</dt><dd>${holder.organisation.name}</dd></div>`}
    ${role && html`<div><dt>Your role</dt><dd>${role}</dd></div>`}
  </dl>`;
}

/** Of an older contract: how long what it was sold with stays. */
function keptNote({ table }: Product, { version }: Holder): Markup | string {
  const until = findVersion(table, version)?.until;
  if (until === undefined) return '';
  if (until === 'never') return html`<p class="notice calm">This contract does not end; what it includes stays.</p>`;
  const end = until === 'cancellation' ? 'you cancel' : until;
  return html`<p class="notice calm">
    This is an older contract: its price and what it includes stay until ${end}. Afterwards you can come back with one of
    today's plans.
  </p>`;
}

/** A limit that the contract states no number for is not shown: it is no promise. */
function limitRows({ table }: Product, { evaluator }: Holder, usage: Usage) {
  return Object.entries(table.limits)
    .filter(([key, { marker }]) => !marker && evaluator.getLimit(key) !== 'unknown')
    .map(([key, rule]) => ({
      name: rule.name,
      included: limitInWords(rule, evaluator.getLimit(key)),
      used: usedInWords(rule, usage.get(key)),
    }));
}

function usedInWords(rule: LimitRule, used: number | undefined): string {
  if (rule.counts === 'range') return '–';
  if (used === undefined || Number.isNaN(used)) return 'Cannot be read now';
  return rule.perSeconds === undefined ? countInWords(rule, used) : `${used} in the last ${periodInWords(rule)}`;
}

function included({ table }: Product, { evaluator }: Holder): Markup {
  const names = Object.entries(table.capabilities)
    .filter(([key, { marker }]) => !marker && evaluator.hasCapability(key))
    .map(([, { name }]) => name);
  return html`<section class="card" aria-labelledby="included">
    <h2 id="included">Included</h2>
    <ul class="included">
      ${names.map((name) => html`<li>${icon('check')}<span>${name}</span></li>`)}
    </ul>
  </section>`;
}
