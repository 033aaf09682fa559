/** A report goes in; Markdown for the summary of a CI job comes out, cut between findings where it would be too long. */
import type { Level, Report } from '../types.ts';
import { countWords, numberWords } from './count-words.ts';
import { coverageCell, coverageColumns } from './coverage-columns.ts';
import { MOST_PLACES, sidesOf } from './finding-lines.ts';
import type { FormatOptions } from './format.ts';
import { type Headline, headlineOf } from './headline.ts';
import { exclusionWords, oneWayWords, selectionWords } from './left-out-words.ts';
import { type Listed, listed, standingWords } from './listed.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { replayWords } from './replay-words.ts';
import { verdictLine } from './verdict-line.ts';

/** What GitHub takes of one step; a longer summary is not shown at all. */
const MOST_BYTES = 1024 * 1024;
/** For the sentence that says what was left out. */
const RESERVED = 512;

const TONES: Record<Headline['tone'], string> = { good: '✅', bad: '❌', warn: '⚠️' };
const LEVELS: Record<Level, string> = { error: '❌', warning: '⚠️', note: 'ℹ️' };

/** A part that is shown whole or not at all; `finding` where it is one. */
interface Block {
  text: string;
  finding?: true;
}

export function summaryReport(report: Report, { bytes = MOST_BYTES }: FormatOptions = {}): string {
  const blocks = [
    headBlock(report),
    coverageBlock(report),
    ...findingBlocks(report),
    ...listBlocks(
      'Selected',
      report.coverage.flatMap((one) => selectionWords(one) ?? []),
    ),
    ...listBlocks('Asked one way only', (report.one_way ?? []).map(oneWayWords)),
    ...excludedBlocks(report),
  ];
  const { shown, left } = cut(blocks, Math.min(bytes, MOST_BYTES) - RESERVED);
  const findings = left.filter((one) => one.finding).length;
  const others = left.length - findings;
  const words = [
    ...(findings ? [countWords(findings, 'more finding')] : []),
    ...(others ? [countWords(others, 'more part')] : []),
  ].join(' and ');
  const more = words
    ? `\n**${words} would make this summary too long.** The JSON, SARIF and JUnit formats and the log of this step hold all of them.\n`
    : '';
  return shown.map((one) => one.text).join('') + more;
}

function cut(blocks: readonly Block[], most: number): { shown: Block[]; left: Block[] } {
  let used = 0;
  let at = 0;
  for (; at < blocks.length; at++) {
    used += Buffer.byteLength(blocks[at]!.text);
    if (used > most) break;
  }
  return { shown: blocks.slice(0, at), left: blocks.slice(at) };
}

function headBlock(report: Report): Block {
  const { product, date } = report;
  const { tone, reasons } = headlineOf(report);
  const head = `## ${TONES[tone]} ${markdownText(verdictLine(report))}`;
  const facts = `${markdownText(product)} · judged on ${markdownText(date)} · ${markdownCode(report.matrix.path)}`;
  return { text: `${[head, '', facts, '', ...reasons.map((one) => `- ${markdownText(one)}`)].join('\n')}\n` };
}

function coverageBlock({ coverage }: Report): Block {
  const names = coverageColumns(coverage);
  const rows = coverage.map((one) => [markdownText(one.surface), ...names.map((name) => coverageCell(one, name))]);
  const lines = [['surface', ...names], ['---', ...names.map(() => '--:')], ...rows];
  return { text: coverage.length ? `\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n` : '' };
}

function listBlocks(title: string, all: readonly string[]): Block[] {
  if (!all.length) return [];
  return [{ text: `\n### ${title}\n\n` }, ...all.map((words) => ({ text: `- ${markdownText(words)}\n` }))];
}

function findingBlocks(report: Report): Block[] {
  const all = listed(report);
  const sections: [Listed['standing'], string][] = [
    ['open', 'Findings'],
    ['waived', 'Waived'],
    ['known', 'Known to the baseline'],
  ];
  return sections.flatMap(([standing, title]) => {
    const here = all.filter((one) => one.standing === standing);
    if (!here.length) return [];
    return [{ text: `\n### ${title} (${numberWords(here.length)})\n\n` }, ...here.map(findingBlock)];
  });
}

function findingBlock(one: Listed): Block {
  const { finding } = one;
  const standing = standingWords(one);
  const again = replayWords(finding);
  const lines = [
    `- ${LEVELS[finding.level]} **${finding.level} ${markdownText(finding.rule)}** · ${markdownText(finding.about.surface)}: ${markdownText(finding.says)}`,
    ...sidesOf(finding).map(({ label, words, at }) => {
      const places = at.map((place, index) => (index < MOST_PLACES ? markdownCode(place) : markdownText(place)));
      return `  - ${label}: ${markdownText(words)}${places.length ? ` at ${places.join(', ')}` : ''}`;
    }),
    `  - fix: ${markdownText(finding.fix)}`,
    ...(standing ? [`  - ${markdownText(standing)}`] : []),
    ...(again ? [`  - again: ${markdownCode(again)}`] : []),
    `  - key: ${markdownCode(finding.key)}`,
  ];
  return { text: `${lines.join('\n')}\n`, finding: true };
}

function excludedBlocks({ excluded }: Report): Block[] {
  return listBlocks('Left out on purpose', excluded.map(exclusionWords));
}
