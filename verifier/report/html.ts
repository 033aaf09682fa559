/** A report goes in; one HTML file comes out that holds everything it needs and asks nobody for anything. */
import { createHash } from 'node:crypto';
import type { Report } from '../types.ts';
import type { FormatOptions } from './format.ts';
import { headlineOf } from './headline.ts';
import { coverageSection } from './html/coverage-section.ts';
import { dataBlock } from './html/data-block.ts';
import { decidedSection, hasDecided } from './html/decided-section.ts';
import type { FindingCard } from './html/finding-card.ts';
import { CHUNK, findingCards, findingsSection } from './html/findings-section.ts';
import { headSection } from './html/head-section.ts';
import { heldPictures } from './html/held-pictures.ts';
import { iconSprite } from './html/icons.ts';
import { mapSection } from './html/map-section.ts';
import { Markup, markup } from './html/markup.ts';
import { runSection } from './html/run-section.ts';
import { script } from './html/script.ts';
import { style } from './html/style.ts';
import { unseenSection } from './html/unseen-section.ts';

/** Only this page's own script and style run; both are named by their digests, so nothing crawled can. */
const POLICY = `default-src 'none'; script-src '${seal(script)}'; style-src '${seal(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;

/** Same report, same bytes. Works without JavaScript, apart from filters and what stands behind a square of the map. */
export function htmlReport(shown: Report, { pictures = new Map() }: Pick<FormatOptions, 'pictures'> = {}): string {
  const { report, held } = heldPictures(shown, pictures);
  const cards = findingCards(report);
  const map = mapSection(report);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${headlineOf(report).title}: Planproof report on ${report.product}, ${report.date}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${iconSprite()}${held}<a class="skip" href="#findings">Skip to the findings</a>
<main>${headSection(report)}
<nav aria-label="Sections"><a href="#coverage">Coverage</a><a href="#map">Plan by key</a><a href="#findings">Findings</a>${hasDecided(report) && markup`<a href="#decided">Decided</a>`}<a href="#unseen">Not seen</a><a href="#run">Run</a></nav>
${coverageSection(report)}
${map.html}
${findingsSection(cards)}${decidedSection(report)}
${unseenSection(report)}
${runSection(report)}
</main><p id="said" role="status"></p>
${dataBlock('data', { chunk: CHUNK, findings: cards.map(cardData) })}${laterCards(cards)}${map.details.map((spots, at) => dataBlock(`spots-${at}`, spots))}
<script>${new Markup(script)}</script>
</body>
</html>
`;
  return page.html;
}

/** All that filters and search ask about, so that the page opens without reading the rest. */
function cardData({ surface, level, direction, text }: FindingCard): string[] {
  return [surface, level, direction, text];
}

/** One block for each portion; the first stands in the page already. */
function laterCards(cards: readonly FindingCard[]): Markup[] {
  const portions = Math.ceil(cards.length / CHUNK);
  return Array.from({ length: Math.max(0, portions - 1) }, (_, n) => {
    const from = (n + 1) * CHUNK;
    return dataBlock(
      `cards-${n + 1}`,
      cards.slice(from, from + CHUNK).map((one) => one.html.html),
    );
  });
}

function seal(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
