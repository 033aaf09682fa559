/** Plain words go in; Markdown that a reader sees as these words comes out. */

/** A line break would end a row or heading that the words stand in. */
export function inlineText(words: string, mdx: boolean): string {
  const special = mdx ? /[\\`*_[\]<>|{}]/g : /[\\`*_[\]<>|]/g;
  return words.replace(/\s+/g, ' ').trim().replace(special, '\\$&');
}
