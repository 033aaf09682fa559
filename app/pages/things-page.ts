/** Client workspaces or monitored systems enter; the page that lists, adds and removes them leaves. */

import { html } from 'hono/html';
import { hiddenSection } from '../downgrade/hidden-section.ts';
import { readHidden } from '../downgrade/hidden-things.ts';
import { shareInWords } from '../evaluator/count-in-words.ts';
import { limitMessage } from '../evaluator/limit-message.ts';
import { TOPICS } from '../events/topics.ts';
import { findGate } from '../gates/find-gate.ts';
import { readOverLimit } from '../posture/read-over-limit.ts';
import type { Product } from '../product.ts';
import { readThings, THING_GATES, type Thing, type ThingTable } from '../records/owned-things.ts';
import { isOffered } from '../roles/require-role.ts';
import { roleNotice } from '../roles/role-notice.ts';
import type { Holder } from '../session/holder.ts';
import { organisationField } from '../session/selected-organisation.ts';
import { dataTable } from './data-table.ts';
import type { Markup } from './markup.ts';
import { noticed } from './over-limit-notice.ts';
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
    const { organisation } = holder;
    const offered = isOffered(gate, holder) && !product.demo;
    const field = organisationField(product, holder);
    const [things, hidden, { payload, settling }] = await Promise.all([
      readThings(product.database, table, organisation.id),
      readHidden(product.database, table, organisation.id),
      readOverLimit(product, holder),
    ]);
    const locked = payload.posture === 'abuse_lock';
    const open = !locked && payload.posture !== 'enforcement' && mayAdd(holder, gate.key, things.length);
    const changes = offered && !locked;
    const rows = things.map((thing) => ({
      ...thing,
      state: thing.status && statusWord(thing.status),
      ...(changes && { remove: removeForm(field, path, thing) }),
    }));
    const columns = changes ? [...words.columns, { field: 'remove', label: 'Remove' }] : words.columns;
    const used = { key: gate.key, inUse: things.length, settling, said: noticed(payload) };
    const rule = product.table.limits[gate.key]!;
    return {
      title: words.title,
      body: html`${product.demo ? '' : capacity(product, holder, used)}
        ${offered ? open && addForm(field, path, words.add) : roleNotice(product, gate, words.change)}
        ${dataTable({ caption: words.caption, columns, rows, live })}
        ${product.demo ? '' : hiddenSection({ rule, path, field, things: hidden, mayRestore: open && offered })}`,
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

interface Capacity {
  readonly key: string;
  readonly inUse: number;
  readonly settling: boolean;
  /** Why nothing can be added stands at the top of the page already. */
  readonly said: boolean;
}

/** Nothing for an uncapped plan; what exists continues, and whether more can come, for any other. */
function capacity(product: Product, holder: Holder, { key, inUse, settling, said }: Capacity): Markup | string {
  const limit = holder.evaluator.getLimit(key);
  const rule = product.table.limits[key];
  if (limit === 'unlimited' || !rule) return '';
  const verdict = holder.evaluator.checkLimit(key, inUse + 1);
  const message = limitMessage(rule, { limit, observed: inUse, verdict, settling });
  if (limit === 'unknown') return html`<p class="intro">${message}</p>`;
  const words = said && inUse > limit ? undefined : (message ?? `In use: ${shareInWords(rule, inUse, limit)}.`);
  return html`${words && html`<p class="intro">${words}</p>`} ${usageMeter(rule.name, inUse, limit)}`;
}

/** Calm below the number, to be watched at it, and bad above. */
function usageMeter(name: string, inUse: number, limit: number): Markup {
  return html`<meter aria-label="${name} in use" min="0" max="${Math.max(limit, inUse)}" low="${limit - 0.5}" high="${limit + 0.5}" optimum="0" value="${inUse}"></meter>`;
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
