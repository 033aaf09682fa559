/** A seed goes in; a report with any findings, waived and known ones among them, comes out: a fast-check arbitrary. */
import fc from 'fast-check';
import type { Place, Value } from '../../../matrix/types.ts';
import type { Finding, Report, Side, Waived } from '../../../verifier/types.ts';
import { sampleReport } from './sample-report.ts';

/** What might be read as markup, a command, a link or another line somewhere. */
const NASTY = [
  '::error::no',
  '%0A::warning::no',
  '](https://example.org)',
  '<b>&amp;"\'',
  '`code` ``more',
  'a|b\n- c\r\n# d',
  '$12.99 and $8',
  ']]>',
  '\u001b[31m\u202e\u2028',
  '{0} \\* _x_ ~y~',
  'a: b, c',
  '😀 é ü',
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => `x${parts.join(' ')}x`);
const id = fc.constantFrom('docs', 'site', 'api', 'app');
const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 });
const count = fc.integer({ min: 1, max: 5000 });

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>({ kind: 'included' }, { kind: 'excluded' }, { kind: 'unknown' }, { kind: 'unlimited' }),
  words.map((text): Value => ({ kind: 'words', text })),
  count.map((n): Value => ({ kind: 'amount', n, unit: 'client_workspace', bound: 'at_most' })),
  count.map((minor): Value => ({ kind: 'money', minor, currency: 'USD', per: { period: 'month' } })),
);

const path = fc.constantFrom('docs/a b.md', 'docs/ü#1.md', 'matrix/entitlements.yaml', 'x/100%.md', 'a,b:c.md');
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record(
    { kind: fc.constant('file' as const), path, line: count, column: count, length: fc.nat(40), words },
    { requiredKeys: ['kind', 'path', 'line', 'column', 'length'] },
  ),
  fc.record({ kind: fc.constant('page' as const), url: fc.constant('/pricing/'), selector: words, words }),
  fc.record({
    kind: fc.constant('call' as const),
    method: fc.constant('GET'),
    path: fc.constant('/api/audit'),
    pointer: fc.constant('/items/0'),
  }),
);
const side = (who: fc.Arbitrary<string>): fc.Arbitrary<Side> =>
  fc.record({ who, value, at: fc.array(place, { maxLength: 3 }) });
const sides = fc
  .tuple(fc.oneof(side(fc.constant('matrix')), side(id)), fc.array(side(id), { minLength: 1, maxLength: 2 }))
  .map(([first, others]) => [first, ...others]);

const replay = fc.option(
  words.map((one) => `planproof audit --only ${one}`),
  { nil: undefined },
);

const finding: fc.Arbitrary<Finding> = fc
  .record({
    rule: fc.constantFrom(
      'limit/differs',
      'price/differs',
      'gate/refuses-differently',
      'limit/inverted',
      'surface/unread',
    ),
    level: fc.constantFrom('error', 'warning', 'note'),
    direction: fc.constantFrom('over_promise', 'under_promise', 'unenforced', 'unread'),
    about: fc.record({
      surface: id,
      subject: fc.record({ kind: fc.constant('limit' as const), key: words }),
      versions: fc.array(fc.constantFrom('pro_v6', 'relay_v6'), { maxLength: 2 }),
    }),
    says: words,
    sides,
    fix: words,
    key: hex,
    fingerprint: hex,
  })
  .chain((one) => replay.map((again) => ({ ...one, ...(again && { replay: again }) })));

const waived: fc.Arbitrary<Waived> = fc.record({
  finding,
  owner: words,
  reason: words,
  until: fc.constant('2027-01-31'),
  at: fc.constant({ kind: 'file' as const, path: 'planproof.waivers.yaml', line: 8, column: 10, length: 16 }),
});

/** Up to so many findings of each kind. */
export function drawnReport(most: number): fc.Arbitrary<Report> {
  const many = fc.array(finding, { maxLength: most });
  return fc.record({ findings: many, waivers: fc.array(waived, { maxLength: most }), known: many }).map((parts) => ({
    ...sampleReport('drift'),
    plans: [],
    keys: [],
    cells: [],
    excluded: [],
    evidence: {},
    ...parts,
  }));
}
