/** The days that a person asks for enter; the chart and the table of those days leave, or how far back they reach. */

import { html } from 'hono/html';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { METRICS_GATE, type MetricPoint, readMetrics } from '../records/metrics.ts';
import { ApiError } from '../routes/api-error.ts';
import type { Holder } from '../session/holder.ts';
import { dataTable } from './data-table.ts';
import type { PageContent } from './layout.ts';
import { lineChart } from './line-chart.ts';
import type { Markup } from './markup.ts';
import type { PageBuilder } from './show-page.ts';

const COLUMNS = [
  { field: 'at', label: 'Day', shows: 'day' },
  { field: 'cpu', label: 'CPU', unit: '%' },
  { field: 'memory', label: 'Memory', unit: '%' },
] as const;

export function metricsPage(product: Product): PageBuilder {
  const { key } = findGate(product.table, METRICS_GATE);
  return async ({ req, var: { holder } }) => {
    const spans = spansWithin(product, holder, key);
    const asked = req.query('days');
    const days = asked && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : (spans.at(-1) ?? 1);
    try {
      const points = await readMetrics(product, holder, days);
      return metricsContent(points, { days, spans });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return {
        title: 'Metrics',
        body: html`<p class="notice calm" role="status">${product.demo ? 'This demo does not go back as far.' : error.message}</p>${choice(spans, days)}`,
      };
    }
  };
}

function metricsContent(points: readonly MetricPoint[], at: { days: number; spans: readonly number[] }): PageContent {
  const rows = points.map(({ at: day, cpu, memory }) => ({
    at: day,
    cpu: Math.round(cpu),
    memory: Math.round(memory),
  }));
  return {
    title: 'Metrics',
    intro: 'Average load of all your systems, day by day.',
    body: html`${choice(at.spans, at.days)}
      <div class="charts">${lineChart(
        'CPU',
        points.map(({ cpu }) => cpu),
      )} ${lineChart(
        'Memory',
        points.map(({ memory }) => memory),
      )}</div>
      <div class="long" role="region" aria-label="Day by day" tabindex="0">
        ${dataTable({ caption: 'Day by day', columns: COLUMNS, rows: rows.reverse() })}
      </div>`,
  };
}

/** The lengths that any contract of the table reaches back, as far as this holder's goes, the shortest first. */
function spansWithin({ table }: Product, { evaluator }: Holder, key: string): number[] {
  const stated = Object.values(table.versions).map((row) => row.limits[key]);
  const numbers = stated.filter((value) => typeof value === 'number');
  const within = numbers.filter((days) => evaluator.checkLimit(key, days) !== 'hard_block');
  return [...new Set(within)].sort((a, b) => a - b);
}

function choice(spans: readonly number[], days: number): Markup {
  return html`<nav class="spans" aria-label="Length of the history">
    ${spans.map((span) => html`<a href="/metrics?days=${span}" ${span === days ? html`aria-current="true"` : ''}>${span} ${span === 1 ? 'day' : 'days'}</a>`)}
  </nav>`;
}
