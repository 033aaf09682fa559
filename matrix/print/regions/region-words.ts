/** What a region asks for goes in; the words that stand in it, or what is wrong with the question, come out. */

import type { DocsData, DocsPlan } from '../docs-data.ts';
import { table as tableText } from '../table.ts';
import { type Asked, oneOf, severalOf, unknown, unsaid, type Words, type Wrong } from './asked.ts';

/** `inline` fits into a sentence; a table or list stands by itself. */
export type RegionWords = { inline: string } | Block | Wrong;
export type Block = { table: { head: string[]; rows: string[][] } } | { list: string[] };

interface Kind {
  /** How it is written. */
  form: string;
  fields: readonly string[];
  print(asked: Asked): RegionWords;
}

const KINDS: Readonly<Record<string, Kind>> = {
  table: { form: 'table LINE` or `table plans=A,B keys=X,Y', fields: ['line', 'plans', 'keys'], print: table },
  prices: { form: 'prices LINE', fields: ['line'], print: prices },
  value: { form: 'value plan=PLAN key=KEY', fields: ['plan', 'key'], print: value },
  price: { form: 'price plan=PLAN interval=month', fields: ['plan', 'interval'], print: price },
  plans: { form: 'plans key=CAPABILITY', fields: ['key'], print: plansWith },
  features: { form: 'features plan=PLAN', fields: ['plan'], print: features },
};

/** The words behind the mark, each with where it stands: `table self_hosted`, `value plan=pro key=history`. */
export function regionWords(data: DocsData, [first, ...rest]: Words): RegionWords {
  const name = first?.value ?? '';
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  const forms = Object.fromEntries(Object.entries(KINDS).map(([key, { form }]) => [key, form]));
  if (!kind) return { ...unknown('', first, name, forms), found: `No region is called \`${name}\`.` };
  const asked: Asked = { data, kind: name, form: kind.form, fields: new Map(), plain: [] };
  return misread(asked, kind, rest) ?? kind.print(asked);
}

/** Fills `asked`; gives the first word that has no place. */
function misread({ kind: name, form, fields, plain }: Asked, { fields: known }: Kind, words: Words): Wrong | undefined {
  for (const word of words) {
    const equals = word.value.indexOf('=');
    const field = word.value.slice(0, Math.max(0, equals));
    if (equals < 0) plain.push(word);
    else if (!known.includes(field)) return unknown(`field of \`${name}\``, { ...word, value: field }, field, known);
    else if (fields.has(field))
      return { at: word.at, length: word.value.length, found: `\`${field}\` stands twice.`, write: 'one of the two.' };
    else fields.set(field, { value: word.value.slice(equals + 1), at: word.at + equals + 1 });
  }
  const [extra] = known.includes('line') && !fields.has('line') ? plain.slice(1) : plain;
  if (!extra) return undefined;
  return {
    at: extra.at,
    length: extra.value.length,
    found: `\`${extra.value}\` says nothing here.`,
    write: `\`${form}\`.`,
  };
}

/** What nobody has said of one of the plans. */
const UNSAID = 'Ask us';

function table(asked: Asked): RegionWords {
  const { data, fields } = asked;
  if (!fields.has('plans') && !fields.has('keys')) {
    const line = lineOf(asked);
    return 'found' in line ? line : { table: comparisonOf(data, line.plans, line.rows) };
  }
  const plans = severalOf(asked, 'plans', 'plan', data.plans);
  if ('found' in plans) return plans;
  const keys = severalOf(asked, 'keys', 'capability or limit', keysOf(data));
  return 'found' in keys ? keys : { table: comparisonOf(data, plans, keys) };
}

function keysOf({ limits, capabilities }: DocsData): Record<string, { name: string }> {
  return { ...limits, ...capabilities };
}

function comparisonOf(data: DocsData, plans: readonly string[], keys: readonly string[]) {
  const known = keysOf(data);
  return {
    head: ['', ...plans.map((plan) => data.plans[plan]!.name)],
    rows: keys.map((key) => [known[key]!.name, ...plans.map((plan) => said(data.plans[plan]!, key) ?? UNSAID)]),
  };
}

