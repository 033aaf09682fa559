/** What went wrong in a browser goes in; its first line, for a reason that is the same on every machine, comes out. */

const LONGEST = 160;

/** Without origins, whose ports differ from run to run, and without the full stop. */
export function errorWords(error: unknown): string {
  const [first = ''] = String((error as Error).message ?? error).split('\n');
  return first
    .replace(/https?:\/\/[^/\s"]+/g, '')
    .slice(0, LONGEST)
    .replace(/\.$/, '');
}
