/** An open page goes in; the sign by which it says that it is still loading comes out. */
import type { Page } from 'playwright-core';
import { LOADING, MORE } from './loading-words.ts';

export interface LoadingSign {
  /** Its words, or what it is. */
  what: string;
  /** Said or marked, not only drawn: a spinner below a list may wait for somebody to scroll. */
  sure: boolean;
}

/** A page that cannot be asked is on its way to another, or gone, which whoever looks at it next is told. */
export async function loadingSign(page: Page): Promise<LoadingSign | undefined> {
  return page.evaluate(SIGN).then(
    (sign) => sign as LoadingSign | undefined,
    () => ({ what: 'another page', sure: false }),
  );
}

/** What a page says while it asks for something. */
const WAITS =
  /^(?:(?:checking|fetching|verifying)(?: [^.…]{1,40})? ?(?:…|\.\.\.)|(?:please wait|one moment|just a moment|bitte warten|un instant)[^.…]{0,30}(?:…|\.{1,3})?)$/i;
/** Parts of a page that go with every page. */
const AROUND = 'nav, aside, header, footer, [role=navigation], [role=complementary], [role=banner], [role=contentinfo]';

const SIGN = `(() => {
  const words = (one) => (one.textContent ?? '').replace(/\\s+/g, ' ').trim();
  const isDrawn = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && one.getClientRects().length > 0;
  const saysLoading = (text) => text.length < 80 && (${LOADING}.test(text) || ${WAITS}.test(text)) && !${MORE}.test(text);
  const roots = [document];
  for (const root of roots) for (const one of root.querySelectorAll('*')) if (one.shadowRoot) roots.push(one.shadowRoot);
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const inBody = (selector) => all(selector).filter((one) => isDrawn(one) && !one.closest(${JSON.stringify(AROUND)}));
  for (const root of roots) {
    const walk = document.createTreeWalker(root === document ? document.body ?? root : root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const first = node.data.trim();
      if (!first || first.length > 80) continue;
      const around = node.parentElement;
      if (!around || around.closest('script, style, noscript, template, option, textarea, ${AROUND}')) continue;
      const said = words(around);
      if (saysLoading(said) && isDrawn(around)) return { what: '“' + said + '”', sure: true };
    }
  }
  if (inBody('[aria-busy=true]').length) return { what: 'aria-busy', sure: true };
  const bars = inBody('progress:not([value]), [role=progressbar]:not([aria-valuenow])');
  const named = bars.map((one) => one.getAttribute('aria-label') ?? '').find((name) => saysLoading(name));
  if (named) return { what: '“' + named + '”', sure: true };
  if (bars.length) return { what: 'progress', sure: false };
  const turns = (one) => one.getAnimations({ subtree: true }).some((run) => run.effect?.getComputedTiming().iterations === Infinity);
  const bears = (one, name) => [...one.classList].some((word) => name.test(word));
  for (const one of inBody('[class*=skeleton i], [class*=shimmer i], [class*=spin i], [class*=loader i], [class*=loading i], .animate-pulse')) {
    if (/\\p{L}{2}/u.test(words(one)) || one.querySelector('img, svg text, input, button, a')) continue;
    const { width, height } = one.getBoundingClientRect();
    if (bears(one, /(?:^|[-_])(?:skeleton|shimmer)(?:$|[-_])|^animate-pulse$/i) && width >= 40 && height >= 6) return { what: 'skeleton', sure: false };
    if (bears(one, /(?:^|[-_])(?:spinner|spin|loader|loading)(?:$|[-_])/i) && width >= 6 && turns(one)) return { what: 'spinner', sure: false };
  }
  return undefined;
})()`;
