/** Client workspaces or monitored systems enter; the page that lists, adds and removes them leaves. */

import { html } from 'hono/html';
import { TOPICS } from '../events/topics.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { readThings, THING_GATES, type Thing, type ThingTable } from '../records/owned-things.ts';
import { isOffered } from '../roles/require-role.ts';
import { roleNotice } from '../roles/role-notice.ts';
import type { Holder } from '../session/holder.ts';
import { organisationField } from '../session/selected-organisation.ts';
import { countInWords } from '../words/limit-in-words.ts';
import { dataTable } from './data-table.ts';
import type { Markup } from './markup.ts';
import type { PageBuilder } from './show-page.ts';

interface ThingWords {
  readonly title: string;
  readonly caption: string;
  readonly add: string;
  /** What a role may not be offered. */
  readonly change: string;
  readonly columns: readonly { field: string; label: string; shows?: 'day' }[];
}

const WORDS: Readonly<Record<ThingTable, ThingWords>> = {
  workspace: {
    title: 'Workspaces',
    caption: 'Client workspaces',
    add: 'Name of the new workspace',
    change: 'To add or remove workspaces',
    columns: [
      { field: 'name', label: 'Workspace' },
      { field: 'created_at', label: 'Added', shows: 'day' },
    ],
  },
  system: {
    title: 'Systems',
    caption: 'Monitored systems',
    add: 'Name of the new system',
    change: 'To add or remove systems',
    columns: [
      { field: 'name', label: 'System' },
      { field: 'kind', label: 'Kind' },
      { field: 'state', label: 'State' },
      { field: 'created_at', label: 'Added', shows: 'day' },
    ],
  },
};

export function thingsPage(product: Product, table: ThingTable): PageBuilder {
  const words = WORDS[table];
  const gate = findGate(product.table, THING_GATES[table]);
  const path = THING_GATES[table].replace('POST /api', '');
  const live = TOPICS.find((topic) => topic.table === table)?.event;
  return async ({ var: { holder } }) => {
    const offered = isOffered(gate, holder) && !product.demo;
    const field = organisationField(product, holder);
    const things = await readThings(product.database, table, holder.organisation.id);
    const rows = things.map((thing) => ({
      ...thing,
      state: thing.status && statusWord(thing.status),
      ...(offered && { remove: removeForm(field, path, thing) }),
    }));
    const columns = offered ? [...words.columns, { field: 'remove', label: 'Remove' }] : words.columns;
    return {
      title: words.title,
      body: html`${product.demo ? '' : capacity(product, holder, { key: gate.key, inUse: things.length })}
        ${offered ? mayAdd(holder, gate.key, things.length) && addForm(field, path, words.add) : roleNotice(product, gate, words.change)}
        ${dataTable({ caption: words.caption, columns, rows, live })}`,
      live: live !== undefined && !product.demo,
    };
  };
}

export function statusWord(status: string): Markup {
  return html`<span class="status ${status === 'healthy' ? 'good' : 'watch'}">${status}</span>`;
}

function mayAdd(holder: Holder, key: string, inUse: number): boolean {
  return holder.evaluator.checkLimit(key, inUse + 1) !== 'hard_block';
}

/** Nothing for an uncapped plan; what exists continues, and whether more can come, for any other. */
function capacity(product: Product, holder: Holder, at: { key: string; inUse: number }): Markup | string {
  const limit = holder.evaluator.getLimit(at.key);
  const rule = product.table.limits[at.key];
  if (limit === 'unlimited' || !rule) return '';
  if (limit === 'unknown')
    return html`<p class="intro">What exists stays. Nothing new can be added with this plan.</p>`;
  const full = at.inUse >= limit ? ' What exists stays; nothing new can be added.' : '';
  return html`<p class="intro">Included: ${countInWords(rule, limit)}. In use: ${at.inUse}.${full}</p>
    <meter aria-label="${rule.name} in use" min="0" max="${limit}" value="${at.inUse}"></meter>`;
}

function addForm(field: Markup | string, path: string, label: string): Markup {
  return html`<form class="inline" method="post" action="${path}">
    ${field}
    <label for="name">${label}</label>
    <div><input id="name" name="name" required maxlength="200" autocomplete="off" /><button>Add</button></div>
  </form>`;
}

function removeForm(field: Markup | string, path: string, thing: Thing): Markup {
  return html`<form method="post" action="${path}/${thing.id}/delete">
    ${field}
    <button class="quiet">Remove<span class="unseen"> ${thing.name}</span></button>
  </form>`;
}
