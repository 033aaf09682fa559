/** A report goes in; the facts of its run come out. */
import type { Report } from '../../types.ts';
import { type Markup, markup } from './markup.ts';

export function runSection({ run, matrix }: Report): Markup {
  const facts: [string, string][] = [
    ['Matrix', matrix.path],
    ['Digest', matrix.digest],
    ['Started', run.started],
    ['Took', tookWords(run.took_ms)],
    ...Object.entries(run.base_urls).map(([surface, url]): [string, string] => [`Address of ${surface}`, url]),
    ...Object.entries(run.versions),
  ];
  return markup`<section id="run" aria-labelledby="run-title"><h2 id="run-title">Run</h2><dl class="facts">${facts.map(
    ([name, words]) => markup`<div><dt>${name}</dt><dd><code>${words}</code></dd></div>`,
  )}</dl></section>`;
}

function tookWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 1) return `${Math.round(ms)} ms`;
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
