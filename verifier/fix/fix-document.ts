/** One document goes in; the same with everything mended that is certain comes out, with what was mended. */
import type { FilePlace, Matrix } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { judge } from '../judge/judge.ts';
import { pair } from '../pair/pair.ts';
import { readDocument } from '../probes/read-document.ts';
import type { Finding } from '../types.ts';
import { type Edit, edited } from './edit.ts';
import { editFor } from './edit-for.ts';

export interface DocumentToFix {
  matrix: Matrix;
  vocabulary: Vocabulary;
  surface: string;
  path: string;
  text: string;
  /** Findings that are left as they are, by key. */
  leave?: ReadonlySet<string>;
}

export interface FixedDocument {
  text: string;
  /** Findings that are no more. */
  fixed: Finding[];
}

/**
 * The text is read again after each edit, which stands only if it ends its finding, begins none, and every claim is still
 * read as one. What has several ways to be right is left to people.
 */
export async function fixDocument(document: DocumentToFix): Promise<FixedDocument> {
  let { text } = document;
  let now = await lookAt(document, text);
  const fixed: Finding[] = [];
  for (const { key } of now.findings) {
    const finding = now.findings.find((one) => one.key === key);
    const edits = finding ? editsFor(document, text, finding) : [];
    if (!finding || !edits.length || document.leave?.has(key)) continue;
    const after = edited(text, edits);
    const then = await lookAt(document, after);
    if (!mends(finding, now, then)) continue;
    text = after;
    now = then;
    fixed.push(finding);
  }
  return { text, fixed };
}

/** Of one finding, every place or none. */
function editsFor({ matrix, path }: DocumentToFix, text: string, finding: Finding): Edit[] {
  const places = finding.sides
    .filter(({ who }) => who !== 'matrix')
    .flatMap(({ at }) => at)
    .filter((place): place is FilePlace => place.kind === 'file' && place.path === path);
  const edits = places.flatMap((place) => editFor(matrix, finding, place, text) ?? []);
  return edits.length === places.length ? edits : [];
}

interface Looked {
  findings: readonly Finding[];
  /** Facts that were held against the matrix. */
  compared: number;
}

function mends({ key }: Finding, before: Looked, after: Looked): boolean {
  const known = new Set(before.findings.map((one) => one.key));
  return after.compared >= before.compared && after.findings.every((one) => one.key !== key && known.has(one.key));
}

/** Words that must not stand there are gone afterwards, so they are not counted. */
async function lookAt({ matrix, vocabulary, surface, path }: DocumentToFix, text: string): Promise<Looked> {
  const seen = await readDocument(text, path, surface, vocabulary);
  const read = seen.filter((one) => one.outcome.kind !== 'unread');
  const pairs = read.flatMap((one) => pair(matrix, one));
  const compared = pairs.filter(({ comparison, about }) => comparison && about.subject.kind !== 'words').length;
  return { findings: judge(matrix, pairs).findings, compared };
}
