/** A report goes in; lines that GitHub Actions turns into annotations at the places come out, and the rest as plain lines. */
import type { FilePlace } from '../../matrix/types.ts';
import type { Report } from '../types.ts';
import { countWords } from './count-words.ts';
import { findingLines } from './finding-lines.ts';
import type { FormatOptions } from './format.ts';
import { headlineOf } from './headline.ts';
import { leftOutWords } from './left-out-words.ts';
import { type Listed, listed } from './listed.ts';
import { oneLine } from './terminal-text.ts';
import { verdictLine } from './verdict-line.ts';

type Command = 'error' | 'warning' | 'notice';

/** GitHub shows so many of each in a step, and says nothing of the others. */
const MOST = 10;

/** The most important become annotations; the others stand in the log, in full, below a heading that folds. */
export function githubReport(report: Report, { prefix = '' }: FormatOptions = {}): string {
  const { annotated, rest } = chosen(listed(report));
  const lines = annotated.map((one) => annotation(one, prefix));
  const more = rest.length ? [moreNotice(rest.length), ...logged(rest)] : [];
  return `${[...lines, ...more, ...whyLines(report), oneLine(verdictLine(report))].join('\n')}\n`;
}

/** Why it was decided so, and what was not asked, which is no finding: in the log alone. */
function whyLines(report: Report): string[] {
  return [...leftOutWords(report), ...headlineOf(report).reasons].map((words) => `- ${oneLine(words)}`);
}

function chosen(all: readonly Listed[]): { annotated: Listed[]; rest: Listed[] } {
  const pick = (most: number) => {
    const left: Record<Command, number> = { error: MOST, warning: MOST, notice: most };
    const fits = all.map((one) => left[commandOf(one)]-- > 0);
    return { annotated: all.filter((_, at) => fits[at]), rest: all.filter((_, at) => !fits[at]) };
  };
  const all10 = pick(MOST);
  // The notice that says how many more there are needs a place of its own.
  return all10.rest.length ? pick(MOST - 1) : all10;
}

function commandOf({ finding, standing }: Listed): Command {
  return standing !== 'open' || finding.level === 'note' ? 'notice' : finding.level;
}

function annotation(one: Listed, prefix: string): string {
  const { finding } = one;
  const state = one.standing === 'open' ? '' : ` (${finding.level}, ${one.standing})`;
  const at = fileOf(one);
  const place = at && [
    `file=${property(prefix + at.path)}`,
    `line=${at.line}`,
    `endLine=${at.line}`,
    `col=${at.column}`,
    `endColumn=${at.column + Math.max(1, at.length)}`,
  ];
  const properties = [...(place ?? []), `title=${property(oneLine(`${finding.rule}${state}`))}`];
  return `::${commandOf(one)} ${properties.join(',')}::${data(findingLines(one).join('\n'))}`;
}

/** Where it was seen, or else the line that says otherwise. */
function fileOf({ finding }: Listed): FilePlace | undefined {
  const places = finding.sides.toReversed().flatMap((side) => side.at);
  return places.find((place) => place.kind === 'file');
}

function moreNotice(n: number): string {
  return `::notice title=planproof::${data(`${countWords(n, 'more finding')}: GitHub shows ${MOST} of a kind. All of them stand in the log of this step.`)}`;
}

/** No line begins with what was crawled, so none is taken for a command. */
function logged(rest: readonly Listed[]): string[] {
  const lines = rest.flatMap((one) => {
    const { rule, level } = one.finding;
    const state = one.standing === 'open' ? level : `${level}, ${one.standing}`;
    const [says = '', ...more] = findingLines(one);
    return [`- ${oneLine(rule)} (${state}): ${says}`, ...more.map((line) => `  - ${line}`)];
  });
  return [`::group::${countWords(rest.length, 'more finding')}`, ...lines, '::endgroup::'];
}

/** What a command reads back as the same words. */
function data(words: string): string {
  return words.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(words: string): string {
  return data(words).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
