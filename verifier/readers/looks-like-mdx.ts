/** The text of a Markdown file goes in; whether it is written for MDX, as sites built with Docusaurus are, comes out. */

const IMPORT = /^import [^\n]{1,200} from ['"]/m;
const COMPONENT = /<[A-Z][\w.]*(?:\s[^<>]*)?\/>|<\/[A-Z][\w.]*>/;
/** Programs that a page shows are no part of it: blocks between fences, and code in a line. */
const SHOWN = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|`[^`\n]*`/gm;

/** A line that imports, or a component that is closed: most Markdown has neither, which two quick looks tell. */
export function looksLikeMdx(text: string): boolean {
  if (!IMPORT.test(text) && !COMPONENT.test(text)) return false;
  const said = text.replace(SHOWN, '');
  return IMPORT.test(said) || COMPONENT.test(said);
}
