/** Exports from Stripe become matrices with every price that a matrix can state; all else is listed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../../matrix/import/head-of.ts';
import { readBack } from '../../../matrix/import/read-back.ts';
import { importStripe } from '../../../matrix/import/stripe/import-stripe.ts';
import { writeMatrix } from '../../../matrix/import/write-matrix.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

function imported(name: string) {
  const { imported: one, problems } = importStripe(readFileSync(join(FIXTURES, name)), name);
  expect(problems).toEqual([]);
  const text = writeMatrix(one!, headOf(one!));
  const { matrix, problems: found } = readBack(text, 'matrix.yaml');
  const listed = one!.leftOut.map(({ path, value }) => path.join('.') + (value === undefined ? '' : ` (${value})`));
  return { ...one!, matrix: matrix!, listed, found: found.map(({ rule }) => rule) };
}

describe('an export with every shape of price', () => {
  const { raw, matrix, listed, readings, keys, found } = imported('stripe-every-price.json');

  it('states what the account, the features and the meters say', () => {
    expect({ ...raw, plans: undefined, addons: undefined }).toEqual({
      planproof: 1,
      level: 'copy',
      product: 'Harbourline',
      currency: 'USD',
      units: {
        berth_lookup: { one: 'berth lookup', other: 'berth lookups' },
        visit: { one: 'visit', other: 'visits' },
        berth: { one: 'berth', other: 'berths' },
        message: { one: 'message', other: 'messages' },
      },
      capabilities: {
        tide_table: { name: 'Tide table' },
        single_sign_on: { name: 'Single sign-on' },
        fax: { name: 'Fax' },
        storm_alerts: { name: 'Storm alerts' },
      },
      meters: {
        berth_lookups: { name: 'Berth lookups', unit: 'berth_lookup', aggregates: 'sum' },
        visit: { name: 'Visits', unit: 'visit' },
      },
      plans: undefined,
      addons: undefined,
    });
    expect([...keys]).toEqual([['capabilities.tide_table', 'tide-table']]);
  });

  it('states each product as a plan or an add-on, with its prices', () => {
    expect(raw.plans).toEqual({
      dock: {
        name: 'Dock',
        version: 'prod_Dock',
        summary: 'For one berth.',
        price: {
          USD: {
            month: [
              { amount: 19, id: 'price_dock_month' },
              { amount: 15, kind: 'retired', id: 'price_dock_month_2023' },
            ],
            quarter: { amount: 54, id: 'price_dock_quarter' },
            year: { amount: 199, id: 'price_dock_year', note: 'Dock, by the year' },
          },
          JPY: { year: { amount: 28000, id: 'price_dock_year', note: 'Dock, by the year' } },
          KWD: { year: { amount: 61.5, id: 'price_dock_year', note: 'Dock, by the year' } },
          ISK: { year: { amount: 27500, id: 'price_dock_year', note: 'Dock, by the year' } },
        },
        has: ['tide_table'],
      },
      quay: {
        name: 'Quay',
        version: 'prod_Quay',
        price: {
          USD: {
            month: {
              tiers: [
                { up_to: 10, flat: 99 },
                { up_to: 50, amount: 8 },
                { amount: 6.5, flat: 20 },
              ],
              tiers_are: 'graduated',
              per: 'berth',
              id: 'price_quay_month',
            },
            year: {
              tiers: [{ up_to: 100, amount: 70 }, { amount: 60 }],
              tiers_are: 'volume',
              per: 'berth',
              id: 'price_quay_year',
            },
          },
        },
        has: ['tide_table', 'single_sign_on'],
      },
      port: {
        name: 'Port',
        version: 'prod_Port',
        summary: 'For whole harbours.',
        price: {
          EUR: { once: { amount: 1500, id: 'price_port_setup' } },
          USD: {
            once: { amount: 5, from: true, id: 'price_port_gift' },
            usage: { amount: 0.04, per: '100 berth_lookup', id: 'price_port_calls' },
          },
        },
        meters: ['berth_lookups'],
      },
      jetty_2023: {
        name: 'Jetty (2023)',
        sale: 'retired',
        version: 'prod_Jetty',
        price: { USD: { month: { amount: 0, kind: 'retired', id: 'price_jetty' } } },
        has: [],
      },
    });
    expect(raw.addons).toEqual({
      storm_alerts: {
        name: 'Storm alerts',
        description: 'Warnings by text message.',
        price: {
          USD: {
            usage: {
              amount: 12,
              per: '1000 message',
              note: 'Quantities are rounded up to whole packages of 1000.',
              id: 'price_alerts',
            },
          },
        },
        has: ['storm_alerts'],
      },
    });
  });

  it('knows what a product lacks only where its features are listed', () => {
    const kind = (version: string, key: string) => matrix.versions[version]!.capabilities[key]!.value.kind;
    expect(['prod_Dock', 'prod_Quay', 'prod_Port', 'prod_Jetty'].map((one) => kind(one, 'single_sign_on'))).toEqual([
      'excluded',
      'included',
      'unknown',
      'excluded',
    ]);
    expect(readings).toContain('What these products have is unknown, as no product features stand there: Port.');
  });

  it('breaks no rule but the one on currencies: its prices are not all in the same ones', () => {
    expect(found).toEqual(['price/currency-missing']);
  });

  it('lists all else', () => {
    expect(listed.sort()).toEqual([
      'coupons',
      'features.feat_fax.active (false)',
      'features.feat_fax.livemode',
      'features.feat_sso.livemode',
      'features.feat_sso.metadata.team (identity)',
      'features.feat_tide.livemode',
      'meters.mtr_calls.customer_mapping',
      'meters.mtr_calls.status',
      'meters.mtr_visits.default_aggregation (count)',
      'meters.mtr_visits.status',
      'prices.price_alerts.recurring.interval (month)',
      'prices.price_alerts.recurring.meter (mtr_gone)',
      'prices.price_dock_half_year (every 6 months)',
      'prices.price_dock_year.created',
      'prices.price_dock_year.currency_options.usd.tax_behavior (exclusive)',
      'prices.price_dock_year.livemode',
      'prices.price_dock_year.lookup_key (dock_yearly)',
      'prices.price_dock_year.recurring.trial_period_days (14)',
      'prices.price_dock_year.tax_behavior (exclusive)',
      'prices.price_lost (prod_Nowhere)',
      'prices.price_pager',
      'prices.price_port_calls.recurring.interval (month)',
      'prices.price_port_gift.custom_unit_amount.maximum (90000)',
      'prices.price_port_gift.custom_unit_amount.preset (2500)',
      'prices.price_port_open',
      'prices.price_quay_fine_tiers',
      'prices.price_quay_untold',
      'product_features.prod_Gone',
      'product_features.prod_Quay (feat_unheard)',
      'products.prod_Dock.created',
      'products.prod_Dock.livemode',
      'products.prod_Dock.marketing_features.1 (Mooring plan for a weekend)',
      'products.prod_Dock.metadata.crm (D-1)',
      'products.prod_Dock.statement_descriptor',
      'products.prod_Dock.tax_code',
      'products.prod_Dock.updated',
      'products.prod_Pager (Pager)',
      'products.prod_Quay.created',
      'products.prod_Quay.livemode',
      'products.prod_Quay.updated',
    ]);
  });
});

it('reads plain lists, indented by tabs, and names the product after the file where nothing else does', () => {
  const { raw, listed, keys, found } = imported('stripe-shortest.json');
  expect(found).toEqual([]);
  expect(raw).toEqual({
    planproof: 1,
    level: 'copy',
    product: 'stripe-shortest',
    currency: 'NOK',
    units: { seat: { one: 'seat', other: 'seats' } },
    capabilities: { sketch: { name: 'Sketching' }, export_2_0: { name: 'Export' } },
    plans: {
      solo: {
        name: 'Solo',
        version: 'prod_A',
        price: { NOK: { month: { amount: 99, id: 'price_A' } } },
        has: ['sketch'],
      },
      studio: {
        name: 'Studio',
        version: 'prod_B',
        price: {
          NOK: {
            year: { amount: 49, per: 'seat', id: 'price_B' },
            usage: {
              amount: 5,
              per: '100 seat',
              note: 'Quantities are rounded down to whole packages of 100.',
              id: 'price_B2',
            },
          },
        },
        has: ['sketch', 'export_2_0'],
      },
    },
  });
  expect([...keys]).toEqual([['capabilities.export_2_0', 'Export 2.0']]);
  expect(listed).toEqual([
    'prices.price_A2',
    'prices.price_A3',
    'products.prod_A.marketing_features.1 (Made in Oslo)',
    'prices.price_B2.recurring.interval (month)',
    'prices.price_A2.recurring.interval (month)',
    'prices.price_A3.recurring.interval (month)',
  ]);
});

it('keeps what an id of other signs cannot bear', () => {
  const text =
    '{"products":[{"id":"日本","name":"Nihon"}],"prices":[{"id":"gold plan","product":"日本","currency":"jpy","unit_amount":500}]}';
  const { imported: one } = importStripe(Buffer.from(text), 'x.json');
  expect(one!.raw.plans).toEqual({
    nihon: { name: 'Nihon', version: 'nihon', price: { JPY: { once: { amount: 500 } } } },
  });
  expect(one!.leftOut.map(({ path }) => path.join('.'))).toEqual(['products.日本.id', 'prices.gold plan.id']);
});

describe('what is no export is told at its place', () => {
  const PRODUCT = '{ "id": "prod_1", "name": "Solo" }';
  it.each([
    ['', '1:1 import/unreadable The file is empty.'],
    ['{ "products": [', '1:16 import/unreadable This is not YAML'],
    ['[]', '1:1 import/malformed The file is a list.'],
    ['{ "products": [] }', '1:1 import/malformed The file lacks `prices`.'],
    ['{ "products": [], "prices": [] }', '1:15 import/malformed `products` is empty.'],
    [`{ "products": [{ "id": "prod_1" }], "prices": [] }`, '1:16 import/malformed `products.0` lacks `name`.'],
    [
      `{ "products": { "data": [${PRODUCT}], "has_more": true }, "prices": [] }`,
      '1:75 import/malformed `products.has_more` is `true`: what stands on the next pages would be missing.',
    ],
    [
      `{ "products": [${PRODUCT}], "prices": [{ "id": "price_1", "product": "prod_1", "currency": "xyz" }] }`,
      '1:116 import/malformed There is no currency `xyz`.',
    ],
    [
      `{ "products": [${PRODUCT}], "prices": [{ "id": "price_1", "product": "prod_1", "currency": "usd", "unit_amount": 9.5 }] }`,
      '1:138 import/malformed `prices.0.unit_amount` is `9.5`.',
    ],
  ])('%s', (text, told) => {
    const { imported: nothing, problems } = importStripe(Buffer.from(text), 'export.json');
    expect(nothing).toBeUndefined();
    const [first] = problems;
    expect(`${first!.at.line}:${first!.at.column} ${first!.rule} ${first!.found}`).toContain(told);
    expect(first!.write).not.toBe('');
  });

  it.each(['"divide_by": ', '"up_to": '])('as %s more than any machine counts', (field) => {
    const whole = readFileSync(join(FIXTURES, 'stripe-every-price.json'), 'utf8');
    const text = whole.replace(new RegExp(`${field}\\d+`), `${field}1e400`);
    expect(text).not.toBe(whole);
    const { problems } = importStripe(Buffer.from(text), 'export.json');
    expect(problems.map(({ rule, write }) => [rule, write])).toEqual([
      ['import/malformed', '9007199254740991 or less.'],
    ]);
  });

  it('and never throws, whatever stands there', () => {
    const whole = readFileSync(join(FIXTURES, 'stripe-every-price.json'), 'utf8');
    const leaf = fc.constantFrom(
      'null',
      '0',
      '-1',
      '1.5',
      '""',
      '"x"',
      '[]',
      '{}',
      'true',
      '1e400',
      '[null]',
      '"日本 x"',
    );
    fc.assert(
      fc.property(fc.nat(), leaf, (at, value) => {
        const spots = [...whole.matchAll(/(?<=": )(?:"[^"]*"|[\d.]+|null|true|false|\[\])/g)];
        const spot = spots[at % spots.length]!;
        const text = whole.slice(0, spot.index) + value + whole.slice(spot.index + spot[0].length);
        const result = importStripe(Buffer.from(text), 'export.json');
        if (!result.imported) expect(result.problems.length).toBeGreaterThan(0);
        else {
          const { problems } = readBack(writeMatrix(result.imported, headOf(result.imported)), 'matrix.yaml');
          expect(problems.filter(({ rule }) => rule === 'matrix/malformed' || rule === 'matrix/unreadable')).toEqual(
            [],
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
