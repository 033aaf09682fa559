/** A report goes in; how much of each surface was looked at comes out. */
import type { Coverage, Report } from '../../types.ts';
import { numberWords } from '../count-words.ts';
import { type CoverageColumn, coverageCell, coverageColumns } from '../coverage-columns.ts';
import { selectionWords } from '../left-out-words.ts';
import { type Markup, markup } from './markup.ts';

const TITLES: Record<CoverageColumn, string> = {
  asked: 'Asked',
  possible: 'Possible',
  read: 'Read',
  absent: 'Absent',
  unread: 'Unread',
  claims: 'Further claims',
  documents: 'Documents',
  floor: 'Floor',
};

export function coverageSection({ coverage, findings }: Report): Markup {
  const columns = coverageColumns(coverage);
  const selected = coverage.flatMap((one) => selectionWords(one) ?? []);
  const count = (surface: string) => findings.filter((one) => one.about.surface === surface).length;
  return markup`<section id="coverage" aria-labelledby="coverage-title"><h2 id="coverage-title">Coverage</h2>
<div class="scroll" role="region" tabindex="0" aria-label="Coverage by surface"><table class="numbers"><thead><tr><th scope="col">Surface</th>${columns.map(
    (name) => markup`<th scope="col"><span>${TITLES[name]}</span></th>`,
  )}<th scope="col"><span>Findings</span></th><td class="bar-cell"></td></tr></thead><tbody>${coverage.map((one) => rowMarkup(one, columns, count(one.surface)))}</tbody></table></div>${selected.map((words) => markup`<p class="quiet">${words}</p>`)}</section>`;
}

function rowMarkup(one: Coverage, columns: readonly CoverageColumn[], findings: number): Markup {
  const cells = columns.map(
    (name) =>
      markup`<td${name === 'unread' && one.unread > 0 && markup` class="alarm"`}>${coverageCell(one, name)}</td>`,
  );
  return markup`<tr><th scope="row">${one.surface}</th>${cells}<td>${numberWords(findings)}</td><td class="bar-cell">${bar(one)}</td></tr>`;
}

/** Decoration: the numbers beside it say the same. */
function bar({ asked, read, absent, unread }: Coverage): Markup {
  const share = (n: number) => (asked > 0 ? Math.round((n / asked) * 1000) / 10 : 0);
  const parts = [
    { kind: 'read', from: 0, width: share(read) },
    { kind: 'absent', from: share(read), width: share(absent) },
    { kind: 'unread', from: share(read + absent), width: share(unread) },
  ].filter((part) => part.width > 0);
  return markup`<svg class="bar" aria-hidden="true" width="100%" height="8">${parts.map(
    ({ kind, from, width }) => markup`<rect class="bar-${kind}" x="${from}%" width="${width}%" height="8"/>`,
  )}</svg>`;
}
