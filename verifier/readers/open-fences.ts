/** A Markdown text goes in; the same with fences blanked that somebody forgot to close, every character in its place, comes out. */

const FENCE = /^ {0,3}(`{3,})[ \t]*([^\s`]*)[^`]*$/;
/** Languages in which a line cannot begin with several hashes and a blank. */
const NO_HASHES = /^(?:jsonc?|json5|html?|xml|http|css|[jt]sx?|javascript|typescript|go|sql|graphql|java|c|cpp)$/i;
const HEADING = /^#{2,6} \S/;

/**
 * A heading in a block of JSON, or a fence with a language inside another, shows that the first was never closed: what
 * follows is the page, and a person reads it.
 */
export function withoutOpenFences(text: string): string {
  if (!text.includes('```')) return text;
  const lines = text.split('\n');
  let open: { line: number; ticks: number; language: string } | undefined;
  let changed = false;
  lines.forEach((line, at) => {
    const fence = FENCE.exec(line.replace(/\r$/, ''));
    if (!open) {
      if (fence) open = { line: at, ticks: fence[1]!.length, language: fence[2]! };
      return;
    }
    const closes = fence && !fence[2] && fence[1]!.length >= open.ticks;
    const forgotten = NO_HASHES.test(open.language) && HEADING.test(line) && !lines[at - 1]!.trim();
    if (closes) open = undefined;
    else if (forgotten) {
      lines[open.line] = lines[open.line]!.replace(/[^\s]/g, ' ');
      changed = true;
      open = undefined;
    }
  });
  return changed ? lines.join('\n') : text;
}
