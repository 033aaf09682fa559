/** A report goes in; one canonical JSON text comes out: names sorted, two spaces, a line feed at the end. */
import type { Report } from '../types.ts';

/** What a terminal or an editor would obey instead of show; JSON itself escapes only what is below a space. */
const OBEYED = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** Same report, same bytes. Follows `report.schema.json`; what is `undefined` is left out. */
export function jsonReport(report: Report): string {
  const json = JSON.stringify(report, sortNames, 2);
  return `${json.replace(OBEYED, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

function sortNames(_name: string, data: unknown): unknown {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
}
