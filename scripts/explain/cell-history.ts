/** One value of the matrix goes in; the commits that changed it come out. */
import { compileMatrix } from '../../matrix/compile/compile.ts';
import { cellThen, saysSame } from '../../matrix/explain/cell-then.ts';
import { PARTS, type Spot, toldBy } from '../../matrix/explain/explain.ts';
import type { Change, History, Told } from '../../matrix/explain/types.ts';
import { readMatrix } from '../../matrix/read/read.ts';
import type { Matrix } from '../../matrix/types.ts';
import { fileAt } from '../git/file-at.ts';
import { fileHistory, type Revision } from '../git/file-history.ts';
import { progress } from '../progress.ts';

const MOST_REVISIONS = 200;

/** What is not committed yet is told first. */
export async function cellHistory(root: string, path: string, matrix: Matrix, spot: Spot): Promise<History> {
  const { revisions, unread } = await fileHistory(root, path, MOST_REVISIONS + 1);
  const none = { changes: [], looked_at: 0, unreadable: [], more: false };
  if (!revisions) return { ...none, unread };
  const looked = revisions.slice(0, MOST_REVISIONS);
  const then: { revision: Revision; told?: Told; readable: boolean }[] = [];
  const say = progress();
  for (const [i, revision] of looked.entries()) {
    say(`Reading revision ${i + 1} of ${looked.length}`);
    const read = compiledAt(await fileAt(root, revision.commit, path), path);
    const told = read === 'unreadable' ? undefined : read && cellThen(read, matrix, spot);
    then.push({ revision, readable: read !== 'unreadable', ...(told && { told }) });
  }
  say('');
  const readable = then.filter((one) => one.readable);
  const now = toldBy(spot.version[PARTS[spot.kind]][spot.key.key]!);
  const more = revisions.length > looked.length;
  return {
    changes: [...uncommitted(now, readable[0]), ...changesIn(readable, more)],
    looked_at: looked.length,
    unreadable: then.flatMap(({ revision, readable }) => (readable ? [] : [revision.short])),
    more,
  };
}

/** Nothing where the commit removed the file. */
function compiledAt(bytes: Uint8Array | undefined, path: string): Matrix | 'unreadable' | undefined {
  if (!bytes) return undefined;
  const { raw, source } = readMatrix(bytes, path);
  return raw ? compileMatrix(raw, source) : 'unreadable';
}

interface Then {
  revision: Revision;
  told?: Told;
}

function uncommitted(now: Told, newest: Then | undefined): Change[] {
  if (newest && saysSame(now, newest.told)) return [];
  const before = newest?.told ? { before: newest.told } : {};
  return [{ commit: '', date: 'now', subject: 'not committed', ...before, after: now }];
}

/** Of the oldest revision looked at, nobody knows what was before, unless it is the first. */
function changesIn(then: readonly Then[], more: boolean): Change[] {
  return then.flatMap(({ revision, told }, i): Change[] => {
    const before = then[i + 1];
    if ((!before && more) || saysSame(told, before?.told)) return [];
    const { short: commit, date, subject } = revision;
    return [{ commit, date, subject, ...(before?.told && { before: before.told }), ...(told && { after: told }) }];
  });
}
