/** What a region asks for goes in; the words that stand in it, or what is wrong with the question, come out. */
import { didYouMean } from '../../did-you-mean.ts';
import { currentVersion, offeredPlans, publicCapabilities, publicLimits } from '../../public.ts';
import type { Matrix } from '../../types.ts';
import { isHeld } from '../../value.ts';
import { chosenTable, comparisonTable, priceTable } from '../markdown.ts';
import { limitWords, moneyWords, priceListWords, priceWords } from '../words.ts';
import type { Mark } from './marks.ts';

/** `at` is where the wrong word stands; the whole mark where it is left out. */
export interface Wrong {
  at?: number;
  length?: number;
  found: string;
  write: string;
}

/** `inline` fits into a sentence; `block` is Markdown that stands by itself. */
export type RegionWords = { inline: string } | { block: string } | Wrong;

type Words = Mark['words'];

interface Asked {
  matrix: Matrix;
  kind: string;
  /** `plan=pro` by name, with where its value stands. */
  fields: Map<string, Words[number]>;
  /** What stands without a name. */
  plain: Words;
}

interface Kind {
  /** How it is written. */
  form: string;
  fields: readonly string[];
  print(asked: Asked): RegionWords;
}

const KINDS: Readonly<Record<string, Kind>> = {
  table: { form: 'table LINE` or `table plans=A,B keys=X,Y', fields: ['line', 'plans', 'keys'], print: table },
  prices: { form: 'prices LINE', fields: ['line'], print: (asked) => ofLine(asked, priceTable) },
  value: { form: 'value plan=PLAN key=KEY', fields: ['plan', 'key'], print: value },
  price: { form: 'price plan=PLAN interval=month', fields: ['plan', 'interval'], print: price },
  plans: { form: 'plans key=CAPABILITY', fields: ['key'], print: plansWith },
  features: { form: 'features plan=PLAN', fields: ['plan'], print: features },
};

/** Kinds with their fields: `table self_hosted`, `value plan=pro key=history`. */
export function regionWords(matrix: Matrix, [first, ...rest]: Words): RegionWords {
  const name = first?.value ?? '';
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (!kind) return unknown('region', first, name, Object.keys(KINDS));
  const fields = new Map<string, Words[number]>();
  const plain: Words = [];
  for (const word of rest) {
    const equals = word.value.indexOf('=');
    if (equals < 0) plain.push(word);
    else {
      const field = word.value.slice(0, equals);
      if (!kind.fields.includes(field))
        return unknown(`field of \`${name}\``, { ...word, value: field }, field, kind.fields);
      if (fields.has(field)) return { ...placed(word), found: `\`${field}\` stands twice.`, write: 'one of the two.' };
      fields.set(field, { value: word.value.slice(equals + 1), at: word.at + equals + 1 });
    }
  }
  const [extra] = kind.fields.includes('line') ? plain.slice(1) : plain;
  if (extra) return { ...placed(extra), found: `\`${extra.value}\` says nothing here.`, write: `\`${kind.form}\`.` };
  return kind.print({ matrix, kind: name, fields, plain });
}

function table(asked: Asked): RegionWords {
  const { matrix, fields } = asked;
  if (!fields.has('plans') && !fields.has('keys')) return ofLine(asked, comparisonTable);
  const plans = listed(asked, 'plans', 'plan', matrix.plans);
  if ('found' in plans) return plans;
  const keys = listed(asked, 'keys', 'capability or limit', { ...matrix.capabilities, ...matrix.limits });
  if ('found' in keys) return keys;
  return { block: chosenTable(matrix, plans, keys) };
}

function ofLine({ matrix, kind, fields, plain }: Asked, print: (matrix: Matrix, line: string) => string): RegionWords {
  const word = fields.get('line') ?? plain[0];
  const line = word?.value ?? '';
  if (Object.hasOwn(matrix.lines, line)) return { block: print(matrix, line) };
  return {
    ...unknown('product line', word, line, matrix.order.lines),
    ...(!word && { write: `one of ${matrix.order.lines.map((one) => `\`${kind} ${one}\``).join(', ')}.` }),
  };
}

function value(asked: Asked): RegionWords {
  const { matrix } = asked;
  const plan = one(asked, 'plan', 'plan', matrix.plans);
  if ('found' in plan) return plan;
  const key = one(asked, 'key', 'capability or limit', { ...matrix.capabilities, ...matrix.limits });
  if ('found' in key) return key;
  const version = currentVersion(matrix, plan);
  const cell = version.limits[key.key] ?? version.capabilities[key.key]!;
  const words = valueWords(matrix, cell.value);
  return words === undefined ? unsaid(asked, 'key', `what \`${plan.key}\` has of \`${key.key}\``) : { inline: words };
}

