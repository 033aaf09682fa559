/** `planproof init`: writes a configuration, and a first matrix where there is none, into this folder; never over what is there. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure } from '../failure.ts';
import { writeWhole } from '../files/write-whole.ts';
import { FIRST_CONFIG, firstMatrix } from '../init/first-files.ts';

export function init({ root }: { root: string }): 0 {
  if (existsSync(join(root, CONFIG)))
    throw new Failure(`${CONFIG} is already here, and init does not write over it: edit it, or move it away first.`);
  // A draft, or an import, may have written the matrix before.
  const kept = existsSync(join(root, MATRIX));
  if (!kept) write(root, MATRIX, firstMatrix(productName(root)));
  write(root, CONFIG, FIRST_CONFIG);
  console.error(
    kept
      ? `${MATRIX} is kept as it is. Next: name the files that describe your plans in ${CONFIG}, then run \`planproof check\`.`
      : `Next: put your plans into ${MATRIX}, then run \`planproof check\`.`,
  );
  return 0;
}

const CONFIG = 'planproof.config.yaml';
const MATRIX = 'entitlements.yaml';

function write(root: string, name: string, contents: string): void {
  writeWhole(join(root, name), contents);
  console.log(`wrote ${name}`);
}

function productName(root: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name?: string };
    return name?.replace(/^@[^/]+\//, '') || basename(root);
  } catch {
    return basename(root);
  }
}
