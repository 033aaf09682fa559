/** A report goes in; the verdict, its reasons and the numbers that matter come out. */
import type { Report } from '../../types.ts';
import { countWords } from '../count-words.ts';
import { headlineOf } from '../headline.ts';
import { findingCount, lookedAt } from '../verdict-line.ts';
import { icon } from './icons.ts';
import { type Markup, markup } from './markup.ts';

/** Of the digest: enough to tell two apart; the whole stands with the facts of the run. */
const DIGEST = 19;

export function headSection(report: Report): Markup {
  const { product, date, matrix, findings, coverage } = report;
  const { verdict, title, says, tone, reasons } = headlineOf(report);
  const unread = coverage.reduce((sum, one) => sum + one.unread, 0);
  return markup`<header><p class="brand">Planproof <span>report on ${product}</span></p>
<div class="verdict tone-${tone}">${icon(verdict)}<div><h1>${title}</h1><p>${says}</p>${
    reasons.length > 0 && markup`<ul>${reasons.map((one) => markup`<li>${one}</li>`)}</ul>`
  }</div></div>
<dl class="figures"><div><dt>Found</dt><dd>${findingCount(findings)}</dd></div><div><dt>Looked at</dt><dd>${lookedAt(report)}${
    unread > 0 && `, ${countWords(unread, 'question')} unread`
  }</dd></div><div><dt>Judged on</dt><dd><time datetime="${date}">${date}</time></dd></div><div><dt>Matrix</dt><dd><code>${
    matrix.path
  }</code><br><code class="digest">${matrix.digest.slice(0, DIGEST)}…</code></dd></div></dl></header>`;
}
