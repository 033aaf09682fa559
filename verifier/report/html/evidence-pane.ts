/** What stands behind a finding goes in; the part of its card that shows it comes out. */
import type { Evidence } from '../../types.ts';
import { type Markup, markup } from './markup.ts';

export function evidencePane(evidence: readonly Evidence[] = []): Markup | false {
  return (
    evidence.length > 0 && markup`<details class="evidence"><summary>Evidence</summary>${evidence.map(piece)}</details>`
  );
}

function piece({ request, answer, picture }: Evidence): Markup {
  const told = [request, answer].filter((words) => words !== undefined);
  return markup`${told.map((words) => markup`<pre tabindex="0">${words}</pre>`)}${picture && pictureMarkup(picture, request)}`;
}

/** Held in this page under a fragment, or a file beside it. */
function pictureMarkup({ file, width, height }: NonNullable<Evidence['picture']>, of = 'the page'): Markup {
  if (!file.startsWith('#')) return markup`<p><a href="${file}">Picture of ${of}</a></p>`;
  return markup`<svg class="picture" role="img" aria-label="Picture of ${of}, the place outlined in red" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><use href="${file}"/></svg>`;
}
