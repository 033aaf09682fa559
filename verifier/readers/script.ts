/** The text of a program goes in; the copy in its strings, cards and JSX comes out as blocks with places. */
import type { Block } from '../claims/text.ts';
import { SCRIPT } from './aligned.ts';
import { documentOf, shownBlocks } from './html.ts';
import { placesInFile } from './html-places.ts';
import { ScriptPage } from './script/page.ts';
import { type Dialect, parseScript } from './script/tree.ts';
import { SourceText } from './source-text.ts';

/** Throws where the text is no program of its dialect. Comments, types, addresses, ids and logs are no copy. */
export function readScript(source: string, path: string): Block[] {
  const shown = new ScriptPage(source).nodes(parseScript(source, dialectOf(path)));
  return shownBlocks(documentOf(shown), placesInFile(new SourceText(source, path, SCRIPT)));
}

function dialectOf(path: string): Dialect {
  if (/\.[cm]?ts$/i.test(path)) return 'ts';
  return /\.tsx$/i.test(path) ? 'tsx' : 'js';
}
