/** A finding goes in; its entry in the list comes out, as HTML and as what the filters ask about it. */
import type { Finding, Report } from '../../types.ts';
import { holderGroups, holderWords, shortList } from '../holder-words.ts';
import { labels } from '../labels.ts';
import { placeWords } from '../place-words.ts';
import { shownText } from '../shown-text.ts';
import { subjectWords } from '../subject-words.ts';
import { valueWords } from '../value-words.ts';
import { evidencePane } from './evidence-pane.ts';
import { icon } from './icons.ts';
import { type Markup, markup } from './markup.ts';
import { sides } from './sides.ts';

export interface FindingCard {
  surface: string;
  level: string;
  direction: string;
  /** Lower case; what the search looks through. */
  text: string;
  html: Markup;
}

/** `decided`: who lets it be, and until when. */
export function findingCard(finding: Finding, report: Report, decided?: string): FindingCard {
  const { level, direction, about } = finding;
  return {
    surface: shownText(about.surface),
    level,
    direction,
    text: searchText(finding, report),
    html: cardMarkup(finding, report, decided),
  };
}

/** Where a finding stands on the page. Two findings can share a key, never a fingerprint. */
export function findingId({ fingerprint }: Finding): string {
  return `finding-${fingerprint}`;
}

function cardMarkup(finding: Finding, report: Report, decided?: string): Markup {
  const { rule, level, direction, about, says, fix } = finding;
  return markup`<li class="finding level-${level}" id="${findingId(finding)}"><article>
<p class="tags"><span class="level">${icon(level)}${labels.level[level].one}</span><span class="way">${labels.direction[direction]}</span><span>in ${about.surface}</span></p>
<h3 tabindex="-1">${says}</h3>
${sides(finding.sides, { who: about.surface, words: labels.gap[direction] })}
<p class="fix"><strong>Fix</strong> <span>${fix}</span></p>
${decided !== undefined && markup`<p class="fix"><strong>Decided</strong> <span>${decided}</span></p>\n`}<dl class="facts"><div><dt>About</dt><dd>${subjectWords(about.subject, report)}</dd></div>${whoMarkup(finding, report)}<div><dt>Rule</dt><dd><code>${rule}</code></dd></div><div><dt>Key</dt><dd><code>${finding.key}</code></dd></div>${replayMarkup(finding)}</dl>
${evidencePane(report.evidence[finding.fingerprint])}</article></li>`;
}

function replayMarkup({ replay }: Finding): Markup | false {
  if (replay === undefined) return false;
  const copy = markup`<button type="button" class="copy" aria-label="Copy the command">${icon('copy')}</button>`;
  return markup`<div><dt>Look again</dt><dd><code>${replay}</code>${copy}</dd></div>`;
}

function whoMarkup({ about }: Finding, report: Report): Markup | false {
  if (about.holders?.length) {
    const groups = holderGroups(about.holders);
    const all =
      groups.length > 3 &&
      markup`<details><summary>Everyone</summary><ul>${groups.map((one) => markup`<li>${one}</li>`)}</ul></details>`;
    return markup`<div><dt>Holders</dt><dd>${holderWords(about.holders)}${all}</dd></div>`;
  }
  const names = about.versions.map((version) => report.plans.find((one) => one.version === version)?.name ?? version);
  return names.length > 0 && markup`<div><dt>Plans</dt><dd>${shortList(names, 6)}</dd></div>`;
}

function searchText({ rule, says, fix, key, fingerprint, about, sides: all }: Finding, report: Report): string {
  const holders = holderGroups(about.holders ?? []);
  const seen = all.flatMap((side) => [valueWords(side.value), ...side.at.map(placeWords)]);
  const subject = [about.surface, subjectWords(about.subject, report), about.subject.key];
  return shownText([says, rule, key, fingerprint, ...subject, fix, ...seen, ...about.versions, ...holders].join(' '))
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
