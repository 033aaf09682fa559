/** The runs that people started enter; the page that shows them and starts another leaves. */

import { html } from 'hono/html';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { PATROL_GATE, readPatrolRuns } from '../records/patrol-runs.ts';
import { isOffered } from '../roles/require-role.ts';
import { roleNotice } from '../roles/role-notice.ts';
import { organisationField } from '../session/selected-organisation.ts';
import { limitInWords } from '../words/limit-in-words.ts';
import { dataTable } from './data-table.ts';
import type { Markup } from './markup.ts';
import type { PageBuilder } from './show-page.ts';

const COLUMNS = [
  { field: 'started_at', label: 'Started', shows: 'moment' },
  { field: 'outcome', label: 'Outcome' },
] as const;

export function patrolPage(product: Product): PageBuilder {
  const gate = findGate(product.table, PATROL_GATE);
  const { key } = gate;
  const rule = product.table.limits[key];
  return async ({ var: { holder } }) => {
    const runs = await readPatrolRuns(product.database, holder.organisation.id);
    const limit = holder.evaluator.getLimit(key);
    const included = rule && typeof limit === 'number' ? html`<p>Included: ${limitInWords(rule, limit)}.</p>` : '';
    return {
      title: 'Patrol',
      intro: `Pulse Patrol checks the health of your systems in the background.${product.demo ? '' : ' You can also send it round yourself.'}`,
      body: html`${isOffered(gate, holder) && !product.demo ? runForm(organisationField(product, holder), included) : roleNotice(product, gate, 'To send Pulse Patrol round')}
        ${dataTable({ caption: 'Manual patrol runs', columns: COLUMNS, rows: runs, empty: 'No run was started by hand.', live: 'patrol_run' })}`,
      live: !product.demo,
    };
  };
}

function runForm(field: Markup | string, included: Markup | string): Markup {
  return html`<form class="inline" method="post" action="/patrol">
    ${field}
    <div><button>Run Pulse Patrol now</button></div>
    ${included}
  </form>`;
}
