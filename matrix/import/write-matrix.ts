/** An imported matrix goes in; its file comes out: what was left out and how it was read as a head, then one line a fact. */
import { parse, stringify } from 'yaml';
import { flowText } from '../edit/flow-text.ts';
import { PAGE_HABITS } from '../edit/habits.ts';
import { plainData } from '../edit/plain-data.ts';
import type { Imported } from './imported.ts';

const WIDTH = 110;

/** `head` stands above as comments, a paragraph each. */
export function writeMatrix({ raw, keys }: Pick<Imported, 'raw' | 'keys'>, head: readonly string[]): string {
  const comments = head.map((paragraph) => wrapped(paragraph).map((line) => `# ${line}`.trimEnd()));
  const sections = Object.entries(raw).map(([name, value]) => entry({ keys, path: name }, name, value, 0));
  const spaced = sections.map((lines, i) => (i && typeof Object.values(raw)[i] === 'object' ? ['', ...lines] : lines));
  return `${[...comments.flat(), ...spaced.flat()].join('\n')}\n`;
}

interface At {
  keys: Imported['keys'];
  /** Names of the way here, with dots. */
  path: string;
}

/** Sections, and the parts of a plan or add-on, stand in lines of their own; what is small stands in one line. */
function entry(at: At, name: string, value: unknown, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const label = `${indent}${inline(name)}:`;
  const original = at.keys.get(at.path);
  const comment = original === undefined ? '' : ` # ${oneLine(original)}`;
  const line = `${label} ${inline(value)}`;
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const isPart = isMap && (depth === 0 || /^(?:plans|addons)\.[^.]+$/.test(at.path)) && Object.keys(value).length > 0;
  const isText = typeof value === 'string' && value.includes('\n');
  if (!isPart && !isText && line.length <= WIDTH) return [line + comment];
  if (Array.isArray(value)) return [`${label}${comment}`, ...listed(value, `${indent}  `)];
  if (!isMap) return folded(name, value, indent);
  const below = Object.entries(value).flatMap(([key, one]) =>
    entry({ ...at, path: `${at.path}.${key}` }, key, one, depth + 1),
  );
  return [`${label}${comment}`, ...below];
}

/** Long text over several lines, as the library writes it; where that does not read back as it was, in one line. */
function folded(name: string, value: unknown, indent: string): string[] {
  const text = stringify({ [name]: value }, { lineWidth: WIDTH - indent.length });
  const lines = text.replace(/\n$/, '').split('\n');
  const inside = lines.map((line) => (line ? indent + line : line));
  const back: Record<string, unknown> | undefined = parse(
    ['parent:', ...inside.map((line) => `  ${line}`), ''].join('\n'),
  ).parent;
  // Blank lines at the end of a block belong to it or not by what follows.
  const isWhole = back?.[name] === value && !/^\s|\s$/.test(String(value));
  return isWhole ? inside : [`${indent}${inline(name)}: ${inline(value)}`];
}

/** Words fill their lines; maps stand in a line each. */
function listed(list: readonly unknown[], indent: string): string[] {
  if (list.some((one) => typeof one === 'object')) return list.map((one) => `${indent}- ${inline(one)}`);
  const lines: string[] = [];
  let line = `${indent}[`;
  list.forEach((one, i) => {
    const word = inline(one) + (i < list.length - 1 ? ',' : ']');
    if (!/[[ ]$/.test(line) && line.length + word.length >= WIDTH) {
      lines.push(line);
      line = `${indent} ${word}`;
    } else line += /[[ ]$/.test(line) ? word : ` ${word}`;
  });
  return [...lines, line];
}

function inline(value: unknown): string {
  return flowText(plainData(value), PAGE_HABITS);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '?');
}

/** Lines of at most `WIDTH`; those after the first are indented. */
function wrapped(paragraph: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(paragraph).split(' ')) {
    if (line && line.length + word.length + 3 > WIDTH) {
      lines.push(line);
      line = `  ${word}`;
    } else line += line ? ` ${word}` : word;
  }
  return [...lines, line];
}
