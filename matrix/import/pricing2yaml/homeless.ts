/** A pricing goes in; its fields that a matrix has no place for are listed as left out. */
import type { Path } from '../../read/source.ts';
import { shown } from '../shown.ts';
import type { Sold } from './read-pricing.ts';
import type { Reading } from './reading.ts';

const KIND = 'a matrix has no kinds of features and limits';
const ADDRESS = 'a matrix holds no addresses of other pages';
const CODE = 'code of another library';

/** What is read elsewhere has no reason. */
const REASONS: Readonly<Record<string, string | undefined>> = {
  type: KIND,
  integrationType: KIND,
  automationType: KIND,
  docUrl: ADDRESS,
  pricingUrls: ADDRESS,
  pricingURLs: ADDRESS,
  pricingsUrls: ADDRESS,
  expression: CODE,
  serverExpression: CODE,
  variables: 'variables of formulas',
  render: 'how an editor shows it',
  linkedFeatures: 'a matrix does not link limits to capabilities',
};

const READ: Readonly<Record<string, readonly string[]>> = {
  root: words('syntaxVersion saasName createdAt version currency billing url tags features usageLimits plans addOns'),
  features: words('description valueType defaultValue tag'),
  usageLimits: words('description valueType defaultValue unit'),
  plans: words('description price unit private features usageLimits'),
  addOns: words(
    'description price unit private features usageLimits usageLimitsExtensions availableFor dependsOn excludes',
  ),
};

function words(text: string): string[] {
  return text.split(' ');
}

export function listHomeless(reading: Reading): void {
  const { pricing } = reading;
  unread(reading, [], pricing, READ.root!);
  for (const part of ['features', 'usageLimits', 'plans', 'addOns'] as const)
    for (const [name, one] of Object.entries(pricing[part] ?? {})) {
      unread(reading, [part, name], one, READ[part]!);
      for (const values of ['features', 'usageLimits', 'usageLimitsExtensions'] as const) {
        const own = Object.entries((one as Sold)[values] ?? {});
        for (const [key, entry] of own)
          if (typeof entry === 'object' && !Array.isArray(entry))
            unread(reading, [part, name, values, key], entry!, ['value']);
      }
    }
  unitsOfWords(reading);
  listTags(reading);
}

function unread({ ledger }: Reading, path: Path, map: object, read: readonly string[]): void {
  for (const [field, value] of Object.entries(map)) {
    const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty || read.includes(field)) continue;
    const isMap = typeof value === 'object' && !Array.isArray(value);
    const reason = REASONS[field] ?? 'a matrix has no such field';
    // The kinds of all features in full would be longer than the matrix.
    const isShort = reason !== KIND && field !== 'linkedFeatures';
    ledger.leaveOut([...path, field], reason, isShort && !isMap ? shown(value) : undefined);
  }
}

/** Only numbers are counted in something. */
function unitsOfWords({ pricing, ledger }: Reading): void {
  for (const [name, { valueType, unit }] of Object.entries(pricing.usageLimits ?? {}))
    if (unit?.trim() && valueType !== 'NUMERIC')
      ledger.leaveOut(['usageLimits', name, 'unit'], 'a capability has no unit', unit);
}

/** Groups stand in the order of their first feature. */
function listTags({ pricing, ledger }: Reading): void {
  const used = new Set(Object.values(pricing.features).flatMap(({ tag }) => tag?.trim() || []));
  const tags = (pricing.tags ?? []).map((tag) => tag.trim());
  tags.forEach((tag, i) => {
    if (!used.has(tag)) ledger.leaveOut(['tags', i], 'a group without a feature', tag);
  });
  const stated = tags.filter((tag) => used.has(tag));
  const inOrder = [...used].filter((tag) => tags.includes(tag));
  if (stated.join('\n') !== inOrder.join('\n'))
    ledger.leaveOut(['tags'], 'groups stand in the order of their first capability', stated.join(', '));
}
