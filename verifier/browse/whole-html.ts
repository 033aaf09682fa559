/** An open page goes in; its HTML as it stands now comes out, with the shadow roots that its scripts attached declared in it. */
import type { Page } from 'playwright-core';

/** Closed roots are given to nobody. A browser without `getHTML` gives none. */
const WITH_ROOTS = `(() => {
  const roots = [];
  const open = [document];
  for (let at = open.pop(); at; at = open.pop())
    for (const element of at.querySelectorAll('*'))
      if (element.shadowRoot) {
        roots.push(element.shadowRoot);
        open.push(element.shadowRoot);
      }
  const root = document.documentElement;
  return roots.length && root.getHTML ? [root.cloneNode(false).outerHTML, root.getHTML({ shadowRoots: roots })] : undefined;
})()`;

export async function wholeHtml(page: Page): Promise<string> {
  const shown = (await page.evaluate(WITH_ROOTS)) as [string, string] | undefined;
  if (!shown) return page.content();
  const [root, inside] = shown;
  return `<!doctype html>${root.replace(/<\/html>$/i, '')}${inside}</html>`;
}
