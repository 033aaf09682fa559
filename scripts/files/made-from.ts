/** What a result is worked out from goes in; the result comes out, from the last run where it was worked out from the same. */
import { readFileSync } from 'node:fs';
import { digest, keep, keptAt } from './kept.ts';
import { readGraph, writeGraph } from './plain-graph.ts';

/** `from`: everything that `make` looks at, besides the build. What comes out is plain data. */
export function madeFrom<T>(
  root: string,
  name: string,
  from: readonly (string | Uint8Array | undefined)[],
  make: () => T,
): T {
  const kept = keptAt(root, `${digest(name).slice(0, 16)}.made`);
  if (!kept) return make();
  const id = digest([kept.build, ...from.map((one) => (one === undefined ? '' : digest(one)))].join());
  const before = readBefore(kept.path, id);
  if (before) return before.result as T;
  const result = make();
  keep(kept, `${id}\n${writeGraph({ result })}`);
  return result;
}

function readBefore(path: string, id: string): { result: unknown } | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return text.startsWith(`${id}\n`) ? (readGraph(text.slice(id.length + 1)) as { result: unknown }) : undefined;
  } catch {
    // There is none yet, or it is no longer what was written.
    return undefined;
  }
}
