/** The native parser of Markdown is held against remark-parse: on every text the same words at the same places. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatrix } from '../../../matrix/compile/compile.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { readClaims } from '../../../verifier/claims/read-claims.ts';
import { type Block, textsOf } from '../../../verifier/claims/text.ts';
import { MARKDOWN } from '../../../verifier/readers/aligned.ts';
import { MarkdownBlocks } from '../../../verifier/readers/markdown-blocks.ts';
import { markdownParser } from '../../../verifier/readers/markdown-parser.ts';
import { nativeMarkdown } from '../../../verifier/readers/native-markdown.ts';
import { withoutOpenFences } from '../../../verifier/readers/open-fences.ts';
import { SourceText } from '../../../verifier/readers/source-text.ts';

const ROOT = join(import.meta.dirname, '../../..');
const remark = markdownParser();
const native = await nativeMarkdown();
const matrixFile = readMatrix(readFileSync(join(ROOT, 'matrix/entitlements.yaml')), 'matrix.yaml');
const words = vocabulary(compileMatrix(matrixFile.raw!, matrixFile.source));

function blocks(text: string, by: 'remark' | 'native'): Block[] | undefined {
  const body = withoutOpenFences(text);
  const tree = by === 'native' ? native!(body) : remark.parse(body);
  return tree && new MarkdownBlocks(new SourceText(text, 'text.md', MARKDOWN), 0).of(tree.children);
}

/** Every word of every block, with its place. */
function laidOut(all: readonly Block[]): unknown[] {
  return all.map((block) => [
    block.kind,
    block.within,
    textsOf(block).map((text) => [
      text.value,
      Array.from(text.value.matchAll(/\S+/g), ({ index, 0: { length } }) => text.place(index, index + length)),
    ]),
  ]);
}

const claims = (all: readonly Block[]) => readClaims(all, { surface: 'docs', vocabulary: words });

describe.skipIf(!native)('the native parser', () => {
  const files = [
    ...globSync('{*.md,{app,matrix,site,scripts,test,verifier}/**/*.md}', { cwd: ROOT }),
    ...globSync('node_modules/{[a-m]*,@*/*}/README.md', { cwd: ROOT }).sort().slice(0, 150),
  ];

  it('reads every word of real documents where remark-parse reads it', () => {
    let asked = 0;
    for (const file of files) {
      const text = readFileSync(join(ROOT, file), 'utf8').slice(0, 60_000);
      const quick = blocks(text, 'native');
      if (!quick) continue;
      asked += 1;
      expect(laidOut(quick), file).toEqual(laidOut(blocks(text, 'remark')!));
    }
    expect(asked).toBeGreaterThan(files.length * 0.9);
    expect(asked).toBeGreaterThan(100);
  });

  it('gives the same claims on any text', () => {
    const marks = fc.constantFrom(
      ...[
        '# ',
        '## ',
        '- ',
        '* ',
        '1. ',
        '> ',
        '    ',
        '\t',
        '\n',
        '\n\n',
        '\r\n',
        '|',
        '\n| --- | --- |\n',
        '```\n',
        '~~~\n',
      ],
      ...[
        '`',
        '**',
        '_',
        '~~',
        '[',
        ']',
        '](x)',
        '[^1]',
        '\n[^1]: ',
        '<b>',
        '</b>',
        '<!-- x -->',
        '&amp;',
        '&euro;',
        '\\',
        '\\|',
        '!',
      ],
      ...[
        '- [ ] ',
        '- [x] ',
        '[a]: /x "t"\n',
        '<div>\n',
        '\u00a0',
        '***',
        ': ',
        '. ',
        'é',
        '😀',
        'https://x.example/a_b',
        'a@b.example',
      ],
    );
    const copy = fc.constantFrom(
      ...[
        'Pro',
        'Relay',
        'Community',
        ' includes ',
        ' has no ',
        'audit log',
        'metric history',
        '14 days',
        '$9',
        '8,99 €',
        ' per month',
      ],
      ...[
        ' ',
        'Relay keeps 14 days of metric history',
        'Pro and above',
        'unlimited',
        'monitored systems',
        'free',
        'Tier: Pro',
      ],
    );
    const texts = fc.array(fc.oneof(marks, copy), { maxLength: 30 }).map((parts) => parts.join(''));
    let said = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const quick = blocks(text, 'native');
        if (!quick) return;
        const found = claims(quick);
        said += found.length;
        expect(found).toEqual(claims(blocks(text, 'remark')!));
      }),
      { numRuns: 1500 },
    );
    expect(said).toBeGreaterThan(100);
  });

  it('is not asked where the two are known to differ', () => {
    for (const text of ['a\0b', 'See www.a.example\\!', 'x**😀y**', '- [ ]\n  Pro', '[a]: /x "t"\n| --- |'])
      expect([text, blocks(text, 'native')]).toEqual([text, undefined]);
    expect(blocks('See [docs](https://a.example/x\\_y) and **Pro**.', 'native')).toHaveLength(1);
  });
});
