/** A document with a fault goes in; the smallest one found that still has it comes out. */

/** `fails` is asked at most `tries` times. Halves go first, then quarters, down to single characters or bytes. */
export function minimise<T extends Uint8Array | string>(document: T, fails: (smaller: T) => boolean, tries = 3000): T {
  let least = document;
  for (let size = Math.ceil(least.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < least.length; ) {
      if (tries-- <= 0) return least;
      const smaller = without(least, from, size);
      if (fails(smaller)) least = smaller;
      else from += size;
    }
  return least;
}

function without<T extends Uint8Array | string>(document: T, from: number, size: number): T {
  if (typeof document === 'string') return (document.slice(0, from) + document.slice(from + size)) as T;
  return Buffer.concat([document.subarray(0, from), document.subarray(from + size)]) as Uint8Array as T;
}
