/** Laws: what is rendered reads back; a format, an attribute or a noise changes nothing; places are exact. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { readClaims } from '../../../verifier/claims/read-claims.ts';
import type { Block } from '../../../verifier/claims/text.ts';
import type { Mention } from '../../../verifier/types.ts';
import { claimsOf, MATRICES, observed, said } from './claims-of.ts';

const PLANS = {
  Community: 'community_v6',
  Relay: 'relay_v6',
  Pro: 'pro_v6',
  'MSP Starter': 'msp_starter',
  'MSP Scale': 'msp_scale',
};
const FEATURES = {
  'Audit Logging': 'audit_logging',
  'Push Notifications': 'push_notifications',
  'Agent profiles': 'agent_profiles',
  'External Probes': 'external_probe',
};
const TICKS = [
  ['✓', '✗'],
  ['Yes', 'No'],
  ['Included', 'Not included'],
  ['Y', 'N'],
  ['✅', '❌'],
  ['✔️ Yes', '–'],
] as const;

interface Cell {
  words: string;
  value: string;
}

const days = fc
  .integer({ min: 1, max: 400 })
  .chain((n) =>
    fc
      .constantFrom(`${n} days`, `${n}d`, `${n}`, `**${n} days**`)
      .map((words): Cell => ({ words, value: `history = ${n} day` })),
  );
const workspaces = fc.oneof(
  fc
    .integer({ min: 1, max: 9999 })
    .chain((n) =>
      fc
        .constantFrom(`${n}`, n.toLocaleString('en-US'), `${n} client workspaces`)
        .map((words): Cell => ({ words, value: `workspaces = ${n} workspace` })),
    ),
  fc
    .integer({ min: 1, max: 99 })
    .map((n): Cell => ({ words: `Up to ${n}`, value: `workspaces = at most ${n} workspace` })),
  fc.constantFrom('Unlimited', '∞', 'No limit').map((words): Cell => ({ words, value: 'workspaces = unlimited' })),
);
const price = fc
  .integer({ min: 1, max: 999_999 })
  .chain((minor) =>
    fc
      .constantFrom(
        `$${(minor / 100).toFixed(2)}`,
        `${(minor / 100).toFixed(2)} USD`,
        `$${(minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`,
      )
      .map((words): Cell => ({ words, value: `month price = ${minor} USD` })),
  );
const row = fc.oneof(
  days.map((cell) => ['Metric history', cell] as const),
  workspaces.map((cell) => ['Client workspaces', cell] as const),
  price.map((cell) => ['Price per month', cell] as const),
);

/** Rows of one subject each, a cell for each plan. */
const facts = fc
  .record({
    plans: fc.uniqueArray(fc.constantFrom(...Object.keys(PLANS)), { minLength: 1, maxLength: 4 }),
    subjects: fc.uniqueArray(
      fc.constantFrom('Metric history', 'Client workspaces', 'Price per month', ...Object.keys(FEATURES)),
      { minLength: 1, maxLength: 6 },
    ),
    ticks: fc.constantFrom(...TICKS),
  })
  .chain(({ plans, subjects, ticks }) =>
    fc.record({
      plans: fc.constant(plans),
      subjects: fc.constant(subjects),
      cells: fc.tuple(...subjects.map((subject) => fc.tuple(...plans.map(() => cellOf(subject, ticks))))),
    }),
  );

function cellOf(subject: string, ticks: (typeof TICKS)[number]): fc.Arbitrary<Cell> {
  const key = FEATURES[subject as keyof typeof FEATURES];
  if (key)
    return fc
      .boolean()
      .map((has) => ({ words: ticks[has ? 0 : 1], value: `${key} = ${has ? 'included' : 'excluded'}` }));
  return row.filter(([name]) => name === subject).map(([, cell]) => cell);
}

function table(lines: readonly (readonly string[])[]): string {
  const [head = [], ...rows] = lines.map((cells) => `| ${cells.join(' | ')} |`);
  return [head, `|${lines[0]!.map(() => '---').join('|')}|`, ...rows].join('\n');
}

