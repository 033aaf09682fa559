/** A node of the accessibility tree goes in; why nobody sees or reaches it, although it is read out, comes out. */
import type { CDPSession } from 'playwright-core';
import type { AxNode } from './ax-tree.ts';

/** `hidden`: transparent, clipped or off screen. `covered`: something else lies over all of it. */
export type Unseen = 'covered' | 'hidden' | 'blurred';

/** What a control's own box hides is often drawn by something else, or shown to whoever points there. */
const POINTED_AT = new Set(['button', 'link', 'menuitem']);

/** Nothing where it is seen, or is meant to be heard only. */
export async function howUnseen(cdp: CDPSession, { dom, role }: AxNode): Promise<Unseen | undefined> {
  if (dom === undefined) return undefined;
  try {
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: dom });
    if (!object.objectId) return undefined;
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: UNSEEN,
      returnByValue: true,
      awaitPromise: true,
    });
    const seen = result.value as { is?: Unseen; x: number; y: number };
    // The next look tells whether that shows it.
    if (seen.is === 'hidden' && POINTED_AT.has(role))
      await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: seen.x, y: seen.y });
    return seen.is;
  } catch {
    // It is gone already: the next look will say.
    return undefined;
  }
}

/**
 * Covered: a click at any of five places in it would meet something else, or each lies below something painted that lets clicks
 * through. What has no box, or one of a pixel, is heard and not seen.
 */
const UNSEEN = `async function () {
  const of = this.nodeType === 1 ? this : this.parentElement;
  if (!of) return {};
  const up = [];
  for (let one = of; one; one = one.assignedSlot ?? one.parentElement ?? one.getRootNode().host) up.push([one, getComputedStyle(one)]);
  const isHeard = up.some(([one, { position, overflow }]) => {
    const { width, height } = one.getBoundingClientRect();
    return position === 'absolute' && overflow !== 'visible' && width > 0 && height > 0 && width <= 1.5 && height <= 1.5;
  });
  if (isHeard) return {};
  of.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const box = of.getBoundingClientRect();
  const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
  const [width, height] = [Math.min(box.right, innerWidth) - left, Math.min(box.bottom, innerHeight) - top];
  const middle = { x: left + width / 2, y: top + height / 2 };
  const isControl = /^(?:INPUT|SELECT|TEXTAREA)$/.test(of.tagName);
  const styles = (isControl ? up.slice(1) : up).map(([, style]) => style);
  if (styles.reduce((sum, { opacity }) => sum * Number(opacity), 1) < .05) return { is: 'hidden', ...middle };
  const isClipped = ({ clipPath }) => /^(?:inset\\((?:[5-9]\\d|1\\d\\d)(?:\\.\\d+)?%\\)|circle\\(0(?:px|%)?[ )])/.test(clipPath);
  if (styles.some(isClipped)) return { is: 'hidden', ...middle };
  if (styles.some(({ filter }) => Number(/blur\\(([\\d.]+)px/.exec(filter)?.[1] ?? 0) >= 2)) return { is: 'blurred' };
  if (isControl && (width < 2 || height < 2)) return {};
  if (box.width >= 2 && box.height >= 2) {
    if (width < 2 || height < 2) return { is: 'hidden', ...middle };
    const clips = ([one, { overflow, clip, clipPath, contain }]) =>
      one !== document.body && one !== document.documentElement && (overflow !== 'visible' || clip !== 'auto' || clipPath !== 'none' || /paint|strict|content/.test(contain));
    // Takes until the next frame.
    const shown = !up.slice(1).some(clips) ? box : await new Promise((done) => {
      new IntersectionObserver(([one], watch) => { watch.disconnect(); done(one.intersectionRect); }).observe(of);
      setTimeout(() => done(box), 500);
    });
    if (shown.width < 1 || shown.height < 1) return { is: 'hidden', ...middle };
  } else if (box.width >= 2 && box.height === 0 && of.scrollHeight > 4 && getComputedStyle(of).overflow !== 'visible') return { is: 'hidden', ...middle };
  if (width < 2 || height < 2) return {};
  const places = [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].map(([x, y]) => [left + width * x, top + height * y]);
  const meets = ([x, y]) => {
    const hit = of.getRootNode().elementFromPoint(x, y);
    return hit !== null && !of.contains(hit) && !hit.contains(of);
  };
  if (places.every(meets)) return { is: 'covered' };
  const paints = ({ backgroundColor, backdropFilter, opacity, visibility, display }) => {
    if (visibility === 'hidden' || display === 'none') return false;
    const [, alpha = '1'] = /^rgba\\(.*, ([\\d.]+)\\)$/.exec(backgroundColor) ?? [];
    return Number(alpha) * Number(opacity) >= .5 || Number(/blur\\(([\\d.]+)px/.exec(backdropFilter)?.[1] ?? 0) >= 2;
  };
  const zOf = (one, below) => {
    let z = 0;
    for (let at = one; at && at !== below; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.position !== 'static' && style.zIndex !== 'auto') z = Number(style.zIndex);
    }
    return z;
  };
  const isPlaced = (one, below) => {
    for (let at = one; at && at !== below; at = at.parentElement) if (getComputedStyle(at).position !== 'static') return true;
    return false;
  };
  const liesOver = (one) => {
    let below = one.parentElement;
    while (below && !below.contains(of)) below = below.parentElement;
    const [own, other] = [zOf(of, below), zOf(one, below)];
    if (own !== other) return other > own;
    return !isPlaced(of, below) || Boolean(of.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  };
  const layers = [];
  for (const one of document.querySelectorAll('body *')) {
    if (one.contains(of) || of.contains(one)) continue;
    const style = getComputedStyle(one);
    if (style.pointerEvents !== 'none' || style.position === 'static' && !isPlaced(one, null)) continue;
    if (paints(style) && liesOver(one)) layers.push(one.getBoundingClientRect());
  }
  for (const [one] of up)
    for (const name of ['::before', '::after']) {
      const style = getComputedStyle(one, name);
      if (style.content === 'none' || !/absolute|fixed/.test(style.position) || !paints(style) || Number(style.zIndex) < 0) continue;
      const around = one.getBoundingClientRect();
      const fills = parseFloat(style.width) >= around.width * .9 && parseFloat(style.height) >= around.height * .9;
      const z = style.zIndex === 'auto' ? 0 : Number(style.zIndex);
      const own = one === of ? 0 : zOf(of, one);
      if (fills && (z > own || z === own && (name === '::after' || !isPlaced(of, one)))) layers.push(around);
    }
  const isUnder = ([x, y]) => layers.some((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom);
  return places.every((at) => meets(at) || isUnder(at)) ? { is: 'covered' } : {};
}`;
