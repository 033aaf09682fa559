/** An observation goes in; for each contract or holder that it speaks of, what was promised and what was seen come out. */
import {
  effectiveVersion,
  enforcedAfterReset,
  enforcedCapability,
  enforcedLimit,
  enforcedPayload,
} from '../../matrix/expect/enforced.ts';
import { type Promised, published, publishedPeriod } from '../../matrix/expect/published.ts';
import type { Holder, Matrix, Question, Subject, Value, Version } from '../../matrix/types.ts';
import { plainSigns } from '../claims/plain-signs.ts';
import { type Comparison, compare, compareMet } from '../compare.ts';
import type { About, Mention, Observation, Side } from '../types.ts';

export interface Pair {
  /** `copy` was written by somebody; `enforced` is how the product behaved. */
  kind: 'copy' | 'enforced';
  about: About;
  /** File, address or operation: what a finding's key names. */
  document: string;
  /** Empty when the matrix does not say. */
  promised: Side[];
  seen: Observation;
  /** Absent where nothing was read, or nothing is promised. */
  comparison?: Comparison;
  value?: Value;
  /** A price that the matrix lists among those that must not come back. */
  retired?: true;
  /** It is only likely that the words are about this. */
  guess?: true;
}

/** `conduct`: what has to hold of questions that no cell of the matrix answers. */
export function pair(matrix: Matrix, seen: Observation, conduct?: Promises): Pair[] {
  if (!('words' in seen.about)) return [pairAnswer(matrix, seen, seen.about, conduct)];
  const pairs = pairMention(matrix, seen, seen.about);
  // What nobody may ever see publishes nothing.
  return isUnsure(seen) ? pairs.filter(({ comparison }) => comparison?.is === 'incomparable') : pairs;
}

/** What has to hold, by `promiseId` of the question. */
export type Promises = ReadonlyMap<string, Side>;

export function promiseId({ holder, subject }: Question): string {
  return JSON.stringify([holder?.version, holder?.state, holder?.role, subject.kind, subject.key, subject.facet]);
}

function pairAnswer(matrix: Matrix, seen: Observation, question: Question, conduct?: Promises): Pair {
  const { holder, subject } = question;
  const about: About = {
    surface: seen.surface,
    subject,
    versions: holder ? [holder.version] : [],
    ...(holder && { holders: [holder] }),
  };
  const document = subject.facet === 'payload' ? documentOf(seen) : (subject.facet ?? '');
  const own = conduct?.get(promiseId(question));
  if (own) return against({ kind: 'enforced', about, document, seen }, [own]);
  const promised = holder ? expected(matrix, holder, subject) : undefined;
  return finish({ kind: 'enforced', about, document, seen }, promised ? [promised] : []);
}

/** What the matrix says that a holder meets; the gate decides how a refusal looks. */
export function expected(matrix: Matrix, holder: Holder, subject: Subject): Promised | undefined {
  if (subject.facet === 'payload') return enforcedPayload(matrix, holder, subject);
  if (subject.kind === 'limit' && subject.facet === 'reset') return enforcedAfterReset(matrix, holder, subject.key);
  if (subject.kind === 'limit')
    return enforcedLimit(matrix, holder, subject.key, subject.facet === 'soft' ? 'soft' : 'hard');
  const gate = matrix.gates.find(
    (one) => one.key === subject.key && (one.api === subject.facet || one.app === subject.facet),
  );
  return gate && enforcedCapability(matrix, holder, gate);
}

