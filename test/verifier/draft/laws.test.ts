/** Random copy goes in; whatever it says, the draft is a matrix without errors, the same on every run, with a source for each fact. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { draftedIf } from './drafted.ts';

const name = fc.constantFrom(
  'Free',
  'Pro',
  'Team',
  'Pro+',
  'Cloud Start',
  'Cloud Max',
  'Unlimited',
  'Null',
  'Yes',
  'Relay',
  "Tide's",
  'No.1',
);
const feature = fc.constantFrom(
  'SSO',
  'Audit log',
  'Audit logs',
  'Price',
  'Forms',
  'History',
  'Metric history',
  'Seats per team',
  'Storage (GB)',
  'Calls per minute',
  'Relay',
  'Pro',
  'on',
  '#1: "best"',
  'Ünïcode',
  'Core SSO (SAML)',
  'days',
  '24/7 support',
  'Team',
);
const cell = fc.constantFrom(
  '✓',
  '–',
  'Yes',
  'No',
  'Y*',
  '',
  '5',
  '10 forms',
  '7 days',
  '2 weeks',
  'Unlimited',
  'Free',
  '$5',
  '$5/mo',
  '€50 per year',
  'Custom',
  'Add-on',
  '10 per minute',
  'Up to 3',
  '5 GB',
  'Contact us',
  '0',
  '-1',
  '1,000',
  'from $9/mo',
  '$0',
  'Priority support',
  'Everything in Free',
);

const table = fc
  .tuple(
    fc.array(name, { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(feature, fc.array(cell, { minLength: 4, maxLength: 4 })), { minLength: 1, maxLength: 5 }),
  )
  .map(([names, rows]) =>
    [
      ['Plan', ...names],
      names.map(() => '---').concat('---'),
      ...rows.map(([label, cells]) => [label, ...cells.slice(0, names.length)]),
    ]
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n'),
  );
const rows = fc
  .tuple(
    fc.array(feature, { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(name, fc.array(cell, { minLength: 4, maxLength: 4 })), { minLength: 2, maxLength: 4 }),
  )
  .map(([features, plans]) =>
    [
      ['Plan', 'Price', ...features],
      ['---', '---', ...features.map(() => '---')],
      ...plans.map(([one, cells]) => [one, ...cells.slice(0, features.length + 1)]),
    ]
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n'),
  );
const section = fc
  .tuple(name, cell, fc.array(fc.oneof(cell, feature), { maxLength: 4 }))
  .map(([one, price, points]) => `## ${one} — ${price}\n\n${points.map((point) => `- ${point}`).join('\n')}`);
const sentence = fc
  .tuple(name, name, feature, cell)
  .chain(([a, b, key, value]) =>
    fc.constantFrom(
      `${key} is available on the ${a} and ${b} plans.`,
      `${a} includes ${value} and ${key}.`,
      `Everything in ${a}, plus ${key}.`,
      `${a} has everything in ${b}, plus ${key}.`,
      `${key} is only available on ${a} and above.`,
      `${a} costs ${value}.`,
      `${a} does not include ${key}.`,
    ),
  );
const text = fc
  .array(fc.oneof(table, rows, section, sentence), { maxLength: 6 })
  .map((parts) => `# Product\n\n## Plans\n\n${parts.join('\n\n')}\n`);

/** Lines that state a fact without a comment beside them: only what follows from a name, or opens a map, may. */
function withoutSource(yaml: string): string[] {
  const plans = yaml.slice(yaml.indexOf('\nplans:'));
  return plans
    .split('\n')
    .filter((line) => line.trim() && !/ # |^\s*#/.test(line))
    .filter(
      (line) =>
        !/^(?:plans:| {2}"?\w+"?:| {4}(?:line|version): \S+| {4}(?:price|has|without|unknown|limits):(?: \[\])?| {6}[A-Z]{3}:| {6}- "?\w+"?)$/.test(
          line,
        ),
    );
}

it('reads and checks without errors, and every fact has its source', async () => {
  let drafts = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 2 }), async (texts) => {
      const documents = Object.fromEntries(texts.map((one, i) => [`doc-${i}.md`, one]));
      const first = await draftedIf(documents);
      if (!first) return;
      drafts += 1;
      expect(first.problems.filter(({ level }) => level === 'error')).toEqual([]);
      expect(withoutSource(first.text)).toEqual([]);
      expect((await draftedIf(documents))!.text).toBe(first.text);
      const { plans } = parse(first.text) as { plans: Record<string, { has?: string[]; without?: string[] }> };
      // A capability without a comment in a list of what a plan has would be nobody's claim.
      for (const line of first.text.split('\n').filter((one) => /^ {6}- "?\w+"?$/.test(one))) {
        const key = line.trim().slice(2);
        const lists = first.text
          .split(/(?= {4}(?:has|without|unknown):)/)
          .filter((part) => part.includes(`${line}\n`) || part.endsWith(line));
        expect(
          lists.some((part) => part.startsWith('    unknown:')),
          key,
        ).toBe(true);
      }
      expect(Object.keys(plans).length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
  expect(drafts).toBeGreaterThan(30);
});
