/** A caption, columns and rows enter; an accessible table leaves, whose name is the caption. */

import { html } from 'hono/html';
import type { Column } from '../records/lists.ts';
import type { Markup } from './markup.ts';

type Cell = string | number | Date | Markup | undefined;

export interface DataTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly empty?: string;
  /** The event after which there is more to show. */
  readonly live?: string | undefined;
}

export function dataTable({ caption, columns, rows, empty = 'Nothing here yet.', live }: DataTable): Markup {
  return html`<div class="sheet"${live ? html` data-live="${live}"` : ''}>
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.length === 0 ? html`<tr><td colspan="${columns.length}">${empty}</td></tr>` : ''}
        ${rows.map((row) => tableRow(columns, row))}
      </tbody>
    </table>
  </div>`;
}

/** On a phone every row is a card; `data-label` names the cell there. */
function tableRow(columns: readonly Column[], row: Readonly<Record<string, Cell>>): Markup {
  const cells = columns.map((column, index) => {
    const text = cellText(column, row[column.field]);
    return index === 0
      ? html`<th scope="row">${text}</th>`
      : html`<td data-label="${column.label}"><span>${text}</span></td>`;
  });
  return html`<tr>
    ${cells}
  </tr>`;
}

function cellText(column: Column, value: Cell): Cell {
  if (value instanceof Date) return moment(value, column.shows === 'day');
  return column.unit === undefined ? value : `${String(value)} ${column.unit}`;
}

/** `21 Nov 2025, 10:34` in UTC, with the machine's form beside it. */
function moment(value: Date, dayOnly: boolean): Markup {
  const day = value.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const time = dayOnly ? '' : `, ${value.toISOString().slice(11, 16)} UTC`;
  return html`<time datetime="${value.toISOString()}">${day}${time}</time>`;
}
