/** The stranger's copy goes into a draft; what it fills is compared with the matrix that the stranger wrote by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Measured, measureDraft, type Stated } from '../../../scripts/bench/draft/measure-draft.ts';
import { matrixOf } from '../../matrix/matrix-of.ts';
import { drafted } from './drafted.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/stranger');
const README = { 'README.md': readFileSync(join(FOLDER, 'README.md'), 'utf8') };
const PRICING = { 'public/pricing.html': readFileSync(join(FOLDER, 'public/pricing.html'), 'utf8') };

/** Every cell of the stranger's own matrix: both documents together state all of them. */
function everyCell(): Stated[] {
  const { matrix } = matrixOf(readFileSync(join(FOLDER, 'harbor.matrix.yaml'), 'utf8'));
  const shown = (value: { kind: string; n?: number }) => (value.kind === 'amount' ? value.n! : value.kind);
  return Object.values(matrix.plans).flatMap((plan) => {
    const { capabilities, limits, prices } = matrix.versions[plan.version]!;
    const cells = Object.entries({ ...capabilities, ...limits });
    return [
      ...cells.map(([key, { value }]) => {
        const { name, also } = matrix.capabilities[key] ?? matrix.limits[key]!;
        return { at: '', plan: plan.name, key: [name, ...also], is: shown(value) };
      }),
      ...prices.map(({ interval, value }) => ({
        at: '',
        plan: plan.name,
        key: interval === 'any' ? 'price' : `price ${interval}`,
        is: value.kind === 'money' && value.minor > 0 ? `${value.minor / 100} EUR` : 'free',
      })),
    ];
  });
}

const STATED = everyCell();
const told = ({ filled, open, wrong }: Measured) => ({ filled: filled.length, open: open.length, wrong });

describe("a draft from the stranger's copy", () => {
  it('fills every cell from README and pricing page, and none wrongly', async () => {
    const { matrix, contradictions, problems } = await drafted({ ...README, ...PRICING });
    expect(STATED).toHaveLength(26);
    expect(told(measureDraft(matrix, STATED))).toEqual({ filled: 26, open: 0, wrong: [] });
    expect([contradictions, problems]).toEqual([[], []]);
    expect([matrix.product, matrix.currency]).toEqual(['Harbor Forms', 'EUR']);
  });

  it('leaves open what the README alone does not say', async () => {
    const { matrix } = await drafted(README);
    const measured = measureDraft(matrix, STATED);
    expect(told(measured)).toEqual({ filled: 25, open: 1, wrong: [] });
    expect(measured.open.map(({ plan, key }) => [plan, [key].flat()[0]])).toEqual([['Hobby', 'Custom domains']]);
  });

  it('fills every cell from the pricing page alone', async () => {
    expect(told(measureDraft((await drafted(PRICING)).matrix, STATED))).toEqual({ filled: 26, open: 0, wrong: [] });
  });
});
