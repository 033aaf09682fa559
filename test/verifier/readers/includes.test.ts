/** Files that a document includes: their words count where it asks for them, as long as they stand beside it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileMatrix } from '../../../matrix/compile/compile.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { probeDocs } from '../../../verifier/probes/docs.ts';
import { readBlocks } from '../../../verifier/readers/read-blocks.ts';

const { raw, source } = readMatrix(
  new TextEncoder().encode(`planproof: 1
level: copy
product: Kestrel
capabilities: { audit: { name: Audit trail } }
plans:
  crew: { name: Crew, version: crew, has: [] }
  fleet: { name: Fleet, version: fleet, everything_in: crew, has: [audit] }
states: { active: { keeps: paid } }
`),
  'matrix.yaml',
);
const words = vocabulary(compileMatrix(raw!, source));

const BADGE = ':orphan:\n:nosearch:\n\nAvailable on `Fleet plans <https://kestrel.example>`__\n';

async function looked(files: Record<string, string>, asked = Object.keys(files)) {
  const bytes = (path: string) => (path in files ? new TextEncoder().encode(files[path]) : undefined);
  const { observations } = await probeDocs({
    surface: 'docs',
    vocabulary: words,
    files: asked.map((path) => ({ path, bytes: bytes(path)! })),
    beside: bytes,
  });
  return observations.map(({ about, outcome, at }) => [
    outcome.kind === 'unread' ? outcome.reason : about.subject.key,
    ...at.map((one) => (one.kind === 'file' ? `${one.path}:${one.line}` : '')),
  ]);
}

it.each([
  ['../badges/fleet.rst', 'relative to the document'],
  ['/badges/fleet.rst', 'from the folder of the docs'],
])('`%s` is found %s, and both places are told', async (written) => {
  const page = `Audit trail\n===========\n\n.. include:: ${written}\n   :start-after: :nosearch:\n\nText.\n`;
  expect(await looked({ 'docs/use/audit.rst': page, 'docs/badges/fleet.rst': BADGE }, ['docs/use/audit.rst'])).toEqual([
    ['audit', 'docs/badges/fleet.rst:4', 'docs/use/audit.rst:4'],
  ]);
});

it('a directive of MyST includes Markdown in Markdown', async () => {
  const page = '# Audit trail\n\n```{include} ../badges/fleet.md\n```\n\nText.\n';
  const files = { 'docs/audit.md': page, 'badges/fleet.md': 'Available on [Fleet](https://kestrel.example) plans\n' };
  expect(await looked(files, ['docs/audit.md'])).toEqual([['audit', 'badges/fleet.md:1', 'docs/audit.md:3']]);
});

it.each([
  [':start-after: one\n   :end-before: three', ['two']],
  [':start-after: nowhere', []],
  [':start-line: 1\n   :end-line: 3', ['two', 'three']],
  [':start-line: -1', ['four']],
  [':literal:', []],
])('of a file, `%s` is shown', async (options, shown) => {
  const { blocks } = await readBlocks('a.rst', `.. include:: b.rst\n   ${options}\n`, () => 'one\ntwo\nthree\nfour');
  expect(blocks.flatMap((one) => (one.kind === 'table' ? [] : one.text.value.split(' ')))).toEqual(shown);
});

it.each([
  ['../secret.rst', 'leads out of the folder'],
  ['../../docs/secret.rst', 'leaves the folder and comes back'],
  ['b.adoc', 'is written in another way'],
  ['missing.rst', 'is not there'],
])('`%s`, which %s, is unread', async (written) => {
  const files: Record<string, string> = { 'secret.rst': 'Text.', 'docs/secret.rst': 'Text.', 'b.adoc': 'Text.' };
  const { blocks, unread } = await readBlocks('a.rst', `.. include:: ${written}\n`, (path) => files[path]);
  expect(blocks).toEqual([]);
  expect(unread).toMatchObject([{ reason: `includes \`${written}\`, which could not be found beside it` }]);
});

it('files that include each other without end are read as far as they go', async () => {
  const round = { 'a.rst': '.. include:: b.rst\n\nText.', 'b.rst': '.. include:: a.rst\n\nWords.' };
  const many = '.. include:: a.rst\n\n'.repeat(10_000);
  for (const [name, text] of Object.entries({ ...round, 'many.rst': many })) {
    const { blocks, unread } = await readBlocks(name, text, (path) => round[path as keyof typeof round]);
    expect(blocks.length).toBeLessThan(1_000);
    expect(unread.length).toBeGreaterThan(0);
  }
});

it('what is included is read as if it stood there, but for its places', async () => {
  const part = fc.constantFrom('Audit trail\n===========\n', '* Audit trail\n', 'Available on Fleet.\n', '* Crew\n');
  const texts = (blocks: Awaited<ReturnType<typeof readBlocks>>['blocks']) =>
    blocks.map((one) => (one.kind === 'table' ? '' : `${one.kind} ${one.text.value}`));
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
      const inner = parts.join('\n');
      const whole = await readBlocks('a.rst', `Before.\n\n${inner}\n\nAfter.\n`);
      const split = await readBlocks('a.rst', 'Before.\n\n.. include:: b.rst\n\nAfter.\n', () => inner);
      expect(texts(split.blocks)).toEqual(texts(whole.blocks));
    }),
    { numRuns: 50 },
  );
});

it('what was read before counts only as long as the included files are the same', async () => {
  const asked: string[][] = [];
  const files = [{ path: 'a.rst', bytes: new TextEncoder().encode('.. include:: b.rst\n\n.. include:: c.rst\n') }];
  await probeDocs({
    surface: 'docs',
    vocabulary: words,
    files,
    beside: (path) => (path === 'b.rst' ? new TextEncoder().encode('Text.') : undefined),
    memory: {
      get: () => undefined,
      set: (path, _, __, looked) => asked.push([path, ...Array.from(looked, ([one, found]) => `${one} ${!!found}`)]),
    },
  });
  expect(asked).toEqual([['a.rst', 'b.rst true', 'c.rst false']]);
});
