/** The bytes of a Pricing2Yaml file go in; a matrix of level `copy`, and what it could not take, come out. */
import type { RawMatrix } from '../../read/raw.ts';
import type { Imported, ImportResult } from '../imported.ts';
import { SUSPICIOUS } from './contents.ts';
import { declarations } from './declarations.ts';
import { listHomeless } from './homeless.ts';
import { readPricing } from './read-pricing.ts';
import { type Reading, startReading } from './reading.ts';
import { addonsOf, plansOf } from './sold.ts';

const PARTS = ['features', 'usageLimits', 'plans', 'addOns'] as const;

/** `path` is only a name. Never throws on bad input: what is wrong is in `problems`. */
export function importPricing2yaml(bytes: Uint8Array | string, path: string): ImportResult {
  const { pricing, source, problems } = readPricing(bytes, path);
  if (!pricing)
    return { problems: problems.map((problem) => ({ ...problem, rule: problem.rule.replace('matrix/', 'import/') })) };
  const reading = startReading(source, pricing);
  const { capabilities, limits } = declarations(reading);
  const plans = plansOf(reading);
  const addons = addonsOf(reading);
  if (reading.problems.length) return { problems: eachPlaceOnce(reading) };
  listHomeless(reading);
  const raw: RawMatrix = {
    planproof: 1,
    level: 'copy',
    product: pricing.saasName,
    currency: pricing.currency,
    ...filled('units', reading.units.declared),
    ...filled('capabilities', capabilities),
    ...filled('limits', limits),
    plans,
    ...filled('addons', addons),
  };
  return { imported: importedOf(reading, raw, path), problems: [] };
}

/** A default of the wrong type is met once for every plan. */
function eachPlaceOnce({ problems }: Reading): Reading['problems'] {
  const seen = new Set<string>();
  return problems.filter(({ at: { line, column } }) => !seen.has(`${line}:${column}`) && seen.add(`${line}:${column}`));
}

function filled<Name extends string, T extends object>(name: Name, map: T): Partial<Record<Name, T>> {
  return Object.keys(map).length ? ({ [name]: map } as Record<Name, T>) : {};
}

function importedOf(reading: Reading, raw: RawMatrix, path: string): Imported {
  const { pricing, ledger, originals } = reading;
  const { syntaxVersion, saasName, version, createdAt, url } = pricing;
  const said = { version, 'created at': createdAt, url };
  const itself = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
  return {
    raw,
    about: [`Imported from ${path}, a pricing in Pricing2Yaml ${syntaxVersion}: ${[saasName, ...itself].join(', ')}.`],
    readings: [...ledger.readings, ...readingsOf(reading)],
    keys: originals,
    leftOut: ledger.leftOut,
    counts: Object.fromEntries(PARTS.map((part) => [part, Object.keys(pricing[part] ?? {}).length])),
  };
}

function readingsOf({ pricing, units, large }: Reading): string[] {
  const list = (names: Iterable<string>) => [...names].join(', ');
  const bare = Object.entries(pricing.usageLimits ?? {}).flatMap(([name, { valueType }]) =>
    valueType === 'NUMERIC' ? [] : [name],
  );
  return [
    'Names are the keys of the source as words; where a key cannot be told from its name, it stands behind it.',
    ...(Object.keys(pricing.plans ?? {}).length ? [] : ['The source has no plans: what it sells are add-ons.']),
    ...units.readings,
    ...(bare.length
      ? [`These usage limits have no number, so they are capabilities here, even where one restricts: ${list(bare)}.`]
      : []),
    ...(large.size
      ? [
          `These limits hold numbers of ${SUSPICIOUS} and more: ${list(large)}. The source does not write .inf there, so they stay numbers; write \`unlimited\` where that is meant.`,
        ]
      : []),
  ];
}
