import { describe, expect, it } from 'vitest';
import { checkMatrix } from '../../../matrix/check/check.ts';
import { matrixOf } from '../matrix-of.ts';
import { OFFER_STORIES } from './stories-offer.ts';

const problemsOf = (text: string) => checkMatrix(matrixOf(text));

const said = (name: string) => problemsOf(OFFER_STORIES.find((story) => story.name === name)!.text);

const found = (name: string) => said(name).map((problem) => problem.found);

/** Rules, and one story, about a fault that stands on one line alone. */
const ALONE = [
  'addon/loops',
  'price/billing-unclear',
  'price/introductory-endless',
  'price/standard-missing',
  'price/tiers-disordered',
  'price/unit-missing',
  'add-on-excludes-itself',
];

const PAIRS = OFFER_STORIES.filter(
  ({ rule, name, finds }) => finds.length > 0 && !ALONE.includes(rule) && !ALONE.includes(name),
);

describe('what is said', () => {
  it.each(PAIRS)('of $name shows the other line too', ({ text }) => {
    for (const { related = [] } of problemsOf(text)) expect(related.length).toBeGreaterThan(0);
  });

  it('of a worse plan names what both cost and what is missing', () => {
    expect(said('dearer-plan-gives-less-of-a-limit')).toMatchObject([
      {
        level: 'warning',
        found: 'Crew costs 99 USD a year and Solo 90 USD a year, but Crew gives nothing more, and less of Seats.',
        write: 'what Crew gives beyond Solo, or a price that is not above it.',
        related: [
          { at: { line: 13, column: 3 }, words: 'Solo stands here.' },
          { at: { line: 13, column: 113 }, words: 'Seats of Solo stands here.' },
        ],
      },
    ]);
  });

  it('of a rounded twelfth gives both yearly amounts, in the digits of their currency', () => {
    expect(found('month-is-no-twelfth-of-the-year')).toEqual([
      'Solo costs 8.99 USD a month, billed by the year, which is 107.88 USD a year, and also 79 USD a year.',
      'Crew costs 980 JPY a month, billed by the year, which is 11760 JPY a year, and also 11772 JPY a year.',
    ]);
  });

  it('of add-ons that exclude each other names both', () => {
    expect(found('required-add-ons-exclude-each-other')).toEqual([
      '`a` requires `c` and `d`, and the one excludes the other.',
    ]);
  });

  it('of a loop shows the way round', () => {
    expect(found('two-add-ons-require-each-other-and-a-third-one-them')).toEqual([
      '`b` requires itself: `b` → `c` → `b`.',
      '`c` requires itself: `c` → `b` → `c`.',
    ]);
  });
});
