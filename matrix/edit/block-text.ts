/** Data and the look of its neighbours go in; YAML text for it, as the value of a key in a block, comes out. */
import type { Scalar } from 'yaml';
import { type Data, isList } from './data.ts';
import { brokenFlowText, flowText } from './flow-text.ts';
import type { Habits } from './habits.ts';
import { inBrackets, patternsIn, type YAMLCollection } from './look-around.ts';
import { scalarText } from './scalar-text.ts';

export interface Look {
  habits: Habits;
  /** Neighbours to look like, nearest first. */
  patterns: readonly YAMLCollection[];
  /** Keys from the root to the value: where nothing shows otherwise, sections and their entries are blocks. */
  depth: number;
  /** Spaces before the key. */
  indent: number;
  /** The quotes that stood around the value before. */
  quotes?: Scalar.Type;
}

export interface BlockText {
  /** What follows the key on its line. Where it is too long, `\n` breaks it. */
  inline: string;
  /** Whole lines below it. */
  below: string[];
}

const BLOCK_DEPTH = 2;

export function blockText(data: Data, look: Look, column: number): BlockText {
  const { habits, patterns, depth } = look;
  const indent = look.indent + habits.step;
  if (!isList(data) && !(data instanceof Map)) {
    const wording = { flow: false, singleQuotes: habits.singleQuotes, quotes: look.quotes };
    return { inline: scalarText(data, wording), below: [] };
  }
  const isEmpty = (isList(data) ? data.length : data.size) === 0;
  if (isEmpty || (inBrackets(patterns, data) ?? depth > BLOCK_DEPTH))
    return { inline: brokenFlowText(data, habits, { column, indent }), below: [] };
  if (isList(data)) {
    const dash = `${' '.repeat(look.indent + habits.listStep)}- `;
    return { inline: '', below: data.map((item) => dash + itemText(item, habits)) };
  }
  const below = [...data].flatMap(([key, value]) =>
    pairLines(key, value, { habits, indent, depth: depth + 1, patterns: patternsIn(patterns, key) }),
  );
  return { inline: '', below };
}

/** The lines of `key: value`; `look` is the look of the value. */
export function pairLines(key: string, value: Data, look: Look): string[] {
  const name = scalarText(key, { flow: false, singleQuotes: look.habits.singleQuotes });
  const start = `${' '.repeat(look.indent)}${name}:`;
  const { inline, below } = blockText(value, look, start.length + 1);
  return [...(inline ? `${start} ${inline}` : start).split('\n'), ...below];
}

/** An item of a list in a block. */
export function itemText(item: Data, habits: Habits): string {
  const isCollection = isList(item) || item instanceof Map;
  return isCollection ? flowText(item, habits) : scalarText(item, { flow: false, singleQuotes: habits.singleQuotes });
}
