/** Words that were cut from a page go in; the same words come out, which no longer hold on to all of it. */
export function detached(words: string): string {
  return JSON.parse(JSON.stringify(words)) as string;
}
