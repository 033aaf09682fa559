/** The text of a list of claims judged by hand goes in; its rows, each with the facts that it speaks of, come out. */
import { parse } from 'yaml';

export interface ClaimRow {
  id: number;
  file: string;
  line: number;
  subject: string;
  claimed: string;
  verdict: string;
  /** Where a list says so: whether a matrix can judge the row. */
  expressible?: string;
  note?: string;
}

export interface ClaimList {
  rows: ClaimRow[];
  /** Rows that count: all, or where any says `expressible`, those that say `yes`. */
  counts(row: ClaimRow): boolean;
}

export function readClaimList(text: string): ClaimList {
  const { claims } = parse(text) as { claims: (Omit<ClaimRow, 'expressible'> & { expressible?: string | boolean })[] };
  const rows = claims.map(({ expressible, ...row }): ClaimRow => {
    const yes = expressible === true ? 'yes' : expressible === false ? 'no' : expressible;
    return { ...row, ...(yes && { expressible: yes }) };
  });
  const marked = rows.some((row) => row.expressible !== undefined);
  return { rows, counts: (row) => !marked || row.expressible === 'yes' };
}

/** `a.{b,c}` as `a.b` and `a.c`. */
export function withoutBraces(subject: string): string[] {
  const match = /\{([^{}]*)\}/.exec(subject);
  if (!match) return [subject];
  const [before, after] = [subject.slice(0, match.index), subject.slice(match.index + match[0].length)];
  return match[1]!.split(',').flatMap((one) => withoutBraces(before + one.trim() + after));
}
