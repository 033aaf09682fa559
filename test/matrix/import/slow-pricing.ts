/**
 * The text of a Pricing2Yaml file goes in; what a matrix made from it must say, cell by cell, and what it must list as left
 * out come out. Reads the file with the YAML library alone, and shares nothing with the import.
 */
import { isScalar, parseDocument } from 'yaml';

// biome-ignore lint/suspicious/noExplicitAny: the source is read without a shape, so that the import's shape cannot mislead.
type Any = any;

/** `tick`, `cross`, `addon`, `unknown`, `unlimited`, `words: …` or a number. */
export type SlowCell = string;

export interface SlowPrice {
  interval: string;
  /** `1875 USD per 1 user/month, billed year`, `free`, `on request`. */
  words: string;
}

export interface SlowSold {
  prices: SlowPrice[];
  capabilities: SlowCell[];
  limits: SlowCell[];
}

export interface SlowAddon extends SlowSold {
  for: number[] | undefined;
  requires: number[];
  excludes: number[];
  adds: SlowCell[];
}

export interface SlowPricing {
  product: string;
  currency: string;
  version: string;
  /** In the order of the source: features, then usage limits. */
  capabilities: { key: string; description: string; group: string }[];
  limits: { key: string; description: string; group: string; unit: string; per: string }[];
  plans: (SlowSold & { key: string; description: string; isPrivate: boolean })[];
  addons: (SlowAddon & { key: string; description: string; isPrivate: boolean })[];
  /** Dotted paths of all that must be listed. */
  leftOut: string[];
}

/** What each unit of a price means: typed by hand for every unit in the data. */
const UNITS: Readonly<Record<string, [interval: string, per: string] | undefined>> = {
  '': ['month', ''],
  '/month': ['month', ''],
  month: ['month', ''],
  'user/month': ['month', 'user'],
  'site/month': ['month', 'site'],
  'member/month': ['month', 'member'],
  'editor/month': ['month', 'editor'],
  'host/month': ['month', 'host'],
  'connection/month': ['month', 'connection'],
  'account/month': ['month', 'account'],
  'person/month': ['month', 'person'],
  'seat/month': ['month', 'seat'],
  'domain/month': ['month', 'domain'],
  'block/month': ['month', 'block'],
  'phoneNumber/month': ['month', 'phone_number'],
  'GB/month': ['month', 'gb'],
  'activeCommiter/month': ['month', 'active_commiter'],
  'workspace/month': ['month', 'workspace'],
  'per kiosk user/month': ['month', 'kiosk_user'],
  'month/market': ['month', 'market'],
  'channel/year': ['year', 'channel'],
  'one time purchase': ['once', ''],
  'one-time payment': ['once', ''],
  'one time payment': ['once', ''],
  activeHour: ['usage', 'active_hour'],
  message: ['usage', 'message'],
  location: ['usage', 'location'],
  'USD/execution': ['usage', 'execution'],
  'user/hour': undefined,
  forever: undefined,
};

const ASK = /^(contact|custom)/i;
const NOTHING = ['none', 'n/a', 'no'];

