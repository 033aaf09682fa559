/** The text of a document goes in; it comes out with words of YAML put in, taken out, doubled or indented anew. */
import { MARKS, NAMES, VALUES } from './odd-words.ts';
import type { Random } from './random.ts';

export function mutateText(random: Random, text: string): string {
  return random.pick(CHANGES)(random, text);
}

type Change = (random: Random, text: string) => string;

const CHANGES: readonly Change[] = [
  insert,
  insert,
  replaceWord,
  replaceWord,
  indent,
  swapLines,
  doubleLine,
  cut,
  breaks,
  repeat,
];

function insert(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(random.pick([MARKS, MARKS, VALUES, NAMES])) + text.slice(at);
}

function replaceWord(random: Random, text: string): string {
  const words = [...text.matchAll(/[\p{L}\p{N}_.%-]+/gu)];
  if (!words.length) return insert(random, text);
  const { 0: word, index } = random.pick(words);
  const other = random.often(20) ? random.pick(words)[0] : random.pick(random.pick([MARKS, VALUES, NAMES]));
  return text.slice(0, index) + other + text.slice(index + word.length);
}

function indent(random: Random, text: string): string {
  return changeLines(text, (lines) => {
    const at = random.below(lines.length);
    lines[at] = random.pick(['', ' ', '  ', '\t', '      ', ' \t']) + lines[at]!.trimStart();
  });
}

function swapLines(random: Random, text: string): string {
  return changeLines(text, (lines) => {
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    [lines[a], lines[b]] = [lines[b]!, lines[a]!];
  });
}

function doubleLine(random: Random, text: string): string {
  return changeLines(text, (lines) => {
    lines.splice(random.below(lines.length), 0, random.pick(lines));
  });
}

function cut(random: Random, text: string): string {
  const from = random.below(text.length + 1);
  return text.slice(0, from) + text.slice(from + 1 + random.below(random.often(30) ? text.length : 12));
}

function breaks(random: Random, text: string): string {
  const other = random.pick(['\r\n', '\r', '\n\n', '\n\r', '\u2028', '\n']);
  return random.often(50) ? text.replaceAll('\n', other) : text.replace(/\n(?=[^\n]*$)/, other);
}

const MOST = 4000;

/** Many of one mark: what is harmless once may be deep, long or slow in great number. */
function repeat(random: Random, text: string): string {
  const mark = random.pick(random.pick([MARKS, VALUES]));
  const at = random.below(text.length + 1);
  return text.slice(0, at) + mark.repeat(random.often(3) ? random.below(MOST) : random.below(20)) + text.slice(at);
}

function changeLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}
