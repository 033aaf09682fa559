/** A holder enters; the overview of how their systems are doing leaves. */

import { html } from 'hono/html';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { METRICS_GATE, readMetrics } from '../records/metrics.ts';
import { readThings, type Thing } from '../records/owned-things.ts';
import type { Holder } from '../session/holder.ts';
import { dataTable } from './data-table.ts';
import { lineChart } from './line-chart.ts';
import type { Markup } from './markup.ts';
import type { PageBuilder } from './show-page.ts';
import { statusWord } from './things-page.ts';

const ALERTS = [
  { field: 'title', label: 'Alert' },
  { field: 'system', label: 'System' },
  { field: 'severity', label: 'Severity' },
  { field: 'since', label: 'Since', shows: 'moment' },
] as const;

export function overviewPage(product: Product): PageBuilder {
  return async ({ var: { holder } }) => {
    const [systems, alerts, charts] = await Promise.all([
      readThings(product.database, 'system', holder.organisation.id),
      readAlerts(product, holder),
      loadCharts(product, holder),
    ]);
    return {
      title: 'Overview',
      intro: product.demo ? 'How the systems of this demo are doing.' : summary(systems, alerts.length),
      body: html`${charts} ${systemCards(systems)}
        ${dataTable({ caption: 'Open alerts', columns: ALERTS, rows: alerts, empty: 'No open alerts.' })}`,
    };
  };
}

function readAlerts({ database }: Product, holder: Holder) {
  const alerts = database.selectFrom('alert').where('organisation_id', '=', holder.organisation.id);
  return alerts.select(['title', 'system', 'severity', 'since']).orderBy('since', 'desc').execute();
}

/** As far back as the history reaches; no chart where it states nothing. */
async function loadCharts(product: Product, holder: Holder): Promise<Markup | string> {
  const limit = holder.evaluator.getLimit(findGate(product.table, METRICS_GATE).key);
  if (typeof limit !== 'number' || limit < 1) return '';
  const points = await readMetrics(product, holder, limit);
  const cpu = points.map((point) => point.cpu);
  const memory = points.map((point) => point.memory);
  return html`<div class="charts">${lineChart('CPU', cpu)} ${lineChart('Memory', memory)}</div>`;
}

function systemCards(systems: readonly Thing[]): Markup {
  return html`<ul class="cards" aria-label="Systems">
    ${systems.map(
      ({ name, kind, status = '' }) => html`<li class="card">
        <p><strong>${name}</strong></p>
        <p>${kind}</p>
        <p>${statusWord(status)}</p>
      </li>`,
    )}
  </ul>`;
}

function summary(systems: readonly Thing[], alerts: number): string {
  if (systems.length === 0) return 'No system is monitored yet. Add the first one under Systems.';
  const healthy = systems.filter(({ status }) => status === 'healthy').length;
  return `${healthy} of your ${systems.length} systems ${healthy === 1 ? 'is' : 'are'} healthy; open alerts: ${alerts}.`;
}
