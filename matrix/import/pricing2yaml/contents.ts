/** What one plan has, stated or by default, or what one add-on gives, goes in; lists of keys, words and numbers come out. */
import type { RawAddon, RawLimitValue } from '../../read/raw.ts';
import type { Path } from '../../read/source.ts';
import type { Declared, Sold } from './read-pricing.ts';
import { declaredOf, homeOf, type Part, type Reading, understand } from './reading.ts';
import { type Meaning, ownValue } from './values.ts';

export type Contents = Required<Pick<RawAddon, 'has' | 'details' | 'limits'>>;

/** A feature or limit with the value that one plan or add-on has of it. */
interface Stated {
  part: Part;
  name: string;
  declared: Declared;
  path: Path;
  meaning: Meaning;
}

const UNKNOWN_NAME = 'nothing declares it';
const LACKS = 'a default of a limit on features that the plan lacks; what it lacks has no number';

/** All that a plan has: what it does not state is what its features and limits have by default. */
export function planContents(reading: Reading, plan: string, sold: Sold): Contents {
  const path = ['plans', plan];
  const features = valuesOf(reading, path, sold, 'features');
  const had = new Set(features.filter(({ meaning }) => meaning.kind !== 'no').map(({ name }) => name));
  const limits = valuesOf(reading, path, sold, 'usageLimits').filter((one) => {
    const own = one.path[0] === 'plans';
    if (own || appliesTo(reading, one.declared, had)) return true;
    if (one.meaning.kind !== 'no' && homeOf(one.declared, 'usageLimits'))
      reading.ledger.leaveOut([...path, 'usageLimits', one.name], LACKS, `default ${told(one.meaning)}`);
    return false;
  });
  return contentsOf(reading, [...features, ...limits]);
}

/** Only what an add-on states: it takes nothing away. */
export function addonContents(reading: Reading, addon: string, sold: Sold): Contents {
  const path = ['addOns', addon];
  const own = (['features', 'usageLimits'] as const).flatMap((part) => valuesOf(reading, path, sold, part));
  return contentsOf(
    reading,
    own.filter((one) => {
      const isHome = homeOf(one.declared, one.part) !== undefined;
      const reason = isHome ? 'an add-on takes nothing away' : 'a number without a unit';
      if (isHome && one.meaning.kind !== 'no') return true;
      reading.ledger.leaveOut([...path, one.part, one.name], reason, told(one.meaning));
      return false;
    }),
  );
}

function valuesOf(reading: Reading, path: Path, sold: Sold, part: Part): Stated[] {
  const all = declaredOf(reading, part);
  const stated = sold[part] ?? {};
  for (const name of Object.keys(stated))
    if (!Object.hasOwn(all, name)) reading.ledger.leaveOut([...path, part, name], UNKNOWN_NAME);
  return Object.entries(all).flatMap(([name, declared]) => {
    const own = ownValue(Object.hasOwn(stated, name) ? stated[name] : undefined, [...path, part, name]);
    if (!own && path[0] !== 'plans') return [];
    const at = own ?? { value: declared.defaultValue, path: [part, name, 'defaultValue'] };
    const meaning = understand(reading, at.path, at.value, declared);
    return meaning ? [{ part, name, declared, path: at.path, meaning }] : [];
  });
}

/** A limit on features holds for who has one of them; a limit on none that is declared holds for all. */
function appliesTo({ pricing }: Reading, { linkedFeatures = [] }: Declared, had: ReadonlySet<string>): boolean {
  const known = linkedFeatures.filter((name) => Object.hasOwn(pricing.features, name));
  return known.length === 0 || known.some((name) => had.has(name));
}

function contentsOf(reading: Reading, all: readonly Stated[]): Contents {
  const out: Contents = { has: [], details: {}, limits: {} };
  for (const { part, name, path, meaning } of all) {
    const key = reading.keys.of(`${part}.${name}`);
    if (key === undefined) continue;
    if (meaning.kind === 'yes') out.has.push(key);
    else if (meaning.kind === 'words') out.details[key] = meaning.text;
    else if (meaning.kind === 'uncountable')
      reading.ledger.leaveOut(path, 'a number that cannot be counted exactly', meaning.words);
    else if (meaning.kind !== 'no') out.limits[key] = limitValue(reading, name, meaning);
  }
  return out;
}

/** Numbers that people write where they mean no limit; the format has a word for that, so they stay numbers. */
export const SUSPICIOUS = 10_000_000;

function limitValue({ large }: Reading, name: string, meaning: Meaning): RawLimitValue {
  if (meaning.kind !== 'number') return 'unlimited';
  if (meaning.n >= SUSPICIOUS) large.add(name);
  return meaning.n;
}

function told(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'number':
      return String(meaning.n);
    case 'words':
      return meaning.text;
    case 'uncountable':
      return meaning.words;
    case 'unlimited':
      return '.inf';
    default:
      return meaning.kind === 'yes' ? 'true' : 'false';
  }
}
