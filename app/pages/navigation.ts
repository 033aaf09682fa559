/** A holder and the current path enter; the list of sections leaves, with a lock on what the plan does not include. */

import { html } from 'hono/html';
import { createEvaluator, type Evaluator } from '../evaluator/create-evaluator.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { listsOf } from '../records/lists-of.ts';
import { THING_GATES } from '../records/owned-things.ts';
import { isOffered } from '../roles/require-role.ts';
import type { Holder } from '../session/holder.ts';
import { icon } from './icon.ts';
import type { Markup } from './markup.ts';

interface Entry {
  readonly path: string;
  readonly label: string;
  readonly locked?: boolean;
}

export function navigation(product: Product, holder: Holder, path: string): Markup {
  return html`<nav id="sections" popover aria-label="Sections">
    ${groups(product, holder).map(
      ([title, entries]) => html`<h2>${title}</h2>
        <ul>
          ${entries.map((entry) => item(entry, path))}
        </ul>`,
    )}
  </nav>`;
}

function item(entry: Entry, path: string): Markup {
  const current = entry.path === path ? html` aria-current="page"` : '';
  const lock = entry.locked ? html`${icon('lock')}<span class="unseen"> (not included)</span>` : '';
  return html`<li><a href="${entry.path}"${current}><span>${entry.label}</span>${lock}</a></li>`;
}

function groups(product: Product, holder: Holder): [string, Entry[]][] {
  const lists = listEntries(product, holder);
  const at = (prefix: string) => lists.filter(({ path }) => path.startsWith(prefix));
  const placed = ['/settings', '/patrol', '/clients'];
  const others = lists.filter(({ path }) => !placed.some((prefix) => path.startsWith(prefix)));
  const all: [string, Entry[]][] = [
    [
      'Monitoring',
      [
        { path: '/', label: 'Overview' },
        { path: '/systems', label: 'Systems' },
        { path: '/metrics', label: 'Metrics' },
      ],
    ],
    ['Patrol', [{ path: '/patrol', label: 'Patrol' }, ...at('/patrol')]],
    ['Insight', others],
    ['Clients', [...workspaceEntry(product, holder), ...at('/clients')]],
    ['Settings', [...at('/settings'), ...(product.demo ? [] : [{ path: '/plan', label: 'Plan' }])]],
  ];
  return all.filter(([, entries]) => entries.length > 0);
}

/** Who looks after nobody but themselves meets no word about clients. */
function listEntries(product: Product, holder: Holder): Entry[] {
  const { table, demo } = product;
  // A suspended account holds nothing for now; its plan may well include it.
  const { evaluator } = holder;
  return listsOf(product).flatMap(({ page, forProviders }) => {
    if (!page) return [];
    const gate = findGate(table, page.path);
    const { key } = gate;
    if (!isOffered(gate, holder)) return [];
    if (forProviders && !contract(table, holder).hasCapability(key)) return [];
    if (demo && !evaluator.hasCapability(key)) return [];
    return [{ path: page.path, label: page.nav, locked: !evaluator.suspended && !evaluator.hasCapability(key) }];
  });
}

function workspaceEntry({ table, singleTenant, demo }: Product, holder: Holder): Entry[] {
  if (singleTenant || demo) return [];
  const { key } = findGate(table, THING_GATES.workspace);
  const stated = contract(table, holder).getLimit(key) !== 'unknown';
  return stated ? [{ path: '/workspaces', label: 'Workspaces' }] : [];
}

/** What the contract itself includes, whatever state it is in: what was set up under it stays in sight. */
function contract(table: Product['table'], holder: Holder): Evaluator {
  return createEvaluator(table, { version: holder.version, state: 'active' });
}
