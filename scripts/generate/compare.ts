/** Right contents and the disk go in; every file that is modified, missing or stale comes out. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ORIGIN_MARK } from '../../matrix/print/origin.ts';
import type { Files } from '../files/find-files.ts';
import type { Printed } from './print-all.ts';

export interface Difference {
  path: string;
  how: 'modified' | 'missing' | 'stale';
  /** First line that differs, from 1. */
  line: number;
}

const HEAD_BYTES = 400;
const PRINTED_NAMES = /\.(md|json|ts)$/;
/** A build may copy what was printed: that is its own, and no earlier run of ours. */
const COPIED = /(^|\/)(node_modules|dist|report|\.astro|\.planproof)\//;

/** `stale`: printed by an earlier run and by none now. */
export function differences(printed: readonly Printed[], { root, all }: Files): Difference[] {
  const wanted = new Set(printed.map((one) => one.path));
  const changed = printed.flatMap(({ path, contents }): Difference[] => {
    const found = textOf(join(root, path));
    if (found === undefined) return [{ path, how: 'missing', line: 1 }];
    const line = firstDifference(found, contents);
    return line ? [{ path, how: 'modified', line }] : [];
  });
  const head = Buffer.alloc(HEAD_BYTES);
  const stale = all
    .filter(
      (path) =>
        PRINTED_NAMES.test(path) && !COPIED.test(path) && !wanted.has(path) && bearsMark(`${root}/${path}`, head),
    )
    .map((path): Difference => ({ path, how: 'stale', line: 1 }));
  return [...changed, ...stale];
}

/** Nothing where there is none. */
function textOf(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined;
}

function firstDifference(a: string, b: string): number | undefined {
  if (a === b) return undefined;
  const [left, right] = [a.split('\n'), b.split('\n')];
  return right.findIndex((line, index) => line !== left[index]) + 1 || right.length;
}

const MARKS = [`// ${ORIGIN_MARK}`, `"//": "${ORIGIN_MARK}`, `<!-- ${ORIGIN_MARK}`];

/** Only a comment or a `//` field at the head counts, so that a page about printed files is not taken for one. */
function bearsMark(path: string, head: Buffer): boolean {
  const file = openIfAllowed(path);
  if (file === undefined) return false;
  try {
    const text = head.toString('utf8', 0, readSync(file, head, 0, HEAD_BYTES, 0));
    return MARKS.some((mark) => text.includes(mark));
  } finally {
    closeSync(file);
  }
}

/** A file that nobody may open was not printed by us; whoever has to read it says that it is closed. */
function openIfAllowed(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}
