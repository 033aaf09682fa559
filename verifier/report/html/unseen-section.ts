/** A report goes in; what was left out on purpose and what could not be looked at comes out. */
import type { Report } from '../../types.ts';
import { countWords, numberWords } from '../count-words.ts';
import { oneWayWords } from '../left-out-words.ts';
import { findingId } from './finding-card.ts';
import { type Markup, markup } from './markup.ts';

const MOST = 20;

export function unseenSection(report: Report): Markup {
  return markup`<section id="unseen" aria-labelledby="unseen-title"><h2 id="unseen-title">Not seen</h2>
<h3>Could not be looked at</h3>${unread(report)}${oneWay(report)}<h3>Left out on purpose</h3>${excluded(report)}</section>`;
}

function unread({ coverage, findings }: Report): Markup {
  const gaps = coverage.filter((one) => one.unread > 0);
  const why = findings.filter((one) => one.direction === 'unread');
  if (gaps.length === 0 && why.length === 0) return markup`<p class="quiet">Nothing: every question was answered.</p>`;
  const counts = gaps.map(
    (one) => markup`<li><b>${one.surface}</b>: ${numberWords(one.unread)} of ${countWords(one.asked, 'question')}</li>`,
  );
  const links = why.slice(0, MOST).map((one) => markup`<li><a href="#${findingId(one)}">${one.says}</a></li>`);
  const rest = why.length > MOST && markup`<li>and ${countWords(why.length - MOST, 'more finding')}</li>`;
  return markup`<ul class="gaps">${counts}${links}${rest}</ul>`;
}

function oneWay({ one_way = [] }: Report): Markup | false {
  const items = one_way.map((one) => markup`<li>${oneWayWords(one)}</li>`);
  return items.length > 0 && markup`<h3>Asked one way only</h3><ul class="gaps">${items}</ul>`;
}

function excluded({ excluded: all }: Report): Markup {
  if (all.length === 0) return markup`<p class="quiet">Nothing.</p>`;
  const items = all.map(
    ({ surface, what, count, reason, owner }) =>
      markup`<li><small>${surface}${count > 0 && ` · ${countWords(count, 'fact')}`}</small><p><b>${what}</b></p><p>${reason}</p><p><small>Owner: ${owner}</small></p></li>`,
  );
  return markup`<ul class="left-out">${items}</ul>`;
}