function valueWords(matrix: Matrix, cell: Parameters<typeof limitWords>[1]): string | undefined {
  const said = { included: 'included', excluded: 'not included', addon: 'add-on' } as const;
  if (cell.kind === 'words') return cell.text;
  return cell.kind in said
    ? said[cell.kind as keyof typeof said]
    : limitWords(matrix, cell)?.replace(/^Un|^On/, (words) => words.toLowerCase());
}

function price(asked: Asked): RegionWords {
  const { matrix, fields } = asked;
  const plan = one(asked, 'plan', 'plan', matrix.plans);
  if ('found' in plan) return plan;
  const { prices } = currentVersion(matrix, plan);
  const interval = fields.get('interval');
  if (interval && interval.value !== 'month' && interval.value !== 'year')
    return unknown('interval', interval, interval.value, ['month', 'year']);
  const [any] = prices.filter((cell) => cell.interval === 'any');
  if (any) return { inline: moneyWords(matrix, any.value) };
  const period = interval?.value as 'month' | 'year' | undefined;
  const words = period
    ? priceWords(matrix, prices, period)
    : priceListWords(
        matrix,
        prices.filter((cell) => !cell.kind),
      );
  if (!words)
    return unsaid(asked, period ? 'interval' : 'plan', `a price of \`${plan.key}\`${period ? ` per ${period}` : ''}`);
  return { inline: period ? `${words} per ${period}` : words };
}

function plansWith(asked: Asked): RegionWords {
  const { matrix } = asked;
  const key = one(asked, 'key', 'capability', matrix.capabilities);
  if ('found' in key) return key;
  const names = offeredPlans(matrix)
    .filter((plan) => isHeld(currentVersion(matrix, plan).capabilities[key.key]!.value))
    .map((plan) => plan.name);
  return { inline: names.length ? listOf(names) : 'no plan' };
}

/** `Relay and Pro`; `Community, Relay and Pro`. */
function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function features(asked: Asked): RegionWords {
  const { matrix } = asked;
  const plan = one(asked, 'plan', 'plan', matrix.plans);
  if ('found' in plan) return plan;
  const version = currentVersion(matrix, plan);
  const limits = publicLimits(matrix, plan.line).flatMap((limit) => {
    const words = limitWords(matrix, version.limits[limit.key]!.value);
    return words ? [`${limit.name}: ${words}`] : [];
  });
  const held = publicCapabilities(matrix).flatMap(({ key, name }) => {
    const { value: cell } = version.capabilities[key]!;
    return isHeld(cell) ? [cell.kind === 'words' ? `${name}: ${cell.text}` : name] : [];
  });
  return { block: `${[...limits, ...held].map((words) => `- ${words}`).join('\n')}\n` };
}

function one<T>(asked: Asked, field: string, what: string, known: Readonly<Record<string, T>>): T | Wrong {
  const word = asked.fields.get(field);
  if (word && Object.hasOwn(known, word.value)) return known[word.value]!;
  return word ? unknown(what, word, word.value, Object.keys(known)) : missing(asked, field);
}

function listed<T>(asked: Asked, field: string, what: string, known: Readonly<Record<string, T>>): T[] | Wrong {
  const word = asked.fields.get(field);
  if (!word) return missing(asked, field);
  let at = word.at;
  const found: T[] = [];
  for (const name of word.value.split(',')) {
    if (!Object.hasOwn(known, name)) return unknown(what, { value: name, at }, name, Object.keys(known));
    found.push(known[name]!);
    at += name.length + 1;
  }
  return found;
}

function missing({ kind }: Asked, field: string): Wrong {
  return { found: `\`${kind}\` does not say which \`${field}\`.`, write: `\`${KINDS[kind]!.form}\`.` };
}

function unsaid({ fields }: Asked, field: string, what: string): Wrong {
  const word = fields.get(field);
  return {
    ...(word && placed(word)),
    found: `The matrix does not say ${what}.`,
    write: 'it in the matrix, or leave the region out.',
  };
}

function unknown(what: string, word: Words[number] | undefined, name: string, known: readonly string[]): Wrong {
  const near = didYouMean(name, known);
  return {
    ...(word && placed(word)),
    found: what === 'region' ? `No region is called \`${name}\`.` : `The matrix has no ${what} \`${name}\`.`,
    write: near
      ? `\`${near}\`.`
      : `one of ${known.map((word_) => `\`${what === 'region' ? KINDS[word_]!.form : word_}\``).join(', ')}.`,
  };
}

function placed({ at, value: words }: Words[number]): Pick<Wrong, 'at' | 'length'> {
  return { at, length: Math.max(1, words.length) };
}
