/** One spot of the map goes in; what is known about it comes out: every side, and who was asked. */
import type { Holder } from '../../../matrix/types.ts';
import type { CellReport, Finding } from '../../types.ts';
import { countWords } from '../count-words.ts';
import { holderWords } from '../holder-words.ts';
import { labels } from '../labels.ts';
import { findingId } from './finding-card.ts';
import { icon } from './icons.ts';
import { type Markup, markup } from './markup.ts';
import { worst } from './plan-map.ts';
import { sides } from './sides.ts';

interface Entry {
  cell: CellReport;
  holders: Holder[];
}

/** The worst first. Cells that differ only in their holder are one entry. */
export function spotDetail(cells: readonly CellReport[], findings: readonly Finding[]): Markup {
  const entries = [...alike(cells)].sort((a, b) => (a.cell.status === b.cell.status ? 0 : isWorse(a, b) ? -1 : 1));
  return markup`${links(findings)}${entries.map(entryMarkup)}`;
}

function isWorse(a: Entry, b: Entry): boolean {
  return worst([a.cell.status, b.cell.status]) === a.cell.status;
}

function alike(cells: readonly CellReport[]): Iterable<Entry> {
  const entries = new Map<string, Entry>();
  for (const cell of cells) {
    const { subject, offer, holders = [] } = cell.about;
    const id = JSON.stringify([cell.status, subject, offer, cell.sides]);
    const before = entries.get(id);
    if (before) before.holders.push(...holders);
    else entries.set(id, { cell, holders: [...holders] });
  }
  return entries.values();
}

function entryMarkup({ cell, holders }: Entry): Markup {
  const { title, means } = labels.status[cell.status];
  const { facet } = cell.about.subject;
  return markup`<section class="entry"><h3 class="status-${cell.status}">${icon(cell.status)}${title}<span>${means}</span></h3>
<p>${[facet, offerWords(cell), holders.length > 0 && holderWords(holders, 6)].filter(Boolean).join(' · ')}</p>${sides(
    cell.sides,
    {
      who: cell.about.surface,
      words: labels.gap[cell.status],
    },
  )}</section>`;
}

function offerWords({ about: { offer = {} } }: CellReport): string {
  return [offer.currency, offer.market, offer.locale].filter(Boolean).join(', ');
}

function links(findings: readonly Finding[]): Markup | false {
  if (findings.length === 0) return false;
  const items = findings.slice(0, 10).map((one) => markup`<li><a href="#${findingId(one)}">${one.says}</a></li>`);
  return markup`<div class="links"><p>${countWords(findings.length, 'finding')} about this</p><ul>${items}</ul></div>`;
}
