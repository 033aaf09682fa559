/** A draft goes in; its matrix of level `copy`, each fact with the places that state it as a comment, comes out. */
import { grouped } from '../check/grouped.ts';
import { draftKeys, type KeyedKey, MAIN_LINE } from './draft-keys.ts';
import { holdingsOf, planCells } from './holdings.ts';
import { inline, line, oneLine } from './line.ts';
import { planLines } from './plan-lines.ts';
import { sources } from './sources.ts';
import type { Draft } from './types.ts';

/** `head` stands above as comments, a line each. Same draft, same bytes. */
export function writeDraft(draft: Draft, head: readonly string[]): string {
  const { found } = draft;
  const keys = draftKeys(found);
  const all = planCells(draft, keys);
  const sections: string[][] = [
    [
      ...head.map((words) => `# ${oneLine(words)}`.trimEnd()),
      'planproof: 1',
      'level: copy',
      `product: ${inline(found.product)}`,
      ...currencyLine(draft),
    ],
    section(
      'units',
      Object.entries(keys.units).map(([key, forms]) => `  ${inline(key)}: ${inline(forms)}`),
    ),
    section('lines', linesSection(keys.lines, found)),
    section('capabilities', keys.capabilities.map(keyLine)),
    section('limits', keys.limits.map(keyLine)),
    [
      'plans:',
      ...keys.plans.flatMap((plan) =>
        planLines(plan, keys, all.get(plan.version)!, holdingsOf(plan.version, all, keys)),
      ),
    ],
  ];
  return `${sections
    .filter((lines) => lines.length)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function section(name: string, lines: readonly string[]): string[] {
  return lines.length ? [`${name}:`, ...lines] : [];
}

function linesSection(lines: ReadonlyMap<string, string>, { product, plans }: Draft['found']): string[] {
  if (!lines.size) return [];
  const main = plans.some((plan) => !plan.line) ? [`  ${MAIN_LINE}: ${inline({ name: product })}`] : [];
  return [...main, ...[...lines].map(([name, key]) => `  ${inline(key)}: ${inline({ name })}`)];
}

/** The currency that most prices are in, where that is not the one of a matrix that names none. */
function currencyLine({ cells }: Draft): string[] {
  const money = cells.flatMap(({ said }) =>
    said.flatMap(({ value }) => (value.kind === 'money' && value.minor > 0 ? [value.currency] : [])),
  );
  const [most] = [...grouped(money, (one) => one)].sort(([, a], [, b]) => b.length - a.length);
  return most && most[0] !== 'USD' ? [`currency: ${most[0]}`] : [];
}

function keyLine({ key, name, also, group, per, counts, at }: KeyedKey): string {
  const stated = {
    name,
    ...(also.length && { also }),
    ...(group && { group }),
    ...(counts && { unit: counts }),
    ...(per && { per }),
  };
  return line(2, `${inline(key)}: ${inline(stated)}`, sources([at]));
}
