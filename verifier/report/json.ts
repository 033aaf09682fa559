/** A report goes in; one canonical JSON text comes out: names sorted, two spaces, a line feed at the end. */
import type { Report } from '../types.ts';

/** Same report, same bytes. Follows `report.schema.json`; what is `undefined` is left out. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, sortNames, 2)}\n`;
}

function sortNames(_name: string, data: unknown): unknown {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
}
