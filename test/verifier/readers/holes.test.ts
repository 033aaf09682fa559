/** Stories of values that only a program knows: what touches one is not guessed, and what stands apart from it is read. */
import { expect, it } from 'vitest';
import { textsOf } from '../../../verifier/claims/text.ts';
import { readBlocks } from '../../../verifier/readers/read-blocks.ts';

async function words(path: string, text: string): Promise<string[]> {
  const { blocks } = await readBlocks(path, text);
  return blocks.flatMap(textsOf).map((one) => one.value.replace(/\uFFFC+/g, '□'));
}

it.each([
  ['a.ts', `const a = \`Crew costs €19\${cents} a month\`;`, ['Crew costs □ a month']],
  ['a.ts', `const a = \`Crew costs \${sign}19 a month\`;`, ['Crew costs □ a month']],
  ['a.ts', "const a = 'Crew has 1' + rest + '5 boxes, and more';", ['Crew has □ boxes, and more']],
  ['a.tsx', 'const a = <p>Crew has <b>1{rest}</b>,000 boxes</p>;', ['Crew has □ boxes']],
  ['a.tsx', 'const a = <td>{ok ? <Yes2 /> : <Other />}</td>;', ['□', '□']],
  ['a.mdx', 'Crew has 1{rest} boxes', ['Crew has □ boxes']],
  ['a.rst', 'Crew has 1\\ |rest| boxes', ['Crew has □ boxes']],
])('%s: %s', async (path, text, expected) => {
  expect(await words(path, text)).toEqual(expected);
});
