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
  const strict = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (;;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const part = bytes.subarray(start, feed < 0 ? bytes.length : feed);
    try {
      strict.decode(part);
    } catch {
      return { line, column: goodCharacters(part) + 1 };
    }
    if (feed < 0) return { line, column: 1 };
    line += 1;
    start = feed + 1;
  }
}

/** Length, in UTF-16 code units, of the longest beginning that is UTF-8. */
function goodCharacters(line: Uint8Array): number {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  try {
    for (let i = 0; i < line.length; i++) length += strict.decode(line.subarray(i, i + 1), { stream: true }).length;
  } catch {
    // The byte that threw is the one looked for.
  }
  return length;
}
