/** The bytes of a file go in; its text without a byte order mark, and the first byte that is not UTF-8, come out. */

export interface Decoded {
  /** Where bytes are not UTF-8, U+FFFD stands in their place. */
  text: string;
  /** Line and column, from 1, of the first character that cannot be read. */
  bad?: { line: number; column: number };
}

export function decode(bytes: Uint8Array | string): Decoded {
  if (typeof bytes === 'string') return { text: bytes.replace(/^\uFEFF/, '') };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), bad: firstBad(bytes) };
  }
}

const LINE_FEED = 0x0a;

/** No byte of a longer UTF-8 sequence is a line feed, so lines can be read one by one. */
function firstBad(bytes: Uint8Array): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (;;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    const { length, bad } = goodCharacters(bytes, start, end);
    if (bad || feed < 0) return { line, column: length + 1 };
    line += 1;
    start = feed + 1;
  }
}

const AT_ONCE = 4096;

/** Length, in UTF-16 code units, of the longest beginning of a line that is UTF-8. */
function goodCharacters(bytes: Uint8Array, start: number, end: number): { length: number; bad: boolean } {
  let length = 0;
  for (let from = start; from < end; ) {
    let to = Math.min(from + AT_ONCE, end);
    while (to < end && (bytes[to]! & 0xc0) === 0x80) to++;
    const part = strictLength(bytes.subarray(from, to), from > 0);
    if (part === undefined) return { length: length + oneByOne(bytes.subarray(from, to), from > 0), bad: true };
    length += part;
    from = to;
  }
  return { length, bad: false };
}

/** Only the head of a file has a byte order mark. */
function strictLength(bytes: Uint8Array, ignoreBOM: boolean): number | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM }).decode(bytes).length;
  } catch {
    return undefined;
  }
}

function oneByOne(bytes: Uint8Array, ignoreBOM: boolean): number {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM });
  let length = 0;
  try {
    for (let i = 0; i < bytes.length; i++) length += strict.decode(bytes.subarray(i, i + 1), { stream: true }).length;
  } catch {
    // The byte that threw is the one looked for.
  }
  return length;
}
