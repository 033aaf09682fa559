/** A name and percentages in order enter; a drawn line with its words for who cannot see it leaves. */

import { html } from 'hono/html';
import type { Markup } from './markup.ts';

const WIDTH = 600;
const HEIGHT = 120;

export function lineChart(name: string, values: readonly number[]): Markup {
  const latest = values.at(-1);
  if (latest === undefined)
    return html`<figure class="chart"><figcaption>${name}: nothing measured yet</figcaption></figure>`;
  const lowest = Math.round(Math.min(...values));
  const highest = Math.round(Math.max(...values));
  const line = path(values);
  return html`<figure class="chart">
    <figcaption><span>${name}</span> <strong>${Math.round(latest)} %</strong></figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${name} between ${lowest} % and ${highest} %">
      <path class="area" d="${line} L${WIDTH},${HEIGHT} L0,${HEIGHT} Z" />
      <path class="line" d="${line}" />
    </svg>
    <p>Lowest ${lowest} %, highest ${highest} %, over ${values.length} days</p>
  </figure>`;
}

function path(values: readonly number[]): string {
  const shown = values.length === 1 ? [values[0]!, values[0]!] : values;
  const points = shown.map((value, index) => {
    const x = (index / (shown.length - 1)) * WIDTH;
    const y = HEIGHT - (Math.min(100, Math.max(0, value)) / 100) * HEIGHT;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return `M${points.join(' L')}`;
}