const wanted = (plans: readonly string[], cells: readonly (readonly Cell[])[]) =>
  cells.flatMap((line) => line.map((cell, p) => `${PLANS[plans[p] as keyof typeof PLANS]}: ${cell.value}`)).sort();

describe('a rendered table reads back', () => {
  it('with plans as columns', () => {
    fc.assert(
      fc.property(facts, ({ plans, subjects, cells }) => {
        const text = table([
          ['', ...plans],
          ...subjects.map((subject, s) => [subject, ...cells[s]!.map((cell) => cell.words)]),
        ]);
        expect(observed(text).map(said).sort()).toEqual(wanted(plans, cells));
      }),
    );
  });

  it('with plans as rows', () => {
    fc.assert(
      fc.property(facts, ({ plans, subjects, cells }) => {
        const text = table([
          ['Plan', ...subjects],
          ...plans.map((plan, p) => [plan, ...subjects.map((_, s) => cells[s]![p]!.words)]),
        ]);
        expect(observed(text).map(said).sort()).toEqual(wanted(plans, cells));
      }),
    );
  });

  it('with a section for each plan', () => {
    fc.assert(
      fc.property(facts, ({ plans, subjects, cells }) => {
        const text = plans
          .map(
            (plan, p) =>
              `## ${plan}\n\n${table([['What', ''], ...subjects.map((subject, s) => [subject, cells[s]![p]!.words])])}`,
          )
          .join('\n\n');
        expect(observed(text).map(said).sort()).toEqual(wanted(plans, cells));
      }),
    );
  });
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const PARTS = fc.constantFrom(
  'Relay keeps 14 days of metric history.',
  'Community is free.',
  'Pro is $8.99 a month or $79 a year.',
  'Audit log (Pro)',
  '30 days of metric history',
  'Push notifications',
  'Not included:',
  'Relay',
  'Relay gives you:',
  'See also',
  'What does Relay include?',
  'No audit log',
  'R&D keeps < 3 days',
);
const part = fc.oneof(
  PARTS.map((text) => ({ md: text, html: `<p>${escaped(text)}</p>` })),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), PARTS)
    .map(([depth, text]) => ({ md: `${'#'.repeat(depth)} ${text}`, html: `<h${depth}>${escaped(text)}</h${depth}>` })),
  fc.array(PARTS, { minLength: 1, maxLength: 3 }).map((items) => ({
    md: items.map((text) => `- ${text}`).join('\n'),
    html: `<ul>${items.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`,
  })),
  facts.map(({ plans, subjects, cells }) => {
    const lines = [['', ...plans], ...subjects.map((subject, s) => [subject, ...cells[s]!.map((cell) => cell.words)])];
    const html = lines.map(
      (cells, r) =>
        `<tr>${cells.map((cell) => `<t${r ? 'd' : 'h'}>${cell.replaceAll('**', '')}</t${r ? 'd' : 'h'}>`).join('')}</tr>`,
    );
    return {
      md: table(lines),
      html: `<table><thead>${html[0]}</thead><tbody>${html.slice(1).join('')}</tbody></table>`,
    };
  }),
);

describe('what carries the words changes nothing', () => {
  it('HTML of a Markdown text makes the same claims', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const markdown = observed(parts.map(({ md }) => md).join('\n\n<!-- -->\n\n')).map(said);
        expect(observed(parts.map(({ html }) => html).join('\n'), { html: true }).map(said)).toEqual(markdown);
      }),
    );
  });

  it('attributes that nobody sees or hears change no claim', () => {
    const attribute = fc.constantFrom(
      ' id="x1"',
      ' data-n="3"',
      ' title="Pro"',
      ' style="color: red"',
      ' lang="en"',
      ' scope="row"',
      ' value="9 forms"',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 6 }),
        fc.array(attribute, { minLength: 40, maxLength: 40 }),
        (parts, attributes) => {
          const bare = parts.map(({ html }) => html).join('\n');
          let n = 0;
          const dressed = bare.replace(
            /<(\w+)>/g,
            (_, name: string) => `<${name}${attributes[n++ % attributes.length]}>`,
          );
          expect(observed(dressed, { html: true }).map(said)).toEqual(observed(bare, { html: true }).map(said));
        },
      ),
    );
  });
});

