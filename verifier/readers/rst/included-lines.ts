/** An included file and the options of its directive go in; the lines that the page shows come out. */
import { type Line, linesOf } from '../lines/line.ts';

/** `option` gives what stands behind `:name:`. Words that a part shall begin or end at and that are not there leave nothing. */
export function includedLines(text: string, option: (name: string) => string | undefined): Line[] {
  const [after, before] = [option('start-after'), option('end-before')];
  const start = after ? text.indexOf(after) : 0;
  const from = start < 0 ? text.length : start + (after?.length ?? 0);
  const end = before ? text.indexOf(before, from) : text.length;
  const [first, last] = [lineNumber(option('start-line')), lineNumber(option('end-line'))];
  return linesOf(text)
    .slice(first, last)
    .filter((line) => line.from >= (from && lineAfter(text, from)) && line.from + line.written.length <= end);
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length + 1 : end + 1;
}

function lineNumber(words: string | undefined): number | undefined {
  return words !== undefined && /^-?\d+$/.test(words) ? Number(words) : undefined;
}
