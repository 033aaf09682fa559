import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { dataOf } from '../../../matrix/read/data.ts';
import { openSource } from '../../../matrix/read/source.ts';

const special = fc.constantFrom(
  ...[
    'null',
    'Null',
    'true',
    'FALSE',
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'n',
    '~',
    '.inf',
    '-.INF',
    '.nan',
    '0x1F',
    '0o17',
  ],
  ...['1e3', '1_000', '+12', '-0', '1.50', '2026-01-01', '12:30', '_1', 'Infinity', 'NaN', 'nullable', 'true_', ''],
);
// As YAML 1.1, the parser by itself takes `e3` for a number, and then for none; here it is the word that it looks like.
const word = fc.stringMatching(/^[A-Za-z0-9_.+-]{0,9}$/).filter((one) => !/^[eE][\d+-]/.test(one));
const version = fc.constantFrom('', '%YAML 1.1\n---\n', '%YAML 1.2\n---\n');

it('reads every plain word as the parser does by itself', () => {
  fc.assert(
    fc.property(version, fc.array(fc.oneof(special, word), { minLength: 1 }), (head, words) => {
      const text = `${head}list:\n${words.map((one) => `  - ${one}\n`).join('')}`;
      const { data, problems } = dataOf(openSource(text, 'words.yaml'));
      fc.pre(!problems.length);
      expect(data).toEqual(parseDocument(text).toJS());
    }),
    { numRuns: 2000 },
  );
});
