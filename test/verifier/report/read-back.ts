/** What a format printed goes in; the findings that a program or a person would read there come out, format by format. */
import { parseDocument } from 'htmlparser2';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { listed } from '../../../verifier/report/listed.ts';
import { placeWords } from '../../../verifier/report/place-words.ts';
import { oneLine } from '../../../verifier/report/terminal-text.ts';
import { valueWords } from '../../../verifier/report/value-words.ts';
import type { Report } from '../../../verifier/types.ts';

/** What every format has to hold of a finding. */
export interface Row {
  key: string;
  rule: string;
  level: string;
  standing: string;
  sides: { words: string; at: string[] }[];
}

/** Places of a side are a set: a format may list some of them elsewhere. */
export function sorted(rows: readonly Row[]): string[] {
  return rows
    .map((row) => JSON.stringify({ ...row, sides: row.sides.map((side) => ({ ...side, at: side.at.toSorted() })) }))
    .sort();
}

/** From the report itself. */
export function rowsOf(report: Report, lineOf = placeWords): Row[] {
  return listed(report).map(({ finding, standing }) => ({
    key: finding.key,
    rule: finding.rule,
    level: finding.level,
    standing,
    sides: finding.sides.map(({ who, value, at }) => ({
      words: oneLine(`${valueWords(value)} (${who})`),
      at: at.map((place) => oneLine(lineOf(place))),
    })),
  }));
}

interface SarifLocation {
  physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn: number } };
  logicalLocations?: { fullyQualifiedName: string }[];
  properties: { side?: number; standsIn?: true };
}

export function fromSarif(text: string): Row[] {
  const [run] = JSON.parse(text).runs;
  return run.results.map((result: Record<string, never>) => {
    const { partialFingerprints, level, ruleId, ruleIndex, properties } = result as never as {
      partialFingerprints: Record<string, string>;
      level: string;
      ruleId: string;
      ruleIndex: number;
      properties: { standing: string; sides: { who: string; says: string }[] };
    };
    if (run.tool.driver.rules[ruleIndex].id !== ruleId) throw new Error(`rule ${ruleIndex} is not ${ruleId}`);
    const { locations, relatedLocations = [] } = result as never as Record<string, SarifLocation[]>;
    const all = [...locations!, ...relatedLocations];
    return {
      key: partialFingerprints['planproofKey/v1'],
      rule: ruleId,
      level,
      standing: properties.standing,
      sides: properties.sides.map(({ who, says }, side) => ({
        words: `${says} (${who})`,
        at: all.filter((one) => one.properties.side === side).map(sarifPlace),
      })),
    };
  });
}

function sarifPlace({ physicalLocation, logicalLocations, properties }: SarifLocation): string {
  const [logical] = logicalLocations ?? [];
  if (properties.standsIn) return logical!.fullyQualifiedName;
  const { artifactLocation, region } = physicalLocation;
  return `${decodeURIComponent(artifactLocation.uri)}:${region.startLine}:${region.startColumn}`;
}

interface Node {
  name?: string;
  attribs?: Record<string, string>;
  children?: Node[];
  data?: string;
}

function elements(node: Node, name: string): Node[] {
  const here = node.name === name ? [node] : [];
  return [...here, ...(node.children ?? []).flatMap((child) => elements(child, name))];
}

function textOf(node: Node): string {
  return node.data ?? (node.children ?? []).map(textOf).join('');
}

export function fromJunit(text: string): Row[] {
  const document = parseDocument(text, { xmlMode: true, decodeEntities: true }) as Node;
  return elements(document, 'testcase').flatMap((one) => {
    const properties = Object.fromEntries(
      elements(one, 'property').map(({ attribs = {} }) => [attribs.name ?? '', attribs.value ?? '']),
    );
    if (!properties.key) return [];
    const [outcome] = ['failure', 'error', 'skipped'].filter((name) => elements(one, name).length);
    const body = ['failure', 'error', 'system-out'].flatMap((name) => elements(one, name)).map(textOf)[0]!;
    const { level = '', standing = '', rule = '', key } = properties;
    if ((outcome === 'skipped') !== (standing !== 'open')) throw new Error(`${outcome} is ${standing}`);
    return [{ key, rule, level, standing, sides: sidesIn(body.split('\n')) }];
  });
}

