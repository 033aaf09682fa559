/** Docs with marked regions, and an author who mistypes: `generate` fills them, and both commands point at the mistake. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Copy, copyStranger } from './copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

const CONFIG = `planproof: 1
matrix: harbor.matrix.yaml
generate:
  - { print: regions, in: ["docs.*"] }
surfaces:
  - { id: docs, kind: docs, files: [README.md] }
`;
const PAGE = 'Studio holds <!-- planproof:begin value plan=studio key=forms -->?<!-- planproof:end --> now.\r\n';

function withPage(text: string | Uint8Array, name = 'docs.md'): Copy {
  copy = copyStranger();
  copy.write('planproof.config.yaml', CONFIG);
  copy.write(name, text);
  return copy;
}

describe('regions in docs', () => {
  it('are filled within a sentence, in Markdown and in MDX, every other byte as it was', async () => {
    const here = withPage(`\uFEFF${PAGE}`);
    const mdx =
      'export const a = 1\n\nAgency: {/* planproof:begin price plan=agency interval=year */}{/* planproof:end */}\n';
    here.write('docs.mdx', mdx);
    expect((await here.run(['check'])).stdout).toContain('docs.md');
    expect((await here.run(['generate'])).code).toBe(0);
    expect(here.read('docs.md')).toBe(`\uFEFF${PAGE.replace('?', '25 forms')}`);
    expect(here.read('docs.mdx')).toBe(mdx.replace('*/}{/*', '*/}€490 per year{/*'));
    expect((await here.run(['generate', '--check'])).code).toBe(0);
  });

  it.each([
    [
      'misspell a key',
      PAGE.replace('=forms', '=from'),
      'docs.md:1:57',
      'The matrix has no capability or limit `from`.',
      '`forms`.',
    ],
    [
      'miss their end',
      `One.\n\n${PAGE.replace('<!-- planproof:end -->', '')}`,
      'docs.md:3:14',
      'This region never ends.',
      '`<!-- planproof:end -->` after it.',
    ],
    [
      'end twice',
      PAGE.replace('now', '<!-- planproof:end -->'),
      'docs.md:1:90',
      'A region ends that did not begin.',
      '`<!-- planproof:begin table LINE -->` before it, or nothing.',
    ],
    [
      'stand in another',
      PAGE.replace('?', '<!-- planproof:begin plans key=webhooks -->'),
      'docs.md:1:66',
      'A region begins inside the one of line 1.',
      '`<!-- planproof:end -->` before it.',
    ],
  ])(
    'that %s are told at their place by generate and by check, and nothing is written',
    async (_, page, at, found, write) => {
      const here = withPage(page);
      for (const command of ['generate', 'check']) {
        const { code, stdout } = await here.run([command]);
        expect(code).toBe(1);
        expect(stdout.replace(/\s+/g, ' ')).toContain(at);
        expect(stdout.replace(/\s+/g, ' ')).toContain(found);
        expect(stdout.replace(/\s+/g, ' ')).toContain(write);
        if (command === 'generate') expect(stdout).toMatch(/^ {2}\d+ \| .*\n {2,} \| +\^+$/m);
      }
      expect(here.read('docs.md')).toBe(page);
    },
  );

  it('of a page that is not UTF-8 are left alone', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(PAGE), 0xff]);
    const here = withPage(bytes);
    const { code, stdout } = await here.run(['generate']);
    expect([code, stdout]).toEqual([1, expect.stringContaining('This file is not UTF-8.')]);
  });
});
