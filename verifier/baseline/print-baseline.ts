/** Findings or entries go in; the text of a baseline, the same for the same findings, comes out. */
import { placeWords } from '../report/place-words.ts';
import { oneLine } from '../report/terminal-text.ts';
import type { Finding } from '../types.ts';
import type { BaselineEntry } from './baseline.ts';

const SCHEMA = 'https://planproof.dev/schema/baseline.v1.json';

/** One line for each, sorted, so that two branches that shrink it merge. Ends with a line feed. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = [...new Set(entries.map(entryLine))].sort();
  const head = `{\n  "$schema": ${JSON.stringify(SCHEMA)},\n  "planproof": 1,\n  "findings": [`;
  return `${head}${lines.length ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

export function entryOf({ key, fingerprint, rule, about, sides }: Finding): BaselineEntry {
  const at = sides.toReversed().flatMap((side) => side.at)[0];
  return { key, fingerprint, rule, surface: about.surface, place: at ? oneLine(placeWords(at)) : '' };
}

function entryLine({ surface, rule, place, key, fingerprint }: BaselineEntry): string {
  const named = { surface, rule, key, fingerprint, place };
  const fields = Object.entries(named).map(([name, words]) => `${JSON.stringify(name)}: ${JSON.stringify(words)}`);
  return `    { ${fields.join(', ')} }`;
}
