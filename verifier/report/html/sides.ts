/** The sides of a fact go in; what was expected and what was seen comes out, one beside the other. */
import type { Place } from '../../../matrix/types.ts';
import type { Side } from '../../types.ts';
import { countWords } from '../count-words.ts';
import { placeWords } from '../place-words.ts';
import { type SideLabel, sideLabel } from '../side-label.ts';
import { valueWords } from '../value-words.ts';
import { icon } from './icons.ts';
import { type Markup, markup } from './markup.ts';

const MOST_PLACES = 3;

/** `gap` stands in for what was seen, when one side is all there is. */
export function sides(all: readonly Side[], gap?: { who: string; words?: string }): Markup {
  const missing =
    all.length < 2 &&
    gap?.words &&
    markup`<div class="side gap"><dt>${HEADS.seen} <span class="who">${gap.who}</span></dt><dd>${gap.words}</dd></div>`;
  return markup`<dl class="sides">${all.map((side, at) => sideBlock(side, at))}${missing}</dl>`;
}

const HEADS: Record<SideLabel, string> = { expected: 'Expected', stated: 'Stated', seen: 'Seen' };

function sideBlock(side: Side, index: number): Markup {
  const { who, value, at } = side;
  return markup`<div class="side"><dt>${HEADS[sideLabel(side, index)]} <span class="who">${who}</span></dt><dd><span class="value">${valueWords(
    value,
  )}</span>${places(at)}</dd></div>`;
}

function places(all: readonly Place[]): Markup | false {
  if (all.length === 0) return false;
  if (all.length <= MOST_PLACES + 1) return placeList(all);
  const rest = all.slice(MOST_PLACES);
  return markup`${placeList(all.slice(0, MOST_PLACES))}<details><summary>${countWords(
    rest.length,
    'more place',
  )}</summary>${placeList(rest)}</details>`;
}

function placeList(all: readonly Place[]): Markup {
  return markup`<ul class="places">${all.map(placeItem)}</ul>`;
}

function placeItem(place: Place): Markup {
  const words = placeWords(place);
  const quote = place.kind !== 'call' && place.words && markup` <q>${place.words}</q>`;
  const copy = markup`<button type="button" class="copy" aria-label="Copy ${words}">${icon('copy')}</button>`;
  return markup`<li><code>${words}</code>${copy}${quote}</li>`;
}
