/** An open page, what is secret and how a picture of it is taken go in; a picture in whose making no secret was to be seen, or why there is none, comes out. */
import type { CDPSession } from 'playwright-core';
import type { Mask } from '../holders/mask.ts';
import { shownSecrets } from './shown-secrets.ts';

/** A page that shows another secret each time is not taken a picture of. */
const TRIES = 3;
/** By which the places are found that are painted over. */
export const HIDDEN = 'data-planproof-hidden';

/** Rejects with what `take` rejects with. Afterwards the page is as it was. */
export async function withoutSecrets<T>(
  cdp: CDPSession,
  mask: Mask | undefined,
  take: () => Promise<T>,
): Promise<{ taken: T } | { reason: string }> {
  if (!mask || mask.isEmpty) return { taken: await take() };
  const hidden: string[] = [];
  try {
    for (let n = 0; n < TRIES; n += 1) {
      for (const dom of await shownSecrets(cdp, mask)) hidden.push(...(await hide(cdp, dom)));
      const taken = await take();
      // What the page did meanwhile may be in the picture.
      if (!(await shownSecrets(cdp, mask)).length) return { taken };
    }
    return { reason: 'no picture: a secret on the page could not be hidden for it' };
  } finally {
    for (const objectId of hidden) await call(cdp, objectId, SHOW).catch(() => {});
  }
}

/** It keeps its place, whatever the page's own styles say. */
const HIDE = `function () {
  if (!this.hasAttribute('${HIDDEN}')) this.setAttribute('${HIDDEN}', this.getAttribute('style') ?? '');
  this.style.setProperty('transition', 'none', 'important');
  this.style.setProperty('visibility', 'hidden', 'important');
}`;
const SHOW = `function () {
  const before = this.getAttribute('${HIDDEN}');
  if (before === null) return;
  this.removeAttribute('${HIDDEN}');
  if (before) this.setAttribute('style', before);
  else this.removeAttribute('style');
}`;

async function hide(cdp: CDPSession, dom: number): Promise<string[]> {
  try {
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: dom });
    if (!object.objectId) return [];
    await call(cdp, object.objectId, HIDE);
    return [object.objectId];
  } catch {
    // It is gone; whatever came in its place is looked for after the picture.
    return [];
  }
}

async function call(cdp: CDPSession, objectId: string, functionDeclaration: string): Promise<void> {
  const { exceptionDetails } = await cdp.send('Runtime.callFunctionOn', { objectId, functionDeclaration });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
}
