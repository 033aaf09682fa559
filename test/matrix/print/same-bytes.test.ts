import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { printEntitlementsJson } from '../../../matrix/print/entitlements-json.ts';
import { printEvaluatorTable } from '../../../matrix/print/evaluator-table.ts';
import { printReference } from '../../../matrix/print/reference.ts';
import { printRegions } from '../../../matrix/print/regions/print-regions.ts';
import { printSiteData } from '../../../matrix/print/site-data.ts';
import { foundIn, matrixOf, PULSE } from '../matrix-of.ts';

const ORIGIN = 'Printed by planproof from matrix.yaml';

function printedFrom(text: string): Record<string, string> {
  const { matrix } = matrixOf(text);
  const page = '<!-- planproof:begin table msp -->\n<!-- planproof:end -->\n';
  return {
    entitlements: printEntitlementsJson(matrix, ORIGIN),
    evaluator: printEvaluatorTable(matrix, ORIGIN, './table.ts'),
    reference: printReference(matrix, ORIGIN),
    site: printSiteData(matrix, ORIGIN),
    regions: printRegions(matrix, page).text,
  };
}

/** Maps whose order is the order of a page. */
const ORDERED = new Set(['lines', 'capabilities', 'limits', 'plans', 'past_versions']);

/** The same statements with the keys of every other map, and the lists of capabilities, in an order drawn by `next`. */
function shuffled(text: string, next: () => number): string {
  const document = parseDocument(text.replaceAll('*v5_pro', '[]'));
  visit(document, {
    Pair: (_key, { key, value }, parents) => {
      const name = isScalar(key) ? String(key.value) : '';
      const top = parents.length === 2;
      const plain = isMap(value) && !(top && ORDERED.has(name));
      if (plain || name === 'has' || name === 'without') {
        (value as { items: unknown[] }).items.sort(() => next() - 0.5);
      }
    },
    Map: (_key, map, parents) => {
      if (!isMap(parents.at(-1)) && Array.isArray((parents.at(-1) as { items?: unknown[] })?.items))
        map.items.sort(() => next() - 0.5);
    },
  });
  if (isMap(document.contents)) document.contents.items.sort(() => next() - 0.5);
  return document.toString();
}

describe('what is printed', () => {
  const plain = PULSE.replaceAll('*v5_pro', '[]');
  const expected = printedFrom(plain);

  it('is the same, byte for byte, each time', () => {
    expect(printedFrom(PULSE)).toEqual(printedFrom(PULSE));
  });

  it('does not change with the order of keys where order means nothing', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
        const text = shuffled(plain, () => stream.next().value as number);
        expect(printedFrom(text)).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('is sealed alike whatever that order is, old contracts too', () => {
    const text = (price: string, refusal: string) => `planproof: 1
product: Tide
plans: { pro: { name: Pro, version: pro_v1, price: ${price} } }
past_versions: { old_v1: { of: pro, until: never, has: [], limits: {}, price: ${price}, digest: sha256-bad } }
states: { active: { keeps: paid }, suspended: { keeps: nothing, refusal: ${refusal} } }
`;
    const one = text('{ USD: { month: 4, year: 40 }, EUR: { month: 5 } }', '{ status: 403, code: gone }');
    const other = text('{ EUR: { month: 5 }, USD: { year: 40, month: 4 } }', '{ code: gone, status: 403 }');
    expect(matrixOf(one).matrix.digest).toBe(matrixOf(other).matrix.digest);
    expect(foundIn(one)).toEqual(foundIn(other));
  });

  it('changes its seal with what is stated', () => {
    expect(matrixOf(PULSE.replace('month: 8.99', 'month: 9.99')).matrix.digest).not.toBe(matrixOf(PULSE).matrix.digest);
    expect(matrixOf(`# A comment.\n${PULSE}`).matrix.digest).toBe(matrixOf(PULSE).matrix.digest);
  });

  it.each(Object.keys(expected))('names no internal key: %s', (name) => {
    expect(printedFrom(PULSE)[name]).not.toMatch(/demo_fixtures|Demo Fixtures/);
  });

  it.each(['reference', 'site', 'regions'])('shows no marker and no compatibility key to a customer: %s', (name) => {
    const page = printedFrom(PULSE)[name]!;
    for (const words of [
      'white_label',
      'White-Label',
      'multi_user',
      'Multi-User',
      'Hosted Capacity',
      'kubernetes_ai',
      'Multi-Provider',
    ]) {
      expect(page).not.toContain(words);
    }
  });

  it.each(['reference', 'site', 'regions'])('shows no plan that is not on offer: %s', (name) => {
    const page = printedFrom(PULSE)[name]!;
    for (const words of ['business_v6', 'Enterprise', 'lease)', 'MSP (hosted']) expect(page).not.toContain(words);
  });
});
