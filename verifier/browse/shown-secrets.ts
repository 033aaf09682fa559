/** An open page and what is secret go in; the elements that show a secret, or something that nobody can read, come out. */
import type { CDPSession } from 'playwright-core';
import type { Mask } from '../holders/mask.ts';
import { type Drawn, drawnIn } from './drawn-elements.ts';

/** Numbers of DOM nodes, in all frames and shadow trees. Rejects when the page is gone. */
export async function shownSecrets(cdp: CDPSession, mask: Mask): Promise<number[]> {
  const snapshot = await cdp.send('DOMSnapshot.captureSnapshot', { computedStyles: ['visibility'] });
  const found = snapshot.documents.flatMap((document) => {
    const drawn = drawnIn(document, snapshot.strings);
    const unreadable = drawn.opaque.map(({ dom }) => dom);
    return [
      ...unreadable,
      ...inFlow(drawn.rendered, mask),
      ...inFlow(drawn.written, mask),
      ...alone(drawn.values, mask),
    ];
  });
  return [...new Set(found)];
}

/** However many elements it is spread over. */
function inFlow(texts: readonly Drawn[], mask: Mask): number[] {
  const starts: number[] = [];
  let whole = '';
  for (const { text } of texts) {
    starts.push(whole.length);
    whole += text;
  }
  return mask
    .find(whole)
    .flatMap(([from, to]) =>
      texts.filter(({ text }, n) => starts[n]! < to && starts[n]! + text.length > from).map(({ dom }) => dom),
    );
}

function alone(texts: readonly Drawn[], mask: Mask): number[] {
  return texts.filter(({ text }) => mask.find(text).length).map(({ dom }) => dom);
}
