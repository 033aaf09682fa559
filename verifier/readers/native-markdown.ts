/** Nothing goes in; a native parser of Markdown comes out, some fifty times as fast as the other, or nothing where it does not run. */
import type { Root } from 'mdast';

/**
 * The two give the same words at the same places (a test holds them against each other), but in what `ODD` lists: there
 * the native parser is not asked. Loaded by name, since a platform without it still checks its copy.
 */
export async function nativeMarkdown(): Promise<((text: string) => Root | undefined) | undefined> {
  const { markdownToMdast } = (await import('satteri').catch(() => undefined)) ?? {};
  if (!markdownToMdast) return undefined;
  return (text) => {
    if (ODD.some((one) => one.test(text))) return undefined;
    return markdownToMdast(text, { features: { frontmatter: false } }) as Root;
  };
}

const ODD: readonly Pick<RegExp, 'test'>[] = [
  // They are replaced or left out, with other offsets behind them.
  /\0|^\uFEFF/,
  // Lists and quotations that may nest deeper than anybody writes.
  /^[ \t>*+\-\d.)]{80}/m,
  // A bare address, in which escapes, entities and marks of emphasis stay as they are written.
  { test: (text) => ADDRESS.test(text) && BARE.test(text) },
  // Emphasis between a letter and a character outside the first plane.
  /[^\s*_~][*_~]+[\ud800-\udbff]|[\udc00-\udfff][*_~]+[^\s*_~]/,
  // A task without words in its line.
  /\[[ xX]\][ \t]*[\r\n]/,
  // What would be a table, had its head not defined a link.
  /\]:[^\n]*\n[ \t]*[|:-][|: \t-]*(?:[\r\n]|$)/,
];

/** What every address has in it, which is told at once. */
const ADDRESS = /:\/\/|www\.|@/i;
const BARE = /(?:(?<!\]\(|<)(?:www\.|https?:\/\/)|\w@)[^\s<>]*(?:[*~`][^\s<>]*\w|\\|&#?\w+;|\[\^)/i;
