import { describe, expect, it } from 'vitest';
import { offeredAddons } from '../../../matrix/print/offered-addons.ts';
import { printReference } from '../../../matrix/print/reference.ts';
import { printSiteData } from '../../../matrix/print/site-data.ts';
import { matrixOf } from '../matrix-of.ts';

const { matrix } = matrixOf(`planproof: 1
product: Tide
units: { seat: { one: seat, other: seats } }
capabilities: { phone: { name: Phone support }, audit: { name: Audit log } }
plans:
  free: { name: Free, version: free_v1, price: free, has: [] }
  pro: { name: Pro, version: pro_v1, badge: Most popular, price: { USD: { month: 1250 } }, has: [], details: { audit: 30 days of it } }
  old: { name: Old, version: old_v1, sale: retired, has: [] }
addons:
  phone:
    name: Phone line
    for: [pro, old]
    has: [phone]
    price: { USD: { month: { amount: 5, per: seat }, year: [{ amount: 50, per: seat }, { amount: 99, kind: compare_at }] } }
  calls: { name: Calls, price: { USD: { usage: { amount: 2, per: 1000 seat } } } }
  setup: { name: Set-up, audience: internal }
`);

describe('add-ons on offer', () => {
  it('go with the plans that are on offer, at the prices that everybody is asked for', () => {
    expect(offeredAddons(matrix, 'plans')).toEqual([
      { key: 'phone', name: 'Phone line', price: '$5 per seat per month or $50 per seat per year', for: ['Pro'] },
      { key: 'calls', name: 'Calls', price: '$2 per 1,000 seats', for: ['Free', 'Pro'] },
    ]);
  });

  it('stand on the site and on the reference page', () => {
    const site = JSON.parse(printSiteData(matrix, 'Printed'));
    expect(site.lines[0].addons.map((one: { name: string }) => one.name)).toEqual(['Phone line', 'Calls']);
    expect(site.lines[0].plans[1].badge).toBe('Most popular');
    expect(printReference(matrix, 'Printed')).toContain(
      '| Phone line | $5 per seat per month or $50 per seat per year | Pro |',
    );
  });

  it('are what a plan without the capability shows for it', () => {
    const [group] = JSON.parse(printSiteData(matrix, 'Printed')).lines[0].groups;
    expect(group.rows).toEqual([
      {
        key: 'phone',
        name: 'Phone support',
        cells: [
          { kind: 'excluded', words: 'Not included' },
          { kind: 'words', words: 'Add-on' },
        ],
      },
      {
        key: 'audit',
        name: 'Audit log',
        cells: [
          { kind: 'excluded', words: 'Not included' },
          { kind: 'words', words: '30 days of it' },
        ],
      },
    ]);
  });
});