export function slowPricing(text: string): SlowPricing {
  const document = parseDocument(text, { uniqueKeys: false });
  const source: Any = document.toJS();
  /** A number as its file writes it. */
  const written = (path: (string | number)[], value: Any): string => {
    const node = document.getIn(path, true);
    return isScalar(node) && node.source ? node.source.replaceAll('_', '') : String(value);
  };
  const leftOut: string[] = [];
  const features = Object.entries<Any>(source.features);
  const usage = Object.entries<Any>(source.usageLimits ?? {});
  const all: [part: string, name: string, one: Any][] = [
    ...features.map(([name, one]): [string, string, Any] => ['features', name, one]),
    ...usage.map(([name, one]): [string, string, Any] => ['usageLimits', name, one]),
  ];
  const isNumber = (one: Any) => one.valueType === 'NUMERIC';
  const isLimit = (part: string, one: Any) => part === 'usageLimits' && isNumber(one) && Boolean(one.unit);
  const words = all.filter(([, , one]) => !isNumber(one));
  const numbers = all.filter(([part, , one]) => isLimit(part, one));
  const without = all.filter(([part, , one]) => isNumber(one) && !isLimit(part, one));
  const planNames = Object.keys(source.plans ?? {});
  const addonNames = Object.keys(source.addOns ?? {});

  const own = (sold: Any, part: string, name: string): Any => {
    const entry = Object.hasOwn(sold[part] ?? {}, name) ? sold[part][name] : undefined;
    return entry !== null && typeof entry === 'object' && !Array.isArray(entry)
      ? (entry.value ?? undefined)
      : (entry ?? undefined);
  };
  const cellOf = (one: Any, value: Any, path: (string | number)[]): SlowCell => {
    if (one.valueType === 'BOOLEAN') return value ? 'tick' : 'cross';
    if (one.valueType === 'NUMERIC') {
      if (value === Number.POSITIVE_INFINITY) return 'unlimited';
      const n = Number(written(path, value));
      return n > Number.MAX_SAFE_INTEGER ? 'unknown' : String(n);
    }
    const said = Array.isArray(value)
      ? value.join(', ')
      : typeof value === 'number'
        ? written(path, value)
        : value.trim();
    return said === '' || NOTHING.includes(said.toLowerCase()) ? 'cross' : `words: ${said}`;
  };
  const pathTo = (sold: string[], part: string, name: string, stated: Any): (string | number)[] => {
    const entry = stated[part]?.[name];
    return entry !== null && typeof entry === 'object' && !Array.isArray(entry)
      ? [...sold, part, name, 'value']
      : [...sold, part, name];
  };

  const plans = planNames.map((plan) => {
    const sold = source.plans[plan];
    const at = ['plans', plan];
    const had = new Set<string>();
    const cells = new Map<string, SlowCell>();
    for (const [part, name, one] of all) {
      const stated = own(sold, part, name);
      const value = stated ?? one.defaultValue;
      const path = stated === undefined ? [part, name, 'defaultValue'] : pathTo(at, part, name, sold);
      let cell = cellOf(one, value, path);
      if (isNumber(one) && cell === 'unknown') leftOut.push(path.join('.'));
      if (part === 'features' && cell !== 'cross') had.add(name);
      const linked = (one.linkedFeatures ?? []).filter((feature: string) => Object.hasOwn(source.features, feature));
      const isMoot = stated === undefined && linked.length > 0 && !linked.some((feature: string) => had.has(feature));
      if (part === 'usageLimits' && isMoot) {
        if (cell !== 'cross' && !without.some(([, bare]) => bare === name))
          leftOut.push(`plans.${plan}.usageLimits.${name}`);
        cell = isNumber(one) ? 'unknown' : 'cross';
      }
      cells.set(`${part}.${name}`, cell);
    }
    const offers = addonNames.filter((addon) => {
      const { availableFor } = source.addOns[addon];
      return !availableFor || availableFor.includes(plan);
    });
    const gives = (part: string, name: string, one: Any) =>
      offers.some((addon) => {
        const value = own(source.addOns[addon], part, name);
        return (
          value !== undefined &&
          cellOf(one, value, pathTo(['addOns', addon], part, name, source.addOns[addon])) !== 'cross'
        );
      });
    return {
      key: plan,
      description: sold.description?.trim() ?? '',
      isPrivate: sold.private === true,
      prices: pricesOf(at, sold),
      capabilities: words.map(([part, name, one]) => {
        const cell = cells.get(`${part}.${name}`)!;
        return cell === 'cross' && gives(part, name, one) ? 'addon' : cell;
      }),
      limits: numbers.map(([part, name]) => cells.get(`${part}.${name}`)!),
    };
  });

  const addons = addonNames.map((addon) => {
    const sold = source.addOns[addon];
    const at = ['addOns', addon];
    const stated = ([part, name, one]: [string, string, Any]): SlowCell => {
      const value = own(sold, part, name);
      if (value === undefined) return '';
      const cell = cellOf(one, value, pathTo(at, part, name, sold));
      if (cell !== 'cross') return cell;
      leftOut.push(`addOns.${addon}.${part}.${name}`);
      return '';
    };
    for (const [part, name] of without)
      for (const field of [part, `${part}Extensions`])
        if (own(sold, field, name) !== undefined) leftOut.push(`addOns.${addon}.${field}.${name}`);
    const extended = numbers.map(([, name, one]) => {
      const value = own(sold, 'usageLimitsExtensions', name);
      if (value === undefined && sold.usageLimitsExtensions?.[name] !== undefined)
        leftOut.push(`addOns.${addon}.usageLimitsExtensions.${name}`);
      return value === undefined ? '' : cellOf(one, value, pathTo(at, 'usageLimitsExtensions', name, sold));
    });
    const indexes = (field: string, names: string[]): number[] =>
      (sold[field] ?? []).flatMap((name: string, i: number) => {
        if (names.includes(name)) return names.indexOf(name);
        leftOut.push(`addOns.${addon}.${field}.${i}`);
        return [];
      });
    return {
      key: addon,
      description: sold.description?.trim() ?? '',
      isPrivate: sold.private === true,
      for: sold.availableFor ? indexes('availableFor', planNames) : undefined,
      requires: indexes('dependsOn', addonNames),
      excludes: indexes('excludes', addonNames),
      prices: pricesOf(at, sold),
      capabilities: words.map(stated),
      limits: numbers.map((one, i) => (extended[i] === 'unlimited' ? 'unlimited' : stated(one))),
      adds: extended.map((cell) => (cell === 'unlimited' ? '' : cell)),
    };
  });

  function pricesOf(at: string[], sold: Any): SlowPrice[] {
    const { price, unit = '' } = sold;
    const path = at.join('.');
    if (price === undefined || price === null) return [];
    const amount = written([...at, 'price'], price).replace(/^["'](.*)["']$/, '$1');
    const isAmount = /^[\d.]+$/.test(amount);
    if (unit && (!isAmount || Number(amount) === 0)) leftOut.push(`${path}.unit`);
    if (typeof price === 'string' && ASK.test(price)) return [{ interval: 'any', words: 'on request' }];
    if (!isAmount) {
      leftOut.push(`${path}.price`);
      return [];
    }
    if (Number(amount) === 0) return [{ interval: 'any', words: 'free' }];
    if (!(unit in UNITS)) throw new Error(`the test knows no unit “${unit}”: say what it means`);
    const meaning = UNITS[unit];
    if (!meaning) {
      leftOut.push(`${path}.price`);
      return [];
    }
    const [interval, per] = meaning;
    if (interval !== 'month') return [told(interval, per, amount, '1', '')].flat();
    return Object.entries<Any>(source.billing ?? { monthly: 1 }).flatMap(([name, share]) => {
      const factor = written(['billing', name], share);
      const billed = /^annual/.test(name) ? ', billed year' : '';
      const out = name === 'monthly' || billed ? told(interval, per, amount, factor, billed) : [];
      if (!out.length) leftOut.push(`${path}.price`);
      return out;
    });
  }

  /** Thousandths of a coin, as whole numbers; a share that is no whole coin is not told. */
  function told(interval: string, per: string, amount: string, factor: string, billed: string): SlowPrice[] {
    const digits = (text: string) => (text.split('.')[1] ?? '').length;
    const whole = (text: string) => BigInt(text.replace('.', ''));
    const scale = digits(amount) + digits(factor);
    let coins = whole(amount) * whole(factor) * 100n;
    let many = 1;
    const unit = 10n ** BigInt(scale);
    while (coins % unit !== 0n) {
      if (!per || Number(factor) !== 1) return [];
      coins *= 10n;
      many *= 10;
    }
    const period = interval === 'once' || interval === 'usage' ? '' : `/${interval}`;
    return [{ interval, words: `${coins / unit} ${source.currency} per ${many} ${per}${period}${billed}` }];
  }

  for (const [part, name] of without) leftOut.push(`${part}.${name}`);
  const READ: Record<string, string[]> = {
    features: ['description', 'valueType', 'defaultValue', 'tag'],
    usageLimits: ['description', 'valueType', 'defaultValue', 'unit'],
    plans: ['description', 'price', 'unit', 'private', 'features', 'usageLimits'],
  };
  READ.addOns = [...READ.plans!, 'usageLimitsExtensions', 'availableFor', 'dependsOn', 'excludes'];
  const isEmpty = (value: Any) => value === null || value === '' || (Array.isArray(value) && value.length === 0);
  for (const [part, read] of Object.entries(READ))
    for (const [name, one] of Object.entries<Any>(source[part] ?? {})) {
      for (const [field, value] of Object.entries<Any>(one))
        if (!read.includes(field) && !isEmpty(value)) leftOut.push(`${part}.${name}.${field}`);
      for (const field of ['features', 'usageLimits', 'usageLimitsExtensions'])
        if (part === 'plans' || part === 'addOns')
          for (const key of Object.keys(one[field] ?? {}))
            if (!Object.hasOwn(source[field.replace('Extensions', '')] ?? {}, key))
              leftOut.push(`${part}.${name}.${field}.${key}`);
    }
  for (const [name, one] of usage) {
    if (one.unit && !isNumber(one)) leftOut.push(`usageLimits.${name}.unit`);
    const periods = String(one.unit ?? '')
      .split('/')
      .filter((word) => /^(minute|min|hour|day|week|month|year)$/.test(word));
    if (isLimit('usageLimits', one) && one.unit.split('/').length > 2 && periods.length > 1)
      leftOut.push(`usageLimits.${name}.unit`);
  }
  const ROOT = ['syntaxVersion', 'saasName', 'createdAt', 'version', 'currency', 'billing', 'url', 'tags'];
  for (const field of Object.keys(source))
    if (![...ROOT, 'features', 'usageLimits', 'plans', 'addOns'].includes(field)) leftOut.push(field);
  const used = [...new Set(features.flatMap(([, one]) => one.tag ?? []))];
  const tags: string[] = source.tags ?? [];
  tags.forEach((tag, i) => {
    if (!used.includes(tag)) leftOut.push(`tags.${i}`);
  });
  const inOrder = used.filter((tag) => tags.includes(tag));
  if (tags.filter((tag) => used.includes(tag)).some((tag, i) => tag !== inOrder[i])) leftOut.push('tags');

  return {
    product: source.saasName,
    currency: source.currency,
    version: String(source.version ?? source.createdAt).replaceAll(' ', '-'),
    capabilities: words.map(([, name, one]) => ({
      key: name,
      description: one.description?.trim() ?? '',
      group: one.tag ?? '',
    })),
    limits: numbers.map(([, name, one]) => {
      const parts = one.unit.split('/') as string[];
      const per = parts.slice(1).find((word) => /^(minute|min|hour|day|week|month|year)$/.test(word)) ?? '';
      return {
        key: name,
        description: one.description?.trim() ?? '',
        group: one.tag ?? '',
        unit: parts.filter((word, i) => i === 0 || !/^(minute|min|hour|day|week|month|year)$/.test(word)).join(' per '),
        per: per === 'min' ? 'minute' : per,
      };
    }),
    plans,
    addons,
    leftOut: [...new Set(leftOut)].sort(),
  };
}