const SIDE = /^(?:expected|stated|seen): (.*)$/;

/** A line for each side, its places further in. The first line is the sentence, the last are fix, decision and key. */
function sidesIn(lines: readonly string[]): Row['sides'] {
  const sides: Row['sides'] = [];
  for (const line of lines.slice(1)) {
    const [, words] = SIDE.exec(line) ?? [];
    if (line.startsWith('fix: ')) break;
    if (words !== undefined) sides.push({ words, at: [] });
    else sides.at(-1)!.at.push(line.slice(2));
  }
  return sides;
}

function keyIn(lines: readonly string[]): string {
  return lines.at(-1)!.replace(/^key: /, '');
}

/** As the runner reads commands: only at the head of a line, with `%25`, `%0A`, `%3A` and `%2C` undone. */
export function fromGithub(text: string): Row[] {
  const plain = (words: string) =>
    words.replace(/%(3A|2C|0A|0D|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const lines = text.split('\n');
  const annotated = lines.flatMap((line) => {
    const [, command = '', properties = '', message = ''] = /^::(error|warning|notice) (.*?)::(.*)$/.exec(line) ?? [];
    const title = plain(/title=([^,]*)$/.exec(properties)?.[1] ?? '');
    if (!command || title === 'planproof') return [];
    const [, rule = '', state = ''] = /^(\S+)(?: \((.*)\))?$/.exec(title)!;
    const [level = '', standing = 'open'] = state ? state.split(', ') : [command === 'notice' ? 'note' : command];
    const told = plain(message).split('\n');
    return [{ key: keyIn(told), rule, level, standing, sides: sidesIn(told) }];
  });
  const from = lines.findIndex((line) => line.startsWith('::group::'));
  if (from < 0) return annotated;
  const logged: Row[] = [];
  let told: string[] = [];
  for (const line of lines.slice(from + 1, lines.indexOf('::endgroup::'))) {
    if (line.startsWith('- ')) told = [line];
    else told.push(line.slice(4));
    if (!line.startsWith('  - key: ')) continue;
    const [, rule = '', state = ''] = /^- (\S+) \((.*?)\): /.exec(told[0]!)!;
    const [level = '', standing = 'open'] = state.split(', ');
    logged.push({ key: keyIn(told), rule, level, standing, sides: sidesIn(told) });
  }
  return [...annotated, ...logged];
}

interface Mdast {
  type: string;
  value?: string;
  children?: Mdast[];
}

const STANDINGS: [RegExp, string][] = [
  [/^Findings/, 'open'],
  [/^Waived/, 'waived'],
  [/^Known/, 'known'],
];

/** Through a parser of Markdown: what is not a text, a code or the emphasis of the head would be markup that was not meant. */
export function fromSummary(text: string): Row[] {
  const { children } = unified().use(remarkParse).parse(text) as Mdast;
  const rows: Row[] = [];
  let standing = '';
  for (const node of children!) {
    if (node.type === 'heading') standing = STANDINGS.find(([title]) => title.test(mdText(node)))?.[1] ?? '';
    else if (node.type === 'list' && standing) rows.push(...node.children!.map((item) => rowIn(item, standing)));
  }
  return rows;
}

function rowIn(item: Mdast, standing: string): Row {
  const [head, list] = item.children!;
  const [level = '', rule = ''] = mdText(head!.children!.find((one) => one.type === 'strong')!).split(' ');
  const allowed = head!.children!.filter((one) => one.type !== 'text').map((one) => one.type);
  if (allowed.join() !== 'strong') throw new Error(`there is ${allowed.join()} in ${mdText(head!)}`);
  const told = list!.children!.map((one) => one.children![0]!);
  const sides = told.flatMap((one) => {
    const [, words] =
      SIDE.exec(mdText({ type: 'x', children: one.children!.filter((c) => c.type === 'text').slice(0, 1) })) ?? [];
    const at = one.children!.filter((child) => child.type === 'inlineCode').map((child) => child.value!);
    return words === undefined ? [] : [{ words: at.length ? words.replace(/ at $/, '') : words, at }];
  });
  return { key: mdText(told.at(-1)!).replace(/^key: /, ''), rule, level, standing, sides };
}

function mdText(node: Mdast): string {
  return node.value ?? (node.children ?? []).map(mdText).join('');
}

/** Of a terminal so wide that nothing is broken; what is known stands on a line each. */
export function fromTerminal(text: string): Row[] {
  const rows: Row[] = [];
  let standing = 'open';
  for (const line of text.split('\n')) {
    const [, level, rule] = /^ {2}[✖▲●] (\w+) {2}(\S+) · /.exec(line) ?? [];
    const [, label = '', words = ''] = /^ {6}(\S+) +(.*)$/.exec(line) ?? [];
    const row = rows.at(-1);
    if (line.startsWith('Waived — ')) standing = 'waived';
    if (line.startsWith('Known to the baseline — ')) standing = 'known';
    if (level && rule) rows.push({ key: '', rule, level, standing, sides: [] });
    else if (line.startsWith(' '.repeat(16)) && row && !row.key) row.sides.at(-1)!.at.push(line.trim());
    else if (/^(expected|stated|seen)$/.test(label)) row!.sides.push({ words, at: [] });
    else if (label === 'key') row!.key = words;
  }
  return rows;
}

/** What is on the page, and what its script adds. */
export function fromHtml(html: string): Row[] {
  const page = parseDocument(html) as Node;
  const later = elements(page, 'script')
    .filter((one) => one.attribs?.id?.startsWith('cards-'))
    .flatMap((one) => JSON.parse(textOf(one)) as string[]);
  const sections = elements(page, 'section');
  const decided = sections.find((one) => one.attribs?.id === 'decided');
  const open = sections.filter((one) => one.attribs?.id === 'findings').flatMap(cards);
  const added = later.flatMap((piece) => cards(parseDocument(piece) as Node));
  const standing = (card: Node) => (/Decided\s*waived until/.test(textOf(card)) ? 'waived' : 'known');
  return [
    ...[...open, ...added].map((card) => htmlRow(card, 'open')),
    ...(decided ? cards(decided) : []).map((card) => htmlRow(card, standing(card))),
  ];
}

function cards(node: Node): Node[] {
  return elements(node, 'li').filter((one) => one.attribs?.class?.startsWith('finding '));
}

function htmlRow(card: Node, standing: string): Row {
  const [, level = ''] = /level-(\w+)/.exec(card.attribs!.class!)!;
  const facts = elements(card, 'div').filter((one) => elements(one, 'dt').length === 1);
  const fact = (name: string) =>
    textOf(elements(facts.find((one) => textOf(elements(one, 'dt')[0]!) === name)!, 'dd')[0]!);
  const blocks = elements(card, 'div').filter((one) => one.attribs?.class === 'side');
  const sides = blocks.map((block) => {
    const who = textOf(elements(block, 'span').find((one) => one.attribs?.class === 'who')!);
    const value = textOf(elements(block, 'span').find((one) => one.attribs?.class === 'value')!);
    const at = elements(block, 'li').map((one) => oneLine(textOf(elements(one, 'code')[0]!)));
    return { words: oneLine(`${value} (${who})`), at };
  });
  return { key: fact('Key'), rule: fact('Rule'), level, standing, sides };
}
