/** YAML goes in; where it is nothing but lines of a name and plain words, the same nodes that its parser gives come out. */
import { Pair, Scalar, YAMLMap } from 'yaml';

/** As most front matter is written; words that could be read as anything but themselves are left to the parser. */
const LINE = /^([A-Za-z_][\w-]*): ([A-Za-z](?:[\w ,.;()&/'’-]*[\w.)'’-])?)$/;
const OTHER = /^(?:true|false|null|nan|inf)$/i;
const MOST_LINES = 50;

/** A parser is a hundred times as slow over two lines, and every page has them. */
export function plainMap(text: string): YAMLMap | undefined {
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) return undefined;
  const map = new YAMLMap();
  let at = 0;
  for (const line of lines) {
    const [, key, words] = LINE.exec(line) ?? [];
    if (key === undefined || words === undefined || OTHER.test(key) || OTHER.test(words)) return undefined;
    const value = new Scalar(words);
    const from = at + key.length + 2;
    value.type = 'PLAIN';
    value.range = [from, at + line.length, at + line.length];
    map.items.push(new Pair(new Scalar(key), value));
    at += line.length + 1;
  }
  return map;
}
