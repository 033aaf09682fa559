/** A seed goes in; one document, made from a good one by mutations of structure, text and bytes, comes out. */
import { readdirSync, readFileSync } from 'node:fs';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateText } from './mutate-text.ts';
import { mutateTree } from './mutate-tree.ts';
import { Random, seedOf } from './random.ts';
import { copyOf, type Style, type Tree, treeOf, writeTree } from './tree.ts';

const FOLDER = new URL('seeds/', import.meta.url);
const EXAMPLE = new URL('../../matrix/entitlements.yaml', import.meta.url);

interface Good {
  text: string;
  tree: Tree;
}

const small: readonly Good[] = readdirSync(FOLDER)
  .sort()
  .map((name) => goodOf(new URL(name, FOLDER)));
const large: readonly Good[] = [goodOf(EXAMPLE), ...small.filter(({ text }) => text.length > 2000)];
const short = small.filter((one) => !large.includes(one));

function goodOf(file: URL): Good {
  const text = readFileSync(file, 'utf8');
  return { text, tree: treeOf(text) };
}

/** Percent of documents that come from a long one: each takes as long as ten short ones. */
const FROM_LARGE = 4;

const STYLES: readonly Style[] = ['block', 'flow', 'lines'];

/** Mostly one: the more mutations, the fewer documents read. */
function some(random: Random): number {
  return random.often(75) ? 1 : 2 + random.below(4);
}

/** Document `number` of the run with this seed. Text is given as such now and then: a string needs no UTF-8. */
export function makeDocument(run: number, number: number): Uint8Array | string {
  const random = new Random(seedOf(run, number));
  const good = random.pick(random.often(FROM_LARGE) ? large : short);
  const level = random.below(10);
  let text = good.text;
  if (level < 4) {
    const tree = copyOf(good.tree);
    for (let left = some(random); left > 0; left--) mutateTree(random, tree);
    text = writeTree(tree, random.pick(STYLES));
  }
  if (level >= 3) for (let left = some(random); left > 0; left--) text = mutateText(random, text);
  if (level < 8) return random.often(20) ? text : Buffer.from(text);
  let bytes: Uint8Array = Buffer.from(text);
  for (let left = some(random); left > 0; left--) bytes = mutateBytes(random, bytes);
  return bytes;
}
