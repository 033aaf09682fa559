/** A report goes in; text for a terminal comes out: findings by surface, coverage, what was left out, the verdict. */
import type { Place } from '../../matrix/types.ts';
import type { Exclusion, Finding, Level, Report, Side } from '../types.ts';
import { coverageCell, coverageColumns } from './coverage-columns.ts';
import { type Headline, headlineOf } from './headline.ts';
import { holderWords, shortList } from './holder-words.ts';
import { labels } from './labels.ts';
import { oneWayWords, selectionWords } from './left-out-words.ts';
import { type Listed, listed, standingWords } from './listed.ts';
import { placeLine, placeWords } from './place-words.ts';
import { replayWords } from './replay-words.ts';
import { sideLabel } from './side-label.ts';
import { type Colour, columns, oneLine, type Paint, painter, wrap } from './terminal-text.ts';
import { valueWords } from './value-words.ts';
import { findingCount, verdictLine } from './verdict-line.ts';

interface Page {
  paint: Paint;
  width: number;
}

const MARKS: Record<Level, { mark: string; colour: Colour }> = {
  error: { mark: '✖', colour: 'red' },
  warning: { mark: '▲', colour: 'yellow' },
  note: { mark: '●', colour: 'cyan' },
};

const TONES: Record<Headline['tone'], Colour> = { good: 'green', bad: 'red', warn: 'yellow' };
const MOST_PLACES = 3;
const LABEL = 10;

