/** A report goes in; the plan by key map of each surface comes out, and the details that the page's script shows on demand. */
import type { CellStatus, Finding, Report } from '../../types.ts';
import { numberWords } from '../count-words.ts';
import { labels } from '../labels.ts';
import { icon } from './icons.ts';
import { type Markup, markup } from './markup.ts';
import { type Column, type ColumnGroup, NO_PLAN, type PlanMap, planMap, type Row, rowId } from './plan-map.ts';
import { spotDetail } from './spot-detail.ts';

export interface MapSection {
  html: Markup;
  /** For each panel, HTML by the id of its spot: panel, row and column, each counted from 0. */
  details: Record<string, string>[];
}

interface Panel {
  map: PlanMap;
  at: number;
  columns: (Column & { group: ColumnGroup; first: boolean })[];
}

const TROUBLE: CellStatus[] = ['differs', 'unread', 'absent'];
/** With more columns than this, their names are turned to stand upright. */
const WIDE = 8;

export function mapSection(report: Report): MapSection {
  const panels = surfacesOf(report).map((surface, at) => panelOf(planMap(report, surface), at));
  if (panels.length === 0) return { html: markup``, details: [] };
  const chosen = Math.max(
    0,
    panels.findIndex(({ map }) => troubles(map) > 0),
  );
  const html = markup`<section id="map" aria-labelledby="map-title"><h2 id="map-title">Plan by key</h2>
<p class="quiet">Each square is one fact on one surface, over everybody who was asked; the worst answer shows. Choose one to see both sides.</p>
<div class="map-bar" id="map-bar" hidden><div role="tablist" aria-label="Surface">${panels.map((one) => tab(one, chosen))}</div>
<div class="switches"><label><input type="checkbox" id="only-trouble"> Only rows with trouble</label><label><input type="checkbox" id="only-offered"> Only plans on offer</label></div></div>
${legend()}${panels.map((one) => panelMarkup(one, chosen))}
<dialog id="spot" aria-labelledby="spot-title"><div class="dialog-head"><h2 id="spot-title"></h2><button type="button" class="plain" id="spot-close">Close</button></div><div id="spot-body"></div></dialog></section>`;
  return { html, details: panels.map((one) => detailsOf(one, allFindings(report))) };
}

/** What is waived or known is wrong all the same. */
function allFindings({ findings, waivers, known = [] }: Report): Finding[] {
  return [...findings, ...waivers.map((one) => one.finding), ...known];
}

function surfacesOf({ coverage, cells }: Report): string[] {
  const seen = new Set(cells.map((one) => one.about.surface));
  return [...new Set([...coverage.map((one) => one.surface), ...seen])].filter((surface) => seen.has(surface));
}

function panelOf(map: PlanMap, at: number): Panel {
  const columns = map.groups.flatMap((group) =>
    group.columns.map((column, order) => ({ ...column, group, first: order === 0 })),
  );
  return { map, at, columns };
}

function troubles({ rows }: PlanMap): number {
  return rows.flatMap((row) => [...row.spots.values()]).filter((spot) => TROUBLE.includes(spot.status)).length;
}

function tab({ map, at }: Panel, chosen: number): Markup {
  const count = troubles(map);
  const badge =
    count > 0 && markup` <span class="badge">${numberWords(count)}<span class="unseen"> with trouble</span></span>`;
  return markup`<button type="button" role="tab" id="tab-${at}" aria-controls="panel-${at}" aria-selected="${
    at === chosen ? 'true' : 'false'
  }">${map.surface}${badge}</button>`;
}

function legend(): Markup {
  const items = (Object.keys(labels.status) as CellStatus[]).map(
    (status) =>
      markup`<li><span class="mark status-${status}">${icon(status)}</span><b>${labels.status[status].title}</b> ${labels.status[status].means}</li>`,
  );
  return markup`<ul class="legend" aria-label="Legend">${items}</ul>`;
}

/** Only the chosen one is laid out from the start: a large map takes as long as all the rest of the page. */
function panelMarkup(panel: Panel, chosen: number): Markup {
  const { map, at, columns } = panel;
  const head = markup`<thead><tr><td rowspan="2" class="corner"></td>${map.groups.map(groupHead)}</tr><tr>${columns.map(columnHead)}</tr></thead>`;
  return markup`<div class="panel${at === chosen && ' chosen'}" id="panel-${at}"><h3 id="panel-title-${at}">${map.surface}</h3>
<div class="scroll" role="region" tabindex="0" aria-labelledby="panel-title-${at}"><table class="map${
    columns.length > WIDE && ' dense'
  }">${head}<tbody>${map.rows.map((row, order) => rowMarkup(row, order, panel))}</tbody></table></div></div>`;
}

function groupHead({ line, offered, columns }: ColumnGroup): Markup {
  return markup`<th scope="colgroup" colspan="${columns.length}" class="line${!offered && ' gone'}"><span>${line.replaceAll('_', ' ')}${
    !offered && markup`<small>not on offer</small>`
  }</span></th>`;
}

function columnHead({ name, group, first }: Panel['columns'][number]): Markup {
  return markup`<th scope="col" class="${spotClass(group, first)}"><span>${name}</span></th>`;
}

function spotClass({ offered }: ColumnGroup, first: boolean): string {
  return [first && 'first', !offered && 'gone'].filter(Boolean).join(' ');
}

function rowMarkup(row: Row, order: number, panel: Panel): Markup {
  const calm = [...row.spots.values()].every((spot) => !TROUBLE.includes(spot.status));
  const hidden = !row.advertised && markup`<small>not advertised</small>`;
  return markup`<tr${calm && markup` class="calm"`}><th scope="row">${row.name}${hidden}</th>${panel.columns.map(
    (column, at) => spotMarkup(row, column, `${panel.at}-${order}-${at}`),
  )}</tr>`;
}

function spotMarkup(row: Row, { version, name, group, first }: Panel['columns'][number], id: string): Markup {
  const spot = row.spots.get(version);
  const kind = spotClass(group, first);
  if (!spot) return markup`<td class="${kind}"><span class="unseen">not asked</span></td>`;
  return markup`<td class="${kind}"><button type="button" class="mark status-${spot.status}" data-spot="${id}" aria-label="${row.name}, ${name}: ${
    labels.status[spot.status].title
  }">${icon(spot.status)}</button></td>`;
}

function detailsOf({ map, at, columns }: Panel, findings: readonly Finding[]): Record<string, string> {
  const here = findings.filter((one) => one.about.surface === map.surface);
  const details: Record<string, string> = {};
  map.rows.forEach((row, order) => {
    const about = here.filter((one) => rowId(one.about.subject) === row.id);
    columns.forEach(({ version }, column) => {
      const spot = row.spots.get(version);
      if (spot)
        details[`${at}-${order}-${column}`] = spotDetail(
          spot.cells,
          about.filter((one) => concerns(one, version)),
        ).html;
    });
  });
  return details;
}

function concerns({ about }: Finding, version: string): boolean {
  return version === NO_PLAN ? about.versions.length === 0 : about.versions.includes(version);
}
