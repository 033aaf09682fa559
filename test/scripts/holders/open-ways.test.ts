/** What is needed to become a customer is looked for before anything is asked, and what is not there is named. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWays } from '../../../scripts/holders/open-ways.ts';
import type { HolderWay } from '../../../verifier/config/holder-way.ts';
import type { ApiSurface, Config } from '../../../verifier/config/types.ts';
import { Mask } from '../../../verifier/holders/mask.ts';
import { Undoing } from '../../../verifier/holders/undoing.ts';
import { matrixOf } from '../../matrix/matrix-of.ts';

const { matrix } = matrixOf(
  readFileSync(join(import.meta.dirname, '../../fixtures/stranger/harbor.matrix.yaml'), 'utf8'),
);
const SURFACE: ApiSurface = {
  ...{ id: 'api', kind: 'api', server: 'harbor', holders: 'way' },
  session: { who_am_i: { request: 'GET /me', version: '/v' } },
};
const STUDIO = { version: 'studio-2024', state: 'active' as const };

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'planproof-ways-'));
  writeFileSync(join(root, 'key.txt'), 'a-key-in-a-file\n');
  writeFileSync(join(root, 'empty.txt'), '\n');
  writeFileSync(join(root, 'broken.mjs'), 'export default (');
  writeFileSync(join(root, 'nothing.mjs'), 'export const become = () => {};');
  writeFileSync(join(root, 'become.mjs'), 'export default () => ({});');
  vi.stubEnv('SHORT', 'abc').stubEnv('KEY', 'correct-horse-battery-staple-long').stubEnv('UNSET', '');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

function open(way: HolderWay, config: Partial<Config> = {}, mask = new Mask()) {
  return openWays({
    ...{ root, matrix, chosen: [SURFACE], mask, undoing: new Undoing() },
    config: { planproof: 1, matrix: '', surfaces: [SURFACE], holders: { way }, ...config },
    browser: async () => ({ reason: 'none' }),
  });
}

describe('a way', () => {
  it.each<[string, HolderWay, Partial<Config>, RegExp]>([
    [
      'a variable',
      { send: { a: '{key}' } },
      { secrets: { key: { env: 'UNSET' } } },
      /^The secret `key` .*variable UNSET, which is not set/,
    ],
    [
      'a file',
      { send: { a: '{key}' } },
      { secrets: { key: { file: 'no.txt' } } },
      /^The secret `key` .*file no\.txt, which cannot be read\.$/,
    ],
    [
      'what a file says',
      { send: { a: '{key}' } },
      { secrets: { key: { file: 'empty.txt' } } },
      /file empty\.txt, which is empty\.$/,
    ],
    [
      'a length',
      { send: { a: '{key}' } },
      { secrets: { key: { env: 'SHORT' } } },
      /^The secret `key` is shorter than 4 characters/,
    ],
    [
      'a variable of an account',
      { accounts: [{ ...STUDIO, secrets: { pass: { env: 'UNSET' } } }] },
      {},
      /`pass` of the account studio-2024 \(active\) .*UNSET/,
    ],
    [
      'somebody',
      { accounts: [{ version: 'studio-1999', state: 'active' }] },
      {},
      /an account of studio-1999 \(active\), which the matrix does not have/,
    ],
    [
      'a key of its algorithm',
      { sign_token: { alg: 'RS256', key: 'key', claims: {} } },
      { secrets: { key: { env: 'KEY' } } },
      /^The secret `key` is no key that signs with RS256: give a private key for it, as PEM or JWK\.$/,
    ],
    ['a module', { module: './no.mjs' }, {}, /^There is no module \.\/no\.mjs/],
    ['a module that loads', { module: './broken.mjs' }, {}, /^The module \.\/broken\.mjs cannot be loaded: /],
    [
      'a function',
      { module: './nothing.mjs' },
      {},
      /^The module \.\/nothing\.mjs has no function as its default export/,
    ],
    [
      'a value here',
      { send: { a: '{key}' } },
      { environments: { staging: { secrets: { key: { env: 'KEY' } } } } },
      /^`\{key\}` has no value here, only in the environment `staging`: run with `--env staging`/,
    ],
  ])('that lacks %s is told', async (_, way, config, message) => {
    await expect(open(way, config)).rejects.toThrow(message);
  });

  it('that has all it needs is open, and everything secret in it is hidden from then on', async () => {
    const mask = new Mask();
    const ways = await open(
      { accounts: [{ ...STUDIO, secrets: { pass: { env: 'KEY' } } }], send: { a: '{file}' }, module: './become.mjs' },
      { secrets: { file: { file: 'key.txt' } } },
      mask,
    );
    expect(ways.get('api')).toMatchObject({
      ...{ secrets: { file: 'a-key-in-a-file' }, accountSecrets: [{ pass: 'correct-horse-battery-staple-long' }] },
      module: expect.any(Function),
    });
    expect(mask.hide('a-key-in-a-file and correct-horse-battery-staple-long')).toBe('*** and ***');
  });

  it('asks for no secret that nobody uses', async () => {
    await expect(open({ send: { a: 'b' } }, { secrets: { key: { env: 'UNSET' } } })).resolves.toBeDefined();
  });
});