/** Ends with a line feed after the verdict line. `width` is in columns, 100 unless told. */
export function terminalReport(
  report: Report,
  { color = false, width = 100 }: { color?: boolean; width?: number } = {},
): string {
  const page: Page = { paint: painter(color), width: Math.max(40, width) };
  const parts = [
    head(report, page),
    ...surfacesOf(report).map((surface) => surfacePart(report, surface, page)),
    waivedPart(report, page),
    knownPart(report, page),
    coveragePart(report, page),
    selectedPart(report, page),
    oneWayPart(report, page),
    excludedPart(report, page),
    reasonsPart(report, page),
    [page.paint(TONES[headlineOf(report).tone], page.paint('bold', oneLine(verdictLine(report))))],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

function head({ product, date, matrix }: Report, { paint }: Page): string[] {
  const words = oneLine(`${date} · ${matrix.path} · ${matrix.digest.slice(0, 19)}`);
  return [`${paint('bold', oneLine(product))} ${paint('dim', `· ${words}`)}`];
}

/** Surfaces with findings, in the order of the coverage table. */
function surfacesOf({ coverage, findings }: Report): string[] {
  const found = new Set(findings.map((one) => one.about.surface));
  return [...new Set([...coverage.map((one) => one.surface), ...found])].filter((surface) => found.has(surface));
}

function surfacePart({ findings }: Report, surface: string, page: Page): string[] {
  const here = findings.filter((one) => one.about.surface === surface);
  const title = `${page.paint('bold', oneLine(surface))} ${page.paint('dim', `— ${findingCount(here)}`)}`;
  return [title, ...here.flatMap((finding) => ['', ...findingLines(finding, page)])];
}

function findingLines(finding: Finding, page: Page): string[] {
  const { mark, colour } = MARKS[finding.level];
  const about = page.paint('dim', `${oneLine(finding.rule)} · ${labels.direction[finding.direction]}`);
  return [
    `  ${page.paint(colour, `${mark} ${finding.level}`)}  ${about}`,
    ...wrap(finding.says, page.width - 4).map((line) => `    ${page.paint('bold', line)}`),
    ...finding.sides.flatMap((side, at) => sideLines(side, at, page)),
    ...gapLines(finding, page),
    ...whoLines(finding, page),
    ...labelled('fix', finding.fix, page),
    ...labelled('key', finding.key, page),
    ...replayLine(finding, page),
  ];
}

function sideLines(side: Side, at: number, page: Page): string[] {
  return [
    ...labelled(sideLabel(side, at), `${valueWords(side.value)} (${side.who})`, page),
    ...placeLines(side.at).map((line) => `${' '.repeat(6 + LABEL)}${page.paint('cyan', line)}`),
  ];
}

/** One side is all there is: the other was not stated, or not seen. */
function gapLines({ direction, sides, about }: Finding, page: Page): string[] {
  const words = labels.gap[direction];
  return words && sides.length < 2 ? labelled('seen', `${words} (${about.surface})`, page) : [];
}

function placeLines(places: readonly Place[], lineOf = placeLine): string[] {
  const lines = places.map((place) => oneLine(lineOf(place)));
  if (lines.length <= MOST_PLACES + 1) return lines;
  return [...lines.slice(0, MOST_PLACES), `and ${lines.length - MOST_PLACES} more places`];
}

/** Never broken, so that it can be copied. */
function replayLine(finding: Finding, { paint }: Page): string[] {
  const words = replayWords(finding);
  return words ? [`      ${paint('dim', 'again'.padEnd(LABEL))}${words}`] : [];
}

function whoLines({ about }: Finding, page: Page): string[] {
  if (about.holders?.length) return labelled('holders', holderWords(about.holders, 1), page);
  return about.versions.length ? labelled('plans', shortList(about.versions, 4), page) : [];
}

function labelled(label: string, words: string, { paint, width }: Page): string[] {
  const indent = ' '.repeat(6 + LABEL);
  return wrap(words, width - indent.length).map((line, at) =>
    at === 0 ? `      ${paint('dim', label.padEnd(LABEL))}${line}` : `${indent}${line}`,
  );
}

/** In full, with who decided so. */
function waivedPart(report: Report, page: Page): string[] {
  const here = listed(report).filter((one) => one.standing === 'waived');
  const all = here.flatMap((one) => {
    const words = (standingWords(one) ?? '').replace(/^waived /, '');
    return ['', ...findingLines(one.finding, page), ...labelled('waived', words, page)];
  });
  return here.length ? [apartTitle('Waived', here, page), ...all] : [];
}

/** A line each: there may be many, and nobody came for them. */
function knownPart(report: Report, page: Page): string[] {
  const here = listed(report).filter((one) => one.standing === 'known');
  return here.length ? [apartTitle('Known to the baseline', here, page), ...here.map(knownLine)] : [];
}

function knownLine({ finding }: Listed): string {
  const { level, rule, key, sides } = finding;
  const words = sides.map(({ who, value, at }) => {
    const places = placeLines(at, placeWords);
    return `${valueWords(value)} (${who})${places.length ? ` at ${places.join(', ')}` : ''}`;
  });
  return oneLine(`${level} ${rule} ${key}: ${words.join('; ')}`).replace(/^/, '  ');
}

function apartTitle(title: string, here: readonly Listed[], { paint }: Page): string {
  return `${paint('bold', title)} ${paint('dim', `— ${findingCount(here.map((one) => one.finding))}`)}`;
}

function coveragePart({ coverage }: Report, { paint }: Page): string[] {
  if (coverage.length === 0) return [];
  const names = coverageColumns(coverage);
  const rows = coverage.map((one) => [oneLine(one.surface), ...names.map((name) => coverageCell(one, name))]);
  const [first, ...rest] = columns([['surface', ...names], ...rows]);
  const body = rest.map((line, at) => (coverage[at]!.unread > 0 ? paint('yellow', `  ${line}`) : `  ${line}`));
  return [paint('bold', 'Coverage'), paint('dim', `  ${first}`), ...body];
}

function selectedPart({ coverage }: Report, page: Page): string[] {
  return listPart(
    'Selected',
    coverage.flatMap((one) => selectionWords(one) ?? []),
    page,
  );
}

function oneWayPart({ one_way = [] }: Report, page: Page): string[] {
  return listPart('Asked one way only', one_way.map(oneWayWords), page);
}

function listPart(title: string, lines: readonly string[], { paint, width }: Page): string[] {
  if (!lines.length) return [];
  return [paint('bold', title), ...lines.flatMap((words) => wrap(words, width - 2).map((line) => `  ${line}`))];
}

function excludedPart({ excluded }: Report, page: Page): string[] {
  if (excluded.length === 0) return [];
  return [page.paint('bold', 'Left out on purpose'), ...excluded.flatMap((one) => exclusionLines(one, page))];
}

function exclusionLines({ surface, what, count, reason, owner }: Exclusion, { paint, width }: Page): string[] {
  return [
    ...wrap(`${surface}: ${what}${count ? ` (${count})` : ''}`, width - 2).map((line) => `  ${line}`),
    ...wrap(`${reason} — ${owner}`, width - 4).map((line) => `    ${paint('dim', line)}`),
  ];
}

function reasonsPart(report: Report, { width }: Page): string[] {
  return headlineOf(report).reasons.flatMap((reason) => wrap(reason, width));
}
