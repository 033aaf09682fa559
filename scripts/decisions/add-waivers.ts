/** The text of a waiver file, or none, and findings go in; the text with an entry for each, and no other change, comes out. */
import { type CST, isSeq } from 'yaml';
import { commentsIn } from '../../matrix/edit/comments-in.ts';
import { type Data, sameData } from '../../matrix/edit/data.ts';
import { flowText } from '../../matrix/edit/flow-text.ts';
import { type Habits, habitsOf } from '../../matrix/edit/habits.ts';
import { insertInBlock } from '../../matrix/edit/insert-in-block.ts';
import { breakAt, type Splice, spliced } from '../../matrix/edit/lines.ts';
import { isOpened, type Opened, openText } from '../../matrix/edit/open-text.ts';
import { plainData } from '../../matrix/edit/plain-data.ts';
import { scalarText } from '../../matrix/edit/scalar-text.ts';
import { applySteps } from '../../matrix/edit/step.ts';
import { oneLine } from '../../verifier/report/terminal-text.ts';
import type { Finding } from '../../verifier/types.ts';
import { pinnedSides } from '../../verifier/waivers/pinned-sides.ts';
import { schemaLines } from '../init/first-files.ts';

export interface WaiverWords {
  owner: string;
  reason: string;
  /** `YYYY-MM-DD`. */
  until: string;
}

const BOM = '\uFEFF';
const PATH = ['waivers'];

/**
 * Comments, order, quotes, line breaks and a byte order mark stay as they are. The new text is read again: it is given back
 * only when it says what the old one said with these entries; nothing when the list is written so that none can be added.
 */
export function addWaivers(
  before: string | undefined,
  findings: readonly Finding[],
  words: WaiverWords,
): string | undefined {
  return findings.reduce<string | undefined>(
    (text, finding) => (text === undefined ? undefined : addWaiver(text, finding, words)),
    before ?? firstText(),
  );
}

function firstText(): string {
  return `# ${schemaLines('waivers').join('\n# ')}\n# Findings that somebody decided to live with, each until a day.\nplanproof: 1\n\nwaivers: []\n`;
}

function addWaiver(whole: string, finding: Finding, words: WaiverWords): string | undefined {
  const mark = whole.startsWith(BOM) ? BOM : '';
  const opened = openText(whole.slice(mark.length));
  if (!isOpened(opened)) return undefined;
  const entry = entryOf(finding, words);
  const comment = `# ${oneLine(finding.says)}`;
  const splice = spliceOf(opened, entry, comment);
  const text = splice && spliced(opened.text, [splice]);
  if (text === undefined || !holds(opened, text, entry, comment)) return undefined;
  return mark + text;
}

function spliceOf(opened: Opened, entry: Record<string, unknown>, comment: string): Splice | undefined {
  const list = opened.document.getIn(PATH, true);
  if (!isSeq(list) || !list.range) return undefined;
  const { text, document } = opened;
  const habits = habitsOf(document, text);
  const token = list.srcToken as CST.BlockSequence | CST.FlowCollection;
  if (token.type === 'block-seq') {
    const lines = entryLines(entry, comment, habits, token.indent);
    return insertInBlock(text, lines, { block: token, outer: 0 });
  }
  if (list.items.length) return undefined;
  // An empty list in brackets becomes a list of lines.
  const [from, to] = list.range;
  const start = text.slice(0, from).trimEnd().length;
  const broken = breakAt(text, to);
  const lines = entryLines(entry, comment, habits, habits.listStep);
  return { from: start, to, text: lines.map((line) => broken + line).join('') };
}

function entryOf({ key, rule, about, sides, fingerprint }: Finding, words: WaiverWords): Record<string, unknown> {
  return {
    key,
    rule,
    surface: about.surface,
    sides: pinnedSides(sides),
    // Who is concerned is no value of any side.
    ...(about.holders?.length && { fingerprint }),
    owner: oneLine(words.owner),
    reason: oneLine(words.reason),
    until: words.until,
  };
}

function entryLines(entry: Record<string, unknown>, comment: string, habits: Habits, indent: number): string[] {
  const margin = ' '.repeat(indent);
  const { singleQuotes } = habits;
  const fields = Object.entries(entry).flatMap(([name, value]) => {
    if (!Array.isArray(value)) return [`${name}: ${scalarText(value as string, { flow: false, singleQuotes })}`];
    return [`${name}:`, ...value.map((one) => `  - ${flowText(plainData(one), habits)}`)];
  });
  return [`${margin}${comment}`, ...fields.map((line, at) => `${margin}${at === 0 ? '- ' : '  '}${line}`)];
}

/** An edit never corrupts: whatever the splice did, this is what counts. */
function holds(before: Opened, text: string, entry: Record<string, unknown>, comment: string): boolean {
  const after = openText(text);
  if (!isOpened(after)) return false;
  const wanted: Data = applySteps(before.data, [{ change: 'append', path: PATH, value: plainData(entry) }]);
  const comments = [...commentsIn(before.text), comment].sort();
  return sameData(after.data, wanted) && sameData(commentsIn(text).sort(), comments);
}
