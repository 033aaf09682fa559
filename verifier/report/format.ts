/** What a format is: a report and how it is shown go in, text comes out. */
import type { Report } from '../types.ts';

export interface FormatOptions {
  /** Colours for a terminal. */
  color?: boolean;
  /** Where the workspace stands in its repository, such as `packages/billing/`; empty at its root. */
  prefix?: string;
  /** Which command looked: two runs over one repository are kept apart by it. */
  command?: 'check' | 'audit';
  /** What a rule is about and how to mend what it finds, as Markdown, where somebody wrote a page about it. */
  pageOf?: (rule: string) => string | undefined;
  /** The most bytes that may be written, where the reader sets a limit that something counts against already. */
  bytes?: number;
  /** Pictures that evidence shows, by their path beside the report. */
  pictures?: ReadonlyMap<string, Uint8Array>;
}

/** Same report and options, same bytes. Throws nothing. */
export type Format = (report: Report, options: FormatOptions) => string;
