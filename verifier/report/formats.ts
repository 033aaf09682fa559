/** Every format of a report by its name; each is loaded only when it is asked for. */
import type { Format } from './format.ts';

export const FORMATS = {
  terminal: async () => (await import('./terminal.ts')).terminalReport,
  json: async () => (await import('./json.ts')).jsonReport,
  html: async () => (await import('./html.ts')).htmlReport,
  sarif: async () => (await import('./sarif.ts')).sarifReport,
  junit: async () => (await import('./junit.ts')).junitReport,
  github: async () => (await import('./github.ts')).githubReport,
  summary: async () => (await import('./summary.ts')).summaryReport,
} as const satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof FORMATS;