function prices(asked: Asked): RegionWords {
  const line = lineOf(asked);
  if ('found' in line) return line;
  const rows = line.plans.map((key) => {
    const { name, price: words } = asked.data.plans[key]!;
    return [name, words.any ?? words.month ?? UNSAID, words.any ?? words.year ?? UNSAID];
  });
  return { table: { head: ['Plan', 'Per month', 'Per year'], rows } };
}

function lineOf({ data, kind, fields, plain }: Asked): DocsData['lines'][string] | Wrong {
  const word = fields.get('line') ?? plain[0];
  const line = word?.value ?? '';
  if (Object.hasOwn(data.lines, line)) return data.lines[line]!;
  const known = Object.keys(data.lines).map((one) => `${kind} ${one}`);
  return word ? unknown('product line', word, line, data.lines) : unknown('product line', word, line, known);
}

const SMALL = /^(?:Included|Not included|Add-on|Unlimited|On request)$/;

function value(asked: Asked): RegionWords {
  const { plans } = asked.data;
  const plan = oneOf(asked, 'plan', 'plan', plans);
  if (typeof plan !== 'string') return plan;
  const key = oneOf(asked, 'key', 'capability or limit', keysOf(asked.data));
  if (typeof key !== 'string') return key;
  const words = said(plans[plan]!, key);
  if (words === undefined) return unsaid(asked, 'key', `what \`${plan}\` has of \`${key}\``);
  return { inline: SMALL.test(words) ? words.toLowerCase() : words };
}

function price(asked: Asked): RegionWords {
  const plan = oneOf(asked, 'plan', 'plan', asked.data.plans);
  if (typeof plan !== 'string') return plan;
  const { price: words } = asked.data.plans[plan]!;
  const interval = asked.fields.get('interval');
  if (!interval) return words.all ? { inline: words.all } : unsaid(asked, 'plan', `a price of \`${plan}\``);
  if (interval.value !== 'month' && interval.value !== 'year')
    return unknown('interval', interval, interval.value, ['month', 'year']);
  if (words.any) return { inline: words.any };
  const amount = words[interval.value];
  if (!amount) return unsaid(asked, 'interval', `a price of \`${plan}\` per ${interval.value}`);
  return { inline: `${amount} per ${interval.value}` };
}

function plansWith(asked: Asked): RegionWords {
  const { plans, capabilities } = asked.data;
  const key = oneOf(asked, 'key', 'capability', capabilities);
  if (typeof key !== 'string') return key;
  const names = Object.values(plans).flatMap((plan) => (plan.offered && plan.has.includes(key) ? [plan.name] : []));
  return { inline: listOf(names) };
}

/** `Relay and Pro`; `Community, Relay and Pro`. */
function listOf(names: readonly string[]): string {
  if (!names.length) return 'no plan';
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function features(asked: Asked): RegionWords {
  const { plans, limits, capabilities, lines } = asked.data;
  const plan = oneOf(asked, 'plan', 'plan', plans);
  if (typeof plan !== 'string') return plan;
  const { line, has } = plans[plan]!;
  const list = lines[line]!.rows.flatMap((key) => {
    const words = said(plans[plan]!, key);
    if (!words) return [];
    if (Object.hasOwn(limits, key)) return [`${limits[key]!.name}: ${words}`];
    const { name } = capabilities[key]!;
    if (!has.includes(key)) return [];
    return [words === 'Included' ? name : `${name}: ${words}`];
  });
  return { list };
}

/** A key such as `constructor` is said only where the data says it. */
function said({ values }: DocsPlan, key: string): string | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** A block as Markdown. */
export function blockText(block: Block): string {
  if ('table' in block) return tableText(block.table.head, block.table.rows);
  return `${block.list.map((words) => `- ${words}`).join('\n')}\n`;
}
