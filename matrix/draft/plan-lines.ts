/** A plan of a draft and what is said of it go in; its lines in the file, each with its sources, come out. */
import { type DraftKeys, type KeyedPlan, MAIN_LINE } from './draft-keys.ts';
import type { CapabilityCell, CellState, Holdings, PlanCells } from './holdings.ts';
import { limitNumber } from './limit-number.ts';
import { inline, line } from './line.ts';
import { priceLines } from './price-lines.ts';
import { shortValue } from './short-value.ts';
import { sidesWords, sources } from './sources.ts';

export function planLines(plan: KeyedPlan, keys: DraftKeys, cells: PlanCells, holdings: Holdings): string[] {
  return [
    `  ${inline(plan.key)}:`,
    line(4, `name: ${inline(plan.name)}`, sources([plan.at])),
    ...(keys.lines.size ? [`    line: ${inline(plan.line ? keys.lines.get(plan.line) : MAIN_LINE)}`] : []),
    `    version: ${inline(plan.version)}`,
    ...baseLine(cells),
    ...priceLines(cells.prices),
    ...capabilityLines(keys, cells, holdings),
    ...limitLines(keys, cells),
  ];
}

function baseLine({ base }: PlanCells): string[] {
  return base ? [line(4, `everything_in: ${inline(base.plan)}`, sources(base.at))] : [];
}

/** What is included stands by name; what is excluded only by its source, since the list is closed. */
function capabilityLines({ capabilities }: DraftKeys, cells: PlanCells, { inherited }: Holdings): string[] {
  const of = (state: CellState) => capabilities.filter(({ key }) => cells.capabilities.get(key)?.state === state);
  const source = (key: string) => sources(cells.capabilities.get(key)!.said[0]!.at);
  const before = (key: string) => inherited(key);
  const has = of('included').filter(({ key }) => before(key) !== 'included');
  const excluded = of('excluded');
  const taken = excluded.filter(({ key }) => before(key) === 'included' || before(key) === 'unknown');
  const open = capabilities.filter(({ key }) => {
    const state = cells.capabilities.get(key)?.state;
    if (state === 'conflict') return true;
    if (state === 'included' || state === 'excluded') return false;
    return before(key) === undefined || before(key) === 'excluded';
  });
  if (!capabilities.length) return [];
  return [
    ...(has.length ? ['    has:', ...has.map(({ key }) => line(6, `- ${inline(key)}`, source(key)))] : ['    has: []']),
    ...excluded.filter((one) => !taken.includes(one)).map(({ key }) => `      # not ${key}: ${source(key)}`),
    ...(taken.length ? ['    without:', ...taken.map(({ key }) => line(6, `- ${inline(key)}`, source(key)))] : []),
    ...(open.length
      ? [
          '    unknown:',
          ...open.map(({ key }) => line(6, `- ${inline(key)}`, conflictWords(cells.capabilities.get(key)))),
        ]
      : []),
  ];
}

function conflictWords(cell: CapabilityCell | undefined): string {
  return cell ? sidesWords(cell.said, shortValue) : '';
}

function limitLines({ limits }: DraftKeys, cells: PlanCells): string[] {
  const stated = limits.flatMap((limit): string[] => {
    const cell = cells.limits.get(limit.key);
    if (!cell) return [];
    const value = cell.state === 'conflict' ? undefined : limitNumber(cell.said[0]!.value, limit);
    if (value === undefined) return [line(6, `${inline(limit.key)}: unknown`, sidesWords(cell.said, shortValue))];
    return [line(6, `${inline(limit.key)}: ${value}`, sources(cell.said[0]!.at))];
  });
  return stated.length ? ['    limits:', ...stated] : [];
}
