/** The bytes of a document go in; they come out with some flipped, put in, taken out or doubled, mostly no longer UTF-8. */
import type { Random } from './random.ts';

export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1);
  const length = 1 + random.below(random.often(20) ? 200 : 4);
  const [before, range, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
  switch (random.below(5)) {
    case 0:
      return join(before, flipped(random, range), after);
    case 1:
      return join(before, Uint8Array.from(random.pick(ODD)), range, after);
    case 2:
      return join(before, after);
    case 3:
      return join(before, range, range, after);
    default:
      return join(before, Uint8Array.of(random.below(256)), range, after);
  }
}

/** Beginnings, ends and wrong forms of UTF-8; byte order marks; control characters. */
const ODD: readonly number[][] = [
  ...[
    [0xff],
    [0xc0, 0x80],
    [0xe2, 0x82],
    [0x80],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xf0, 0x9f, 0x98, 0x80],
  ],
  ...[
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0x00],
    [0x0d],
    [0x09],
    [0x1b, 0x5b],
    [0x7f],
    [0xc2, 0x85],
    [0x0b],
  ],
];

function flipped(random: Random, range: Uint8Array): Uint8Array {
  const out = range.slice();
  if (out.length) out[random.below(out.length)]! ^= 1 << random.below(8);
  return out;
}

function join(...parts: Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
