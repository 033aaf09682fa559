/** `planproof init`: writes a first matrix and configuration into this folder; never over what is there. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure } from '../failure.ts';
import { writeWhole } from '../files/write-whole.ts';
import { FIRST_CONFIG, firstMatrix } from '../init/first-files.ts';

export function init({ root }: { root: string }): 0 {
  const files = { 'planproof.config.yaml': FIRST_CONFIG, 'entitlements.yaml': firstMatrix(productName(root)) };
  const there = Object.keys(files).find((name) => existsSync(join(root, name)));
  if (there)
    throw new Failure(`${there} is already here, and init does not write over it: edit it, or move it away first.`);
  for (const [name, contents] of Object.entries(files)) {
    writeWhole(join(root, name), contents);
    console.log(`wrote ${name}`);
  }
  console.error('Next: put your plans into entitlements.yaml, then run `planproof check`.');
  return 0;
}

function productName(root: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name?: string };
    return name?.replace(/^@[^/]+\//, '') || basename(root);
  } catch {
    return basename(root);
  }
}
