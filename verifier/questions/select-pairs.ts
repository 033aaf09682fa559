/** Rows of values go in; few of them in which every pair of values that occurs in one row still does come out. */

/** One value for each factor, in the same order in every row. */
export type Row = readonly string[];

/**
 * Greedy, the same for the same rows: always the row that covers most pairs not covered so far, the first of equal ones.
 * What a row covers only gets less, so rows wait in line by what they covered when last asked, and few are asked twice.
 * Gives indices of rows, ascending.
 */
export function selectPairs(rows: readonly Row[]): number[] {
  const ids = new Map<string, number>();
  const pairs = rows.map((row) => pairsOf(row, ids));
  const covered = new Uint8Array(ids.size);
  const gain = (at: number) => pairs[at]!.reduce((sum, pair) => sum + (covered[pair] ? 0 : 1), 0);
  const most = pairs[0]?.length ?? 0;
  const lines: number[][] = Array.from({ length: most + 1 }, () => []);
  lines[most] = rows.map((_, at) => at);
  const chosen: number[] = [];
  for (let level = most; level > 0; level--) {
    // A row that fell to a lower level waits there in its own order, so that ties go to the first.
    for (const at of lines[level]!.toSorted((a, b) => a - b)) {
      const now = gain(at);
      if (now < level) lines[now]!.push(at);
      else {
        chosen.push(at);
        for (const pair of pairs[at]!) covered[pair] = 1;
      }
    }
  }
  return chosen.sort((a, b) => a - b);
}

/** A number for each pair of two factors' values; the same pair has the same number. */
function pairsOf(row: Row, ids: Map<string, number>): number[] {
  const out: number[] = [];
  for (let a = 0; a < row.length; a++)
    for (let b = a + 1; b < row.length; b++) {
      const id = JSON.stringify([a, row[a], b, row[b]]);
      const known = ids.get(id) ?? ids.size;
      ids.set(id, known);
      out.push(known);
    }
  return out;
}
