/** A report goes in; the list of findings with its filters comes out, and the cards that the page's script shows on demand. */
import type { Direction, Level, Report } from '../../types.ts';
import { countWords, numberWords } from '../count-words.ts';
import { labels } from '../labels.ts';
import { listed } from '../listed.ts';
import { type FindingCard, findingCard } from './finding-card.ts';
import { type Markup, markup } from './markup.ts';

/** How many findings stand in the page from the start, and how many more one press adds. */
export const CHUNK = 40;

/** Those that count, the most important first. */
export function findingCards(report: Report): FindingCard[] {
  return listed(report).flatMap(({ finding, standing }) => (standing === 'open' ? [findingCard(finding, report)] : []));
}

export function findingsSection(cards: readonly FindingCard[]): Markup {
  const body =
    cards.length === 0 ? markup`<p class="quiet">There are none.</p>` : markup`${filters(cards)}${list(cards)}`;
  return markup`<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Findings</h2>${body}</section>`;
}

function list(cards: readonly FindingCard[]): Markup {
  const shown = Math.min(CHUNK, cards.length);
  const rest =
    cards.length > shown &&
    markup`<noscript><p>${countWords(cards.length - shown, 'more finding')} can be seen with JavaScript.</p></noscript>`;
  return markup`<p id="count" class="count" role="status">${shown < cards.length && `Showing ${shown} of `}${countWords(cards.length, 'finding')}</p>
<ol id="finding-list" class="findings">${cards.slice(0, shown).map((one) => one.html)}</ol>${rest}
<div class="more" id="more" hidden><button type="button" id="show-more">Show more</button><button type="button" id="show-all" class="plain">Show all</button></div>`;
}

function filters(cards: readonly FindingCard[]): Markup {
  const level = (name: string) => labels.level[name as Level].one;
  const direction = (name: string) => labels.direction[name as Direction];
  return markup`<form class="filters" id="filters" role="search" aria-label="Findings" hidden>
<label class="search">Search<input type="search" name="text" autocomplete="off" spellcheck="false" placeholder="Plan, key, path, words"></label>
${choice('surface', 'Surface', cards, (name) => name)}${choice('level', 'Level', cards, level)}${choice('direction', 'Direction', cards, direction)}
<button type="reset" class="plain">Clear</button></form>`;
}

function choice(
  field: 'surface' | 'level' | 'direction',
  label: string,
  cards: readonly FindingCard[],
  words: (name: string) => string,
): Markup {
  const counts = new Map<string, number>();
  for (const card of cards) counts.set(card[field], (counts.get(card[field]) ?? 0) + 1);
  const options = [...counts].map(
    ([name, n]) => markup`<option value="${name}">${words(name)} (${numberWords(n)})</option>`,
  );
  return markup`<label>${label}<select name="${field}"><option value="">All</option>${options}</select></label>`;
}
