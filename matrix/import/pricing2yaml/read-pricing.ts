/** The bytes of a Pricing2Yaml file go in; its data with places, or problems in the words of who edits it, come out. */
import { Ajv, type ValidateFunction } from 'ajv';
import { currenciesInsteadOf } from '../../money.ts';
import type { Problem } from '../../problem.ts';
import { openYaml } from '../../read/read.ts';
import { type Path, placeOf, type Source } from '../../read/source.ts';
import { validate } from '../../read/validate.ts';
import { shown } from '../shown.ts';
import { withoutNulls } from '../without-nulls.ts';
import schema from './pricing2yaml.schema.json' with { type: 'json' };

export interface Declared {
  valueType: 'BOOLEAN' | 'NUMERIC' | 'TEXT';
  defaultValue: unknown;
  description?: string;
  unit?: string;
  tag?: string;
  linkedFeatures?: string[];
}

/** A plan or an add-on. */
export interface Sold {
  description?: string;
  price?: number | string;
  unit?: string;
  private?: boolean;
  features?: Record<string, unknown>;
  usageLimits?: Record<string, unknown>;
  usageLimitsExtensions?: Record<string, unknown>;
  availableFor?: string[];
  dependsOn?: string[];
  excludes?: string[];
}

export interface Pricing {
  saasName: string;
  syntaxVersion: string | number;
  version?: string | number;
  createdAt?: string | number;
  url?: string;
  currency: string;
  billing?: Record<string, number>;
  tags?: string[];
  features: Record<string, Declared>;
  usageLimits?: Record<string, Declared>;
  plans?: Record<string, Sold>;
  addOns?: Record<string, Sold>;
}

export type PricingRead =
  | { pricing: Pricing; source: Source; problems: [] }
  | { pricing?: undefined; source: Source; problems: Problem[] };

const EMPTY = 'a pricing: `syntaxVersion: "2.1"`, then `saasName:`, `currency:`, `features:` and `plans:`.';

export function readPricing(bytes: Uint8Array | string, path: string): PricingRead {
  const opened = openYaml(bytes, path, EMPTY);
  const { source } = opened;
  if (opened.problems.length) return { source, problems: opened.problems };
  const data = withoutNulls(opened.data) as Pricing;
  const malformed = [...otherSyntax(source, data), ...validate(source, data, shapeCheck())];
  const problems = malformed.length ? malformed : meaningless(source, data);
  return problems.length ? { source, problems } : { pricing: data, source, problems: [] };
}

let compiled: ValidateFunction | undefined;

function shapeCheck(): ValidateFunction {
  compiled ??= new Ajv({ allErrors: true, verbose: true, strict: false, strictNumbers: false }).compile(schema);
  return compiled;
}

const SYNTAX = '2.1';

function otherSyntax(source: Source, { syntaxVersion }: Partial<Pricing>): Problem[] {
  if (syntaxVersion === undefined || shown(syntaxVersion) === SYNTAX) return [];
  const write = `\`"${SYNTAX}"\`, in a file of that version; the tools of the format turn one version into another.`;
  const found = `\`syntaxVersion\` is \`${shown(syntaxVersion)}\`, which the import does not read.`;
  return [problemAt(source, ['syntaxVersion'], found, write)];
}

function meaningless(source: Source, { currency, plans = {}, addOns = {} }: Pricing): Problem[] {
  const problems: Problem[] = [];
  if (currenciesInsteadOf(currency))
    problems.push(
      problemAt(source, ['currency'], `There is no currency \`${currency}\`.`, 'a code of ISO 4217, such as USD.'),
    );
  if (!Object.keys(plans).length && !Object.keys(addOns).length)
    problems.push(
      problemAt(
        source,
        ['plans'],
        'There is neither a plan nor an add-on.',
        'what is sold below `plans:` or `addOns:`.',
      ),
    );
  return problems;
}

export function problemAt(source: Source, path: Path, found: string, write: string): Problem {
  return { rule: 'import/malformed', level: 'error', at: placeOf(source, path), found, write };
}
