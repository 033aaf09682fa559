/** A file that is replaced keeps who may read it, and its links lead where they led. */
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeWhole } from '../../../scripts/files/write-whole.ts';

const root = mkdtempSync(join(tmpdir(), 'planproof-whole-'));
const at = (name: string) => join(root, name);
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('behind a link of a link', () => {
  writeFileSync(at('real.yaml'), 'old');
  chmodSync(at('real.yaml'), 0o750);
  symlinkSync('real.yaml', at('link.yaml'));
  symlinkSync('link.yaml', at('again.yaml'));
  writeWhole(at('again.yaml'), 'new');
  expect([readFileSync(at('real.yaml'), 'utf8'), statSync(at('real.yaml')).mode & 0o777]).toEqual(['new', 0o750]);
  expect(['link.yaml', 'again.yaml'].map((name) => lstatSync(at(name)).isSymbolicLink())).toEqual([true, true]);
  writeWhole(at('below/fresh.yaml'), 'new');
  expect(readdirSync(root).sort()).toEqual(['again.yaml', 'below', 'link.yaml', 'real.yaml']);
});
