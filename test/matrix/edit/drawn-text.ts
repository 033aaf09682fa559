/** Choices and what a matrix says go in; a text that says so, in a mix of the ways in which people write YAML, comes out. */
import type { Draws } from './draws.ts';
import type { Says, Spoken } from './spoken.ts';

/** Every choice of look is made where it is written, so that one file mixes them. */
export function drawnText({ one, chance, number }: Draws, says: Spoken): string {
  const feed = one('\n', '\r\n');
  const step = one(2, 3, 4);
  const listStep = one(0, step);
  const anchors = new Map<string, string>();
  let comments = 0;
  let marks = 0;

  const pad = (count: number) => ' '.repeat(count);
  const comment = () => `# ${++comments} ${one('has: [a]', "it's", '"', '}, ]', '- x: &y *z')}`;
  const aside = () => (chance(6) ? pad(one(1, 2)) + comment() : '');

  function scalar(word: string | boolean | null, inBrackets: boolean): string {
    if (typeof word !== 'string') return String(word);
    if (word.startsWith('number ')) return word.slice('number '.length);
    const plain = /^[A-Za-z/][\w /.]*$/.test(word) || (!inBrackets && /^[A-Za-z][\w ,']*$/.test(word));
    const quotes = plain ? one('', '', '', "'", '"') : one("'", '"');
    if (quotes === '"') return JSON.stringify(word);
    return quotes ? `'${word.replaceAll("'", "''")}'` : word;
  }

  function inBrackets(value: Says): string {
    if (value === null || typeof value !== 'object') return scalar(value, true);
    const [open, close] = bracketsOf(value);
    const space = one('', ' ');
    const items = itemsOf(value);
    if (!items.length) return open + space + close;
    return open + space + items.join(one(', ', ', ', ' , ', ',')) + (chance(8) ? ',' : '') + space + close;
  }

  function bracketsOf(value: Says[] | Spoken): [string, string] {
    return Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  }

  function itemsOf(value: Says[] | Spoken): string[] {
    if (Array.isArray(value)) return value.map(inBrackets);
    return Object.entries(value).map(([key, one]) => `${scalar(key, true)}: ${inBrackets(one)}`);
  }

  /** Over several lines: an item on each, or some on each, with comments between them. */
  function broken(value: Says[] | Spoken, indent: number): string[] {
    const [open, close] = bracketsOf(value);
    const items = itemsOf(value);
    const margin = pad(indent + one(1, 2));
    const own = chance(2);
    const lines = [open + (own ? aside() : '')];
    let fresh = own;
    for (const [index, item] of items.entries()) {
      const comma = index < items.length - 1 || chance(4) ? ',' : '';
      const end = aside();
      if (own && chance(8)) lines.push(margin + comment());
      if (fresh) lines.push(margin + item + comma + end);
      else lines[lines.length - 1] += (index ? ' ' : '') + item + comma;
      fresh = own || end !== '' || chance(3);
    }
    if (own || lines.at(-1)!.includes('#')) lines.push(pad(indent + 1) + close);
    else lines[lines.length - 1] += close;
    return lines;
  }

  /** `depth` is 1 for a section, 2 for an entry, 3 for a field. */
  function pair(key: string, value: Says, indent: number, depth: number): string[] {
    const name = `${pad(indent)}${scalar(key, false)}:`;
    if (value === null) return [(chance(2) ? name : `${name} ~`) + aside()];
    if (typeof value !== 'object') return [`${name} ${scalar(value, false)}${aside()}`];
    const stated = JSON.stringify(value);
    const known = anchors.get(stated);
    if (known && depth > 1 && chance(2)) return [`${name} *${known}${aside()}`];
    const marked = depth > 1 && chance(3) ? ` &a${++marks}` : '';
    const lines = collection(name + marked, value, indent, depth);
    if (marked) anchors.set(stated, marked.slice(2));
    return lines;
  }

  function collection(name: string, value: Says[] | Spoken, indent: number, depth: number): string[] {
    const size = Object.keys(value).length;
    const flat = size === 0 || (depth === 1 ? chance(12) : depth === 2 ? chance(4) : chance(2));
    if (!flat)
      return [name + aside(), ...(Array.isArray(value) ? list(value, indent) : block(value, indent + step, depth))];
    if (size === 0 || depth === 1 || !chance(3)) return [`${name} ${inBrackets(value)}${aside()}`];
    const [first, ...more] = broken(value, indent);
    const last = more.pop();
    return last === undefined ? [`${name} ${first}${aside()}`] : [`${name} ${first}`, ...more, last + aside()];
  }

  function list(value: Says[], indent: number): string[] {
    const dash = `${pad(indent + listStep)}-${pad(one(1, 1, 3))}`;
    return value.flatMap((item) => {
      const text = item === null || typeof item !== 'object' ? scalar(item, false) : inBrackets(item);
      return [...above(indent + listStep), dash + text + aside()];
    });
  }

  function above(indent: number): string[] {
    return [...(chance(8) ? [''] : []), ...(chance(8) ? [pad(indent) + comment()] : [])];
  }

  function block(value: Spoken, indent: number, depth: number): string[] {
    const apart = chance(3);
    const lines = Object.entries(value).flatMap(([key, one], index) => [
      ...(apart && index ? [''] : []),
      ...above(indent),
      ...pair(key, one, indent, depth + 1),
    ]);
    return chance(6) ? [...lines, pad(indent + number(2)) + comment()] : lines;
  }

  const head = chance(4) ? [comment(), ''] : chance(4) ? ['---'] : [];
  const lines = [...head, ...block(says, 0, 0)];
  return one('', '\uFEFF') + lines.join(feed) + one('', feed);
}
