/** Data goes in; YAML in brackets, on one line or broken where the line would be too long, comes out. */
import type { Scalar } from 'yaml';
import { type Data, isList } from './data.ts';
import type { Habits } from './habits.ts';
import { scalarText } from './scalar-text.ts';

export function flowText(data: Data, habits: Habits, quotes?: Scalar.Type): string {
  if (isList(data)) return bracketed('[', data.map((one) => flowText(one, habits)).join(', '), ']', habits.listSpace);
  if (!(data instanceof Map)) return scalarText(data, { flow: true, singleQuotes: habits.singleQuotes, quotes });
  const pairs = [...data].map(([key, value]) => flowPair(key, value, habits));
  return bracketed('{', pairs.join(', '), '}', habits.mapSpace);
}

export function flowPair(key: string, value: Data, habits: Habits): string {
  return `${scalarText(key, { flow: true, singleQuotes: habits.singleQuotes })}: ${flowText(value, habits)}`;
}

function bracketed(open: string, inner: string, close: string, space: string): string {
  return inner ? open + space + inner + space + close : open + close;
}

type Brackets = [open: string, close: string, space: string];

export interface Margins {
  /** Characters before the text on its first line. */
  column: number;
  /** Spaces before every further line. */
  indent: number;
}

const WIDTH = 120;

/** A list or map whose line would be too long is broken with `\n` between its items; all else stays on one line. */
export function brokenFlowText(data: Data, habits: Habits, margins: Margins): string {
  if (isList(data))
    return broken(
      data.map((item) => flowText(item, habits)),
      ['[', ']', habits.listSpace],
      margins,
    );
  if (!(data instanceof Map)) return flowText(data, habits);
  return broken(
    [...data].map(([key, value]) => flowPair(key, value, habits)),
    ['{', '}', habits.mapSpace],
    margins,
  );
}

function broken(items: readonly string[], [open, close, space]: Brackets, { column, indent }: Margins): string {
  const whole = bracketed(open, items.join(', '), close, space);
  if (column + whole.length <= WIDTH) return whole;
  const lines: string[] = [];
  let line = `${' '.repeat(column)}${open}${space}${items[0]}`;
  for (const item of items.slice(1)) {
    if (`${line}, ${item},`.length <= WIDTH) line += `, ${item}`;
    else {
      lines.push(`${line},`);
      line = ' '.repeat(indent) + item;
    }
  }
  return [...lines, line + space + close].join('\n').slice(column);
}
