/** A surface, or a place to print to, that can mean nothing or something else is told at its line. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../verifier/config/read-config.ts';

const HEAD = 'planproof: 1\nmatrix: ./plans/m.yaml\nwaivers: decided.yaml\n';

function told(text: string): string[] {
  return readConfig(Buffer.from(HEAD + text), 'planproof.config.yaml').problems.map(
    ({ at, found, write }) => `${at.line - 3}:${at.column} ${found} ${write}`,
  );
}

const docs = (id: string, more = '') => `  - { id: ${id}, kind: docs, files: [a.md]${more} }\n`;
const site = (more: string) => `  - { id: s, kind: site, start: [/], ${more} }\n`;

describe('surfaces', () => {
  it('with names of their own, that ask for something and take away something, are read', () => {
    expect(
      told(
        `surfaces:\n${docs('a', ', must_state: [{ plans: offered, prices: true }, { plans: [x], keys: [y], prices: false }]')}` +
          `  - { id: b-, kind: docs, files: ["!c.md", "*.md"] }\n  - { id: c, kind: docs, files: ["!(d).md"] }\n${site('server: anywhere')}`,
      ),
    ).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      'share a name',
      `surfaces:\n${docs('a')}${docs('a')}`,
      '3:11 `surfaces.1.id` is `a`, and so is `surfaces.0.id`. each its own name.',
    ],
    ['have none', `surfaces:\n${docs('" "')}`, '2:11 `surfaces.0.id` is empty. a name of its own, such as `docs`.'],
    [
      'are called like an option',
      `surfaces:\n${docs('-a')}`,
      '2:11 `surfaces.0.id` is `-a`, which the command line would take for an option. a name of its own, such as `docs`.',
    ],
    ...Object.entries({
      files: 'the files that are printed and edited',
      matrix: 'the matrix',
      expected: 'what had to be found',
    }).map(([id, what]): [string, string, string] => [
      `are called ${id}`,
      `surfaces:\n${docs(id)}`,
      `2:11 \`surfaces.0.id\` is \`${id}\`, by which reports call ${what}. a name of its own, such as \`docs\`.`,
    ]),
    ...['{ plans: offered }', '{ plans: offered, keys: [] }', '{ plans: offered, prices: false, on: [b] }'].map(
      (rule): [string, string, string] => [
        `must state ${rule}`,
        `surfaces:\n${docs('a', `,\n      must_state: [${rule}]`)}`,
        rule.includes('[]')
          ? '3:44 `surfaces.0.must_state.0.keys` is empty. at least one.'
          : '3:20 `surfaces.0.must_state.0` asks for nothing. a `keys:` line, such as `keys: advertised`, or `prices: true`.',
      ],
    ),
    [
      'leave out customers, of whom copy is not asked',
      `surfaces:\n${docs('a', ', exclude: [{ reason: r, owner: o }]')}`,
      '2:50 `surfaces.0.exclude` leaves out nothing: no customer is asked for on a surface of kind docs. nothing here; `must_state` says what has to be stated, and `skip` under `crawl` leaves out pages of a site.',
    ],
    [
      'only take files away',
      'surfaces:\n  - { id: a, kind: docs, files: ["!b.md"] }\n',
      '2:33 `surfaces.0.files` only takes files away. what to take them from first, such as `docs/**/*.md`.',
    ],
    [
      'misspell a server',
      `servers: { product: { url: "https://a.example" } }\nsurfaces:\n${site('server: prodcut')}`,
      '3:46 `surfaces.0.server` says `prodcut`, and there is no such server. `product`, if that is what you meant.',
    ],
  ])('that %s are told', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('what is printed', () => {
  const generate = (...targets: string[]) =>
    told(`generate:\n${targets.map((to) => `  - { print: reference, to: ${to} }\n`).join('')}`);

  it('goes to files of its own', () => {
    expect(generate('a.md', 'plans/m.md', 'report/a.md', 'planproof.waivers.yaml', '.hidden/..b.md')).toEqual([]);
  });

  it.each<[string, string]>([
    ['plans/m.yaml', 'where the matrix stands'],
    ['plans/../plans/m.yaml', 'where the matrix stands'],
    ['planproof.config.yaml', 'where this configuration stands'],
    ['decided.yaml', 'where the waiver file stands'],
    ['planproof.baseline.json', 'where the baseline stands'],
    ['report/report.json', 'where the report of an audit stands'],
    ['../x.md', 'outside of this folder'],
    ['a/../../x.md', 'outside of this folder'],
    ['/tmp/x.md', 'outside of this folder'],
    ['"C:\\\\x.md"', 'outside of this folder'],
    ['docs/', 'a folder'],
  ])('and not to %s', (to, what) => {
    expect(generate('a.md', to)).toEqual([expect.stringMatching(new RegExp(`^3:29 .*, ${what}\\. a file of its own`))]);
  });

  it('twice to one place is told at the second', () => {
    expect(generate('a.md', './a.md')).toEqual([
      '3:29 `generate.1.to` is `./a.md`, where what `generate.0` prints stands. a file of its own in this folder.',
    ]);
  });
});
