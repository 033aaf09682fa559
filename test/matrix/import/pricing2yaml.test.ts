/** Pricings become matrices in which every cell is what a slow second reading of the source says, and nothing else. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../../matrix/import/head-of.ts';
import { importPricing2yaml } from '../../../matrix/import/pricing2yaml/import-pricing2yaml.ts';
import { readBack } from '../../../matrix/import/read-back.ts';
import { writeMatrix } from '../../../matrix/import/write-matrix.ts';
import type { RawMatrix } from '../../../matrix/read/raw.ts';
import { readMatrix } from '../../../matrix/read/read.ts';
import type { Addon, Cell, Matrix, PriceCell, Unit } from '../../../matrix/types.ts';
import { type SlowCell, type SlowPrice, type SlowPricing, type SlowSold, slowPricing } from './slow-pricing.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures/pricing2yaml');
/** Real pricings of 37 products, which are no part of this repository. */
const REAL = process.env.PLANPROOF_PRICINGS ?? join(import.meta.dirname, '../../../../shared/data/pricing2yaml');

function compares(path: string): void {
  const text = readFileSync(path, 'utf8');
  const slow = slowPricing(text);
  const { imported, problems } = importPricing2yaml(text, basename(path));
  expect(problems).toEqual([]);
  const written = writeMatrix(imported!, headOf(imported!));
  const { raw } = readMatrix(written, 'matrix.yaml');
  expect(plain(raw)).toEqual(plain(imported!.raw));
  const { matrix, problems: found } = readBack(written, 'matrix.yaml');
  expect(shownBy(matrix!, raw!, slow)).toEqual(shownIn(slow, matrix!));
  expect(surplus(raw!)).toEqual([]);
  const listed = imported!.leftOut.map(({ path: steps }) => steps.join('.'));
  expect([...new Set(listed)].sort()).toEqual(slow.leftOut);
  const head = written.slice(0, written.indexOf('\nplanproof: 1')).replace(/\n# {2,}/g, ' ');
  for (const { reason } of imported!.leftOut) expect(head).toContain(`${reason}.`);
  const name = path.split(/[\\/]/).slice(-2).join('/');
  expect(found.map(({ rule, level }) => `${level} ${rule}`)).toEqual(JUDGED[name] ?? []);
}

function plain(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data));
}

/**
 * What the rules find, judged by hand: each is true of its source, or of how the fixture bears its names. A rule that is
 * new turns this red until somebody has judged what it says.
 */
const JUDGED: Readonly<Record<string, readonly string[]>> = {
  // Two keys of the source differ in style alone, for a feature and for a plan; and the plan 365 has no more than another.
  'pricing2yaml/odd-keys.yml': ['error name/shared', 'warning plan/inferior', 'error name/shared'],
  // Pro is for one person and Teams for three or more, which the source does not say.
  'canva/2025.yml': ['warning plan/inferior'],
  // The source gives the price of Premium for each user, above that of Enterprise.
  'clockify/2020.yml': ['warning plan/inferior'],
  // What the add-on sells more of stands in its price, which is words.
  'shopify/2025.yml': ['warning addon/pointless'],
  // A usage limit without a number (only for public repositories) restricts, and Growth is free of it.
  'zenhub/2019.yml': ['warning plan/inferior'],
};