describe('noise', () => {
  const words = fc.constantFrom(
    ...'Relay Pro+ Community MSP Starter keeps has no not 14 7 days day $ € 4.99 / per month year audit log history , . ; : – ( ) | < & * _ ` # - > [ ] ! \n \n\n'.split(
      ' ',
    ),
    ' ',
    '\n',
  );
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words, { maxLength: 200 }).map((all) => all.join(' ')),
        ),
        (text) => {
          claimsOf(text);
          claimsOf(text, { html: true });
        },
      ),
      { numRuns: 300 },
    );
  });

  const block = (value: string): Block => ({
    kind: 'paragraph',
    text: { value, place: () => ({ kind: 'page', url: '', selector: '', words: '' }) },
    within: [],
  });
  const long = [
    'a',
    'A',
    ' ',
    '1',
    '1,',
    '1 ',
    '111 ',
    '1.',
    '.',
    ',',
    '|',
    '<',
    '&',
    '$',
    '$1 ',
    '- ',
    '\n',
    'Relay ',
    'Relay, ',
    'Relay keeps 14 days; ',
    'Relay and ',
    '14 ',
    '14 days ',
    'audit log, ',
    'not ',
    'free ',
    'No. ',
    '. A',
    '"."',
    '(',
    'was ',
    'upgrade a b ',
    'in 2',
  ];
  it.each(long)('100 kB of %j takes no more than its length', (piece) => {
    const started = performance.now();
    const value = piece.repeat(Math.ceil(100_000 / piece.length));
    readClaims(
      [
        block(value),
        {
          kind: 'table',
          head: [],
          rows: [[block(value), block(value)].map((one) => (one as Extract<Block, { kind: 'paragraph' }>).text)],
          within: [],
        },
      ],
      {
        surface: '',
        vocabulary: vocabulary(MATRICES.pulse),
      },
    );
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('places', () => {
  const place = (text: string, words: string) => {
    const found = observed(text).map(({ about, at: [at] }) => {
      if (at?.kind !== 'file') throw new Error('no place in a file');
      const lines = text.split('\n');
      const offset = lines.slice(0, at.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + at.column - 1;
      expect(text.slice(offset).startsWith((about as Mention).words.split(' ')[0]!)).toBe(true);
      return text.slice(offset, offset + at.length);
    });
    expect(found).toEqual([words]);
  };

  it('behind CRLF', () =>
    place('# Plans\r\n\r\nRelay keeps\r\n14 days of metric history.\r\n', 'Relay keeps\r\n14 days'));
  it('behind a byte order mark', () => place('\uFEFFRelay keeps 14 days of metric history.', 'Relay keeps 14 days'));
  it('behind front matter', () =>
    place('---\ntitle: Limits\n---\n\nRelay keeps 14 days of metric history.', 'Relay keeps 14 days'));
  it('behind front matter, a mark and CRLF', () =>
    place('\uFEFF---\r\ntitle: Limits\r\n---\r\n\r\nRelay keeps 14 days of metric history.', 'Relay keeps 14 days'));
  it('with emphasis inside', () => place('**Relay** keeps *14 days* of metric history.', 'Relay** keeps *14 days'));
  it('behind an entity', () => place('R&amp;D says: Relay keeps 14 days of metric history.', 'Relay keeps 14 days'));
  it('with a space that does not break', () =>
    place('Relay keeps 14&nbsp;days of metric history.', 'Relay keeps 14&nbsp;days'));
  it('with a currency as an entity', () => place('Relay is 39&nbsp;&euro; a year.', 'Relay is 39&nbsp;&euro; a year'));
  it('behind an escape', () => place('\\*Relay keeps 14 days of metric history.', 'Relay keeps 14 days'));
  it('in a list whose line is wrapped', () =>
    place('- Relay keeps\n  14 days of metric history.', 'Relay keeps\n  14 days'));
  it('in a cell', () => place('| Plan | Metric history |\n|---|---|\n| Relay | **14 days** |', '14 days'));
});