/** What words say of contracts. Words that are not certain, unless they are hidden, or name nobody, pair with nothing. */
function pairMention(matrix: Matrix, seen: Observation, mention: Mention): Pair[] {
  if ((!mention.certain && !mention.hidden) || 'unknown' in mention.plans) return [];
  const { subject } = mention;
  const document = documentOf(seen);
  const base = { kind: 'copy' as const, document, seen };
  const about = (versions: string[], holder?: Holder): About => ({
    surface: seen.surface,
    subject,
    versions,
    ...(holder && { holders: [holder] }),
    ...(mention.offer && { offer: mention.offer }),
  });
  if (subject.kind === 'words') return [finish({ ...base, about: about([]) }, ownedWords(matrix, subject, seen))];
  if (subject.kind === 'grace' || subject.kind === 'trial')
    return [finish({ ...base, about: about([]) }, publishedPeriod(matrix, subject))];
  if ('own' in mention.plans) {
    const holder = mention.plans.own;
    const version = effectiveVersion(matrix, holder);
    return [
      finish({ ...base, about: about([holder.version], holder) }, version ? published(matrix, version, subject) : []),
    ];
  }
  const { named, others } = spread(matrix, mention.plans.known, mention.relation);
  const one = (key: string, flip: boolean) => {
    const version = matrix.versions[key];
    if (!version) return [];
    const open = {
      ...base,
      about: about([key]),
      ...(flip && { value: { kind: 'excluded' as const } }),
      ...(mention.certain && isRetired(matrix, version.plan, seen) && { retired: true as const }),
    };
    const plain = finish(open, promisedFor(matrix, version, subject, seen));
    if (!mention.hidden || subject.kind !== 'price' || plain.comparison?.is === 'same') return [plain];
    const other = finish(open, otherPrices(matrix, version, mention));
    return [other.comparison?.is === 'same' || !plain.comparison ? other : plain];
  };
  return [...named.flatMap((key) => one(key, false)), ...others.flatMap((key) => one(key, true))];
}

/** A month's share of what is paid once a year is held against such a price, or, where none is stated, against the year's. */
function promisedFor(matrix: Matrix, version: Version, subject: Subject, seen: Observation): Promised[] {
  const { outcome } = seen;
  const promises = publishedOnce(matrix, version, subject);
  const yearly = outcome.kind === 'read' && outcome.value.kind === 'money' && outcome.value.billed === 'year';
  if (!yearly) return promises;
  const same = promises.filter(({ value }) => value.kind === 'money' && value.billed === 'year');
  return same.length ? same : publishedOnce(matrix, version, { ...subject, facet: 'year' });
}

/**
 * The other half of a switch may ask a month's share of what is paid once a year, without saying so: the switch does. Where
 * not even the interval is said, any price may be meant.
 */
function otherPrices(matrix: Matrix, version: Version, { certain, subject }: Mention): Promised[] {
  const yearly = publishedOnce(matrix, version, { ...subject, facet: 'year' });
  const shares = yearly.flatMap(({ value, at }): Promised[] =>
    value.kind === 'money'
      ? sharesOf(value.minor).map((minor) => ({ value: { kind: 'money', minor, currency: value.currency }, at }))
      : [],
  );
  if (subject.facet === 'year') return [];
  return certain ? shares : [...publishedOnce(matrix, version, { ...subject, facet: 'any' }), ...shares];
}

/** Rounded either way, to the cent or to the whole. */
function sharesOf(minor: number): number[] {
  return [Math.floor(minor / 12), Math.ceil(minor / 12), Math.floor(minor / 1200) * 100, Math.ceil(minor / 1200) * 100];
}

const promised = new WeakMap<Version, Map<string, Promised[]>>();

/** Many pages say the same of a plan: what it promises is looked up once. A version belongs to one matrix. */
function publishedOnce(matrix: Matrix, version: Version, subject: Subject): Promised[] {
  const known = promised.get(version) ?? new Map<string, Promised[]>();
  promised.set(version, known);
  const id = `${subject.kind} ${subject.key} ${subject.facet ?? ''}`;
  const before = known.get(id);
  if (before) return before;
  const promises = published(matrix, version, subject);
  known.set(id, promises);
  return promises;
}

function isRetired(matrix: Matrix, plan: string, { outcome, about }: Observation): boolean {
  if (about.subject.kind !== 'price' || outcome.kind !== 'read' || outcome.value.kind !== 'money') return false;
  const { minor, currency } = outcome.value;
  return matrix.words.retired_prices.some(
    (one) =>
      one.value.minor === minor &&
      one.value.currency === currency &&
      (one.plan === undefined || one.plan === plan) &&
      (one.interval === 'any' || about.subject.facet === undefined || one.interval === about.subject.facet),
  );
}

