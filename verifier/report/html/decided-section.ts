/** A report goes in; the findings that do not count, with who decided so, come out: what is waived, and what the baseline holds. */
import type { Report } from '../../types.ts';
import { countWords } from '../count-words.ts';
import { type Listed, listed, standingWords } from '../listed.ts';
import { findingCard } from './finding-card.ts';
import { type Markup, markup } from './markup.ts';

/** Nothing where nobody decided anything. */
export function decidedSection(report: Report): Markup | false {
  const all = listed(report);
  const waived = all.filter((one) => one.standing === 'waived');
  const known = all.filter((one) => one.standing === 'known');
  if (!hasDecided(report)) return false;
  return markup`<section id="decided" aria-labelledby="decided-title"><h2 id="decided-title">Decided</h2>
<p class="quiet">These differ too, and do not make the run fail.</p>
${waived.length > 0 && markup`<h3>Waived</h3>${cards(waived, report)}`}${known.length > 0 && knownMarkup(known, report)}</section>`;
}

export function hasDecided({ waivers, known = [] }: Report): boolean {
  return waivers.length + known.length > 0;
}

function knownMarkup(known: readonly Listed[], report: Report): Markup {
  return markup`<h3>Known to the baseline</h3><details><summary>${countWords(known.length, 'finding')}</summary>${cards(known, report)}</details>`;
}

function cards(all: readonly Listed[], report: Report): Markup {
  return markup`<ol class="findings">${all.map((one) => findingCard(one.finding, report, standingWords(one)).html)}</ol>`;
}