/** Letters and digits alone, so that the style of a key does not matter. */
function bare(key: string): string {
  return key
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The source's key, where ours is the same but for its style. */
function like(key: string, source = 'nothing'): string {
  const [mine, theirs] = [bare(key), bare(source)];
  const isSame = [theirs, `x${theirs}`].some((one) => mine === one || mine.replace(/\d$/, '') === one);
  return isSame ? source : `${key}, and not ${source}`;
}

function shownIn(slow: SlowPricing, matrix: Matrix) {
  const { plans, addons } = matrix.order;
  return {
    product: slow.product,
    currency: slow.currency,
    capabilities: slow.capabilities,
    limits: slow.limits,
    plans: slow.plans.map((plan, i) => ({ ...plan, version: `${plans[i]}_${slow.version}` })),
    addons: slow.addons.map(({ for: offered, requires, excludes, ...addon }) => ({
      ...addon,
      for: offered?.map((i) => plans[i]) ?? plans,
      requires: requires.map((i) => addons[i]),
      excludes: excludes.map((i) => addons[i]),
    })),
  };
}

function shownBy(matrix: Matrix, raw: RawMatrix, slow: SlowPricing): ReturnType<typeof shownIn> {
  const { order } = matrix;
  const cells = ({ capabilities, limits, prices }: Pick<Addon, 'capabilities' | 'limits' | 'prices'>): SlowSold => ({
    prices: prices.map(shownPrice),
    capabilities: order.capabilities.map((key) => shownCell(capabilities[key])),
    limits: order.limits.map((key) => shownCell(limits[key])),
  });
  const said = ({ description = '', group = '' }: { description?: string; group?: string }) => ({ description, group });
  return {
    product: matrix.product,
    currency: matrix.currency,
    capabilities: order.capabilities.map((key, i) => ({
      key: like(key, slow.capabilities[i]?.key),
      ...said(matrix.capabilities[key]!),
    })),
    limits: order.limits.map((key, i) => ({
      key: like(key, slow.limits[i]?.key),
      ...said(matrix.limits[key]!),
      unit: likeUnit(matrix.units[matrix.limits[key]!.unit]!, slow.limits[i]?.unit ?? ''),
      per: matrix.limits[key]!.per?.unit ?? '',
    })),
    plans: order.plans.map((key, i) => ({
      key: like(key, slow.plans[i]?.key),
      description: matrix.plans[key]!.summary ?? '',
      isPrivate: matrix.plans[key]!.sale === 'internal',
      version: matrix.plans[key]!.version,
      ...cells(matrix.versions[matrix.plans[key]!.version]!),
    })),
    addons: order.addons.map((key, i) => ({
      key: like(key, slow.addons[i]?.key),
      description: raw.addons![key]!.description ?? '',
      isPrivate: matrix.addons[key]!.audience === 'internal',
      for: matrix.addons[key]!.for,
      requires: matrix.addons[key]!.requires,
      excludes: matrix.addons[key]!.excludes,
      adds: order.limits.map((limit) => shownCell(matrix.addons[key]!.adds[limit])),
      ...cells(matrix.addons[key]!),
    })),
  };
}

/** The source's unit, where ours has the same letters in its singular or plural, or is its full word. */
function likeUnit({ one, other }: Unit, source: string): string {
  const words = { min: 'minute', '%': '%' }[source] ?? source;
  const isSame = [one, other].some((form) => form === words || (bare(form) !== '' && bare(form) === bare(words)));
  return isSame ? source : `${one}, and not ${source}`;
}

function shownCell(cell: Cell | undefined): SlowCell {
  if (!cell) return '';
  const { value } = cell;
  switch (value.kind) {
    case 'included':
      return 'tick';
    case 'excluded':
      return 'cross';
    case 'amount':
      return String(value.n);
    case 'words':
      return `words: ${value.text}`;
    default:
      return value.kind;
  }
}

function shownPrice({ interval, value }: PriceCell): SlowPrice {
  if (value.kind === 'on_request') return { interval, words: 'on request' };
  if (interval === 'any') return { interval, words: value.minor === 0 ? 'free' : String(value.minor) };
  const { n = 1, unit = '', period } = value.per ?? {};
  const billed = value.billed ? `, billed ${value.billed}` : '';
  return { interval, words: `${value.minor} ${value.currency} per ${n} ${unit}${period ? `/${period}` : ''}${billed}` };
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  capabilities: ['name', 'description', 'group'],
  limits: ['name', 'description', 'group', 'unit', 'per'],
  plans: ['name', 'sale', 'version', 'summary', 'price', 'has', 'details', 'limits'],
  addons: words('name description audience for requires excludes price has details limits adds'),
  units: ['one', 'other'],
};

function words(text: string): string[] {
  return text.split(' ');
}

/** Fields that no pricing states, and units that nothing uses. */
function surplus(raw: RawMatrix): string[] {
  const known = ['planproof', 'level', 'product', 'currency', ...Object.keys(FIELDS)];
  const json = JSON.stringify(raw);
  return [
    ...Object.keys(raw).filter((part) => !known.includes(part)),
    ...Object.entries(FIELDS).flatMap(([part, fields]) =>
      Object.entries((raw as unknown as Record<string, Record<string, object>>)[part] ?? {}).flatMap(([key, one]) =>
        Object.keys(one)
          .filter((field) => !fields.includes(field))
          .map((field) => `${part}.${key}.${field}`),
      ),
    ),
    ...Object.keys(raw.units ?? {}).filter((unit) => !new RegExp(`"(unit|per)":"(\\d+ )?${unit}"`).test(json)),
  ];
}

describe('every cell of a pricing is in its matrix or is listed', () => {
  it.each(globSync('*.yml', { cwd: FIXTURES }).sort())('%s', (name) => compares(join(FIXTURES, name)));
});

const real = existsSync(REAL) ? globSync('*/*.yml', { cwd: REAL }).sort() : [];

describe.skipIf(!real.length)(
  `every cell of ${real.length || 'the'} real pricings (PLANPROOF_PRICINGS names their folder)`,
  () => {
    it('of which there are 62', () => expect(real).toHaveLength(62));
    it.each(real.length ? real : ['none here'])('%s', (name) => compares(join(REAL, name)));
  },
);
