/** An open page and places on it go in; a small picture around them, each outlined and nothing secret on it, comes out. */
import type { CDPSession } from 'playwright-core';
import type { Mask } from '../holders/mask.ts';
import type { OpenPage } from './open-page.ts';
import { HIDDEN, withoutSecrets } from './without-secrets.ts';

export interface Picture {
  /** JPEG. */
  bytes: Uint8Array;
  /** CSS pixels. */
  width: number;
  height: number;
}

/** The DOM number of an element, or words in the first element that a selector names. */
export type Marked = { dom: number } | { selector: string; words: string };

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const MARGIN = 48;
const LEAST = { width: 480, height: 200 };
const MOST = { width: 1200, height: 900 };
const QUALITY = 60;
const PICTURE_MS = 5_000;
/** What a visitor types here is nobody else's. */
const SECRET =
  'input[type=password], input[autocomplete*=password], input[autocomplete=one-time-code], input[autocomplete^=cc-], [data-secret]';

/**
 * Nothing where none of the places is there any more, or the page cannot be drawn; the reason where what `mask` knows could
 * not be kept out of it.
 */
export async function takePicture(
  open: OpenPage,
  places: readonly Marked[],
  mask?: Mask,
): Promise<Picture | { reason: string } | undefined> {
  try {
    const boxes: Box[] = [];
    for (const place of places) boxes.push(...(await markOne(open.cdp, place)));
    if (!boxes.length) return undefined;
    const clip = around(boxes, await sizeOf(open.cdp));
    const how = { type: 'jpeg', quality: QUALITY, scale: 'css', animations: 'disabled' } as const;
    const shot = await withoutSecrets(open.cdp, mask, () => {
      const painted = open.page.frames().map((frame) => frame.locator(`${SECRET}, [${HIDDEN}]`));
      return open.page.screenshot({ ...how, clip, mask: painted, fullPage: true, timeout: PICTURE_MS });
    });
    if ('reason' in shot) return shot;
    return { bytes: shot.taken, width: Math.round(clip.width), height: Math.round(clip.height) };
  } catch {
    return undefined;
  } finally {
    await evaluate(open.cdp, `document.querySelectorAll('[data-planproof-mark]').forEach((one) => one.remove())`).catch(
      () => {},
    );
  }
}

/** An outline in the top layer, so that it lies over dialogs too. */
const OUTLINE = `(box) => {
  if (!box || box.width < 1 || box.height < 1) return [];
  const mark = document.createElement('div');
  const [x, y, width, height] = [box.left + scrollX - 5, box.top + scrollY - 5, box.width + 10, box.height + 10];
  mark.dataset.planproofMark = '';
  mark.popover = 'manual';
  Object.assign(mark.style, { position: 'absolute', inset: 'auto', margin: '0', padding: '0', boxSizing: 'border-box',
    left: x + 'px', top: y + 'px', width: width + 'px', height: height + 'px', background: 'transparent',
    border: '3px solid #c8102e', borderRadius: '4px', pointerEvents: 'none', zIndex: '2147483647' });
  document.documentElement.append(mark);
  mark.showPopover();
  return [{ x, y, width, height }];
}`;

/** The box of words inside an element, however many elements they are spread over; of all of it where they are not found. */
const WORDS_IN = `(selector, words) => {
  let element;
  try { element = document.querySelector(selector); } catch {}
  element ??= document.body;
  const wanted = words.replace(/\\s+/g, ' ').trim().toLowerCase();
  const at = [];
  let text = '';
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    for (let n = 0; n < node.data.length; n += 1) {
      const space = /\\s/.test(node.data[n]);
      if (space && (text === '' || text.endsWith(' '))) continue;
      text += space ? ' ' : node.data[n].toLowerCase();
      at.push([node, n]);
    }
  const from = wanted ? text.indexOf(wanted) : -1;
  if (from < 0) return element === document.body ? undefined : element.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(...at[from]);
  const [last, n] = at[from + wanted.length - 1];
  range.setEnd(last, n + 1);
  return range.getBoundingClientRect();
}`;

async function markOne(cdp: CDPSession, place: Marked): Promise<Box[]> {
  if (!('dom' in place)) {
    const [selector, words] = [place.selector, place.words].map((one) => JSON.stringify(one));
    return (await evaluate(cdp, `(${OUTLINE})((${WORDS_IN})(${selector}, ${words}))`)) as Box[];
  }
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: place.dom });
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: `function () { return (${OUTLINE})((this.nodeType === 1 ? this : this.parentElement).getBoundingClientRect()); }`,
    returnByValue: true,
  });
  return (result.value ?? []) as Box[];
}

async function sizeOf(cdp: CDPSession): Promise<{ width: number; height: number }> {
  const size = `(({ scrollWidth, scrollHeight, clientHeight, clientWidth }) => ({ width: Math.max(scrollWidth, clientWidth), height: Math.max(scrollHeight, clientHeight) }))(document.documentElement)`;
  return (await evaluate(cdp, size)) as { width: number; height: number };
}

async function evaluate(cdp: CDPSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', { expression, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value;
}

/** Around all boxes; where that is too much, from the first one on. */
export function around(boxes: readonly Box[], page: { width: number; height: number }): Box {
  const span = (start: 'x' | 'y', length: 'width' | 'height') => {
    const from = Math.min(...boxes.map((box) => box[start])) - MARGIN;
    const to = Math.max(...boxes.map((box) => box[start] + box[length])) + MARGIN;
    const size = Math.min(Math.max(to - from, LEAST[length]), MOST[length], page[length]);
    const middle = from - Math.max(0, size - (to - from)) / 2;
    return { from: Math.max(0, Math.min(middle, page[length] - size)), size };
  };
  const [across, down] = [span('x', 'width'), span('y', 'height')];
  return { x: across.from, y: down.from, width: across.size, height: down.size };
}