/** A forbidden phrase has words to say instead; a hidden name has none. */
function ownedWords(matrix: Matrix, { key, facet }: Subject, seen: Observation): Promised[] {
  const [place] = seen.at;
  if (facet?.startsWith('ignored_') && place?.kind === 'file')
    return [{ value: { kind: 'words', text: '' }, at: place }];
  if (facet === 'must_say')
    return matrix.words.must_say
      .filter((one) => one.phrase === key)
      .map(({ phrase, at }) => ({ value: { kind: 'words', text: phrase }, at }));
  if (facet === 'retired_name')
    return matrix.words.retired_names
      .filter((one) => one.name === key)
      .map(({ say = '', at }) => ({ value: { kind: 'words', text: say }, at }));
  if (facet === 'never_say')
    return matrix.words.never_say
      .filter((one) => one.phrase === key)
      .map(({ say, at }) => ({ value: { kind: 'words', text: say }, at }));
  const named = facet === 'name' ? (matrix.capabilities[key] ?? matrix.limits[key]) : undefined;
  if (named) {
    const written = seen.outcome.kind === 'read' && seen.outcome.value.kind === 'words' ? seen.outcome.value.text : '';
    const names = [named.name, ...Object.values(named.names), ...named.also];
    const alike = names.find((one) => plainSigns(one).toLowerCase() === written.toLowerCase());
    return [{ value: { kind: 'words', text: alike ? written : named.name }, at: named.at }];
  }
  if (facet === 'name') return [];
  const hidden = Object.values(matrix.capabilities).find((one) => one.key === key || one.name === key);
  return hidden ? [{ value: { kind: 'words', text: '' }, at: hidden.at }] : [];
}

/** "Pro and above": also what is built on Pro. "Only from Pro": and, of the same line's plans on offer, nobody else. */
function spread(matrix: Matrix, known: string[], relation: Mention['relation']): { named: string[]; others: string[] } {
  if (!relation) return { named: known, others: [] };
  const plans = new Set(known.map((key) => matrix.versions[key]?.plan));
  const lines = new Set(known.map((key) => matrix.versions[key]?.line));
  const offered = offeredIn(matrix);
  const above = offered
    .filter((version) => version.builds_on.some((plan) => plans.has(plan)))
    .map((version) => version.key);
  const named = [...new Set([...known, ...above])];
  const others = offered
    .filter((version) => lines.has(version.line) && !named.includes(version.key))
    .map((version) => version.key);
  return { named, others: relation === 'only_from' ? others : [] };
}

const offers = new WeakMap<Matrix, readonly Version[]>();

/** Looked up once for all claims. */
function offeredIn(matrix: Matrix): readonly Version[] {
  const before = offers.get(matrix);
  if (before) return before;
  const offered = Object.values(matrix.versions).filter(
    (version) => version.status === 'current' && (version.sale === 'on_sale' || version.sale === 'on_request'),
  );
  offers.set(matrix, offered);
  return offered;
}

/** What was seen against everything that may have been promised: the same where one promise is. */
export function paired(pair: Omit<Pair, 'document' | 'promised' | 'comparison'>, promises: Promised[]): Pair {
  return finish({ ...pair, document: documentOf(pair.seen) }, promises);
}

function finish(pair: Omit<Pair, 'promised' | 'comparison'>, promises: Promised[]): Pair {
  return against(
    pair,
    promises.map(({ value, at }): Side => ({ who: 'matrix', value, at: [at] })),
  );
}

function against(pair: Omit<Pair, 'promised' | 'comparison'>, promised: Side[]): Pair {
  const value = pair.value ?? (pair.seen.outcome.kind === 'read' ? pair.seen.outcome.value : undefined);
  if (!value || !promised.length) return { ...pair, promised, ...(value && { value }) };
  const meant = inCurrencyOf(value, promised);
  const held = pair.kind === 'enforced' ? compareMet : compare;
  const all = meant.map((side) => held(side.value, value));
  const comparison = all.find((one) => one.is === 'same') ?? all.find((one) => one.is === 'differs') ?? all[0]!;
  if (comparison.is === 'differs' && isUnsure(pair.seen))
    return { ...pair, promised: meant, value, comparison: { is: 'incomparable', why: HIDDEN } };
  return { ...pair, promised: meant, value, comparison };
}

const HIDDEN =
  'it is hidden until a script shows it, and is not what the matrix says; correct it, or take it out of the page';

function isUnsure({ about }: Observation): boolean {
  return 'words' in about && about.hidden === true && !about.certain;
}

/** A price is held against the promise in its own currency, where there is one. */
function inCurrencyOf(seen: Value, promised: Side[]): Side[] {
  const same = promised.filter(
    ({ value }) => value.kind === 'money' && seen.kind === 'money' && value.currency === seen.currency,
  );
  return same.length ? same : promised;
}

function documentOf({ at }: Pick<Observation, 'at'>): string {
  const [place] = at;
  if (!place) return '';
  if (place.kind === 'file') return place.path;
  return place.kind === 'page' ? place.url : `${place.method} ${place.path}`;
}
