/** A difference that breaks a promise goes in; how to keep it, ready to paste, comes out. */
import type { Matrix, Value, Version } from '../types.ts';
import { nextId } from './next-id.ts';
import { PARTS, type Pairs, type Part, pairMatrices, versionNow } from './pair.ts';
import { pastEntry } from './past-entry.ts';
import { renameUnits } from './rename-units.ts';
import type { Advice, Event, Holding, MatrixDiff } from './types.ts';

interface Advising {
  before: Matrix;
  after: Matrix;
  pairs: Pairs;
  taken: Set<string>;
}

/** One piece of advice for each version, id, add-on or term that breaks; none when nothing does. */
export function adviseOn(diff: MatrixDiff, earlier: Matrix, after: Matrix): Advice[] {
  if (!diff.breaks) return [];
  const before = renameUnits(earlier, after);
  const advising = { before, after, pairs: pairMatrices(before, after), taken: idsIn(before, after) };
  const broken = diff.holdings.filter((one) => one.breaks);
  const { versions } = diff.names;
  const hurt = new Set(
    broken.flatMap((one) => (isContent(one) ? one.holders.filter((id) => versions[id]?.published) : [])),
  );
  for (const { fate, key } of diff.events) if (fate === 'reused') hurt.delete(key);
  return [
    ...before.order.versions.flatMap((id) => (hurt.has(id) ? forVersion(advising, before.versions[id]!) : [])),
    ...diff.events.flatMap((event) => (event.breaks ? forEvent(advising, event) : [])),
    ...forTerms(broken.filter((one) => one.of === 'versions' && !isContent(one) && !isFromAddon(one))),
    ...addonsIn(diff.events, broken).map((key) => forAddon(advising, key)),
  ];
}

function idsIn(...matrices: Matrix[]): Set<string> {
  return new Set(
    matrices.flatMap(({ versions, aliases, retired_ids }) => [
      ...Object.keys(versions),
      ...Object.keys(aliases.versions),
      ...retired_ids,
    ]),
  );
}

/** Add-ons that are gone, or that give less, or that fewer can buy. */
function addonsIn(events: readonly Event[], broken: readonly Holding[]): string[] {
  const gone = events.flatMap(({ what, fate, breaks, key }) =>
    breaks && what === 'addon' && fate === 'ended' ? [key] : [],
  );
  const less = broken.flatMap((one) =>
    one.of === 'addons' ? one.holders : isFromAddon(one) ? one.because.map(({ set }) => set) : [],
  );
  return [...new Set([...gone, ...less])];
}

function isFromAddon({ effect, before }: Holding): boolean {
  return effect === 'withdrawn' && before?.kind === 'addon';
}

/** What stands in the version itself, so that another version can have it otherwise. */
function isContent(holding: Holding): boolean {
  const { of, about } = holding;
  const { kind, facet } = about;
  if (of !== 'versions' || isFromAddon(holding) || isCountedOtherwise(holding)) return false;
  return (
    kind === 'price' ||
    kind === 'version' ||
    (facet === undefined && (kind === 'capability' || kind === 'limit' || kind === 'meter'))
  );
}

/** Unit and period stand in the limit itself, and hold for old contracts as for new ones. */
function isCountedOtherwise({ before, after }: Holding): boolean {
  if (!before || !after || !isCounted(before) || !isCounted(after)) return false;
  if (before.unit !== after.unit) return true;
  return before.kind === 'amount' && after.kind === 'amount' && periodOf(before) !== periodOf(after);
}

function isCounted(value: Value): value is Extract<Value, { kind: 'amount' | 'unlimited' }> {
  return value.kind === 'amount' || value.kind === 'unlimited';
}

function periodOf({ per }: Extract<Value, { kind: 'amount' }>): string {
  return per ? `${per.n} ${per.unit}` : '';
}

function forVersion(advising: Advising, version: Version): Advice[] {
  const { after } = advising;
  const now = versionNow(after, version.key);
  if (!now) return [];
  if (now.status === 'past' || now.key !== version.key) return [keepPast(advising, version, now)];
  const new_version = nextId(version.key, advising.taken);
  advising.taken.add(new_version);
  const ids = sharesIds(version, now) ? ' and price ids of its own' : '';
  const say = `Give ${now.name} (plans.${now.plan}) the new version ${new_version}${ids}, and keep ${version.key} for its holders under past_versions:`;
  return [
    {
      about: version.key,
      say: needs(advising, version) + say,
      new_version,
      past_version: entryOf(advising, version, now.plan),
    },
  ];
}

/** The entry keeps the ids by which its holders pay, and a payment must be traced to one contract. */
function sharesIds(version: Version, now: Version): boolean {
  const kept = new Set(version.prices.flatMap(({ ids }) => ids));
  return now.prices.some(({ ids }) => ids.some((id) => kept.has(id)));
}

function keepPast(advising: Advising, version: Version, now: Version): Advice {
  const frozen = `${version.key} is a past version, and what its holders were sold cannot be changed afterwards. Under past_versions, write what stood there:`;
  const merged = `${version.key} is read as ${now.key} now, which gives its holders less. Take it out of version_aliases, and keep it under past_versions:`;
  const say = now.key === version.key ? frozen : merged;
  return {
    about: version.key,
    say: needs(advising, version) + say,
    past_version: entryOf(advising, version, now.plan),
  };
}

/** A contract can hold only what is declared. */
function needs(advising: Advising, version: Version): string {
  const gone = PARTS.flatMap((part) =>
    Object.entries(version[part]).flatMap(([key, { value }]) => {
      const unstated = value.kind === 'unknown' || value.kind === 'excluded' || value.kind === 'addon';
      return unstated || advising.pairs.keyNow(key) !== undefined ? [] : [{ part, key }];
    }),
  );
  if (!gone.length) return '';
  const renamed = gone.flatMap(({ part, key }) => {
    const now = namesake(advising, part, key);
    return now === undefined ? [] : [`If ${now} is ${key} under another key, write \`was: [${key}]\` on it. `];
  });
  const keys = gone.map(({ key }) => key).join(', ');
  const declare = renamed.length ? 'If not, declare' : 'Declare';
  return `${renamed.join('')}${declare} ${keys} again, with \`audience: compatibility\` when no longer shown. `;
}

/** The new key that bears the name of one that is gone. */
function namesake({ before, after }: Advising, part: Part, key: string): string | undefined {
  const { name } = before[part][key]!;
  return Object.values(after[part]).find((one) => one.name === name && !before[part][one.key])?.key;
}

function entryOf({ after, pairs }: Advising, version: Version, plan: string): string {
  return pastEntry(version, after, { plan, key: (key) => pairs.keyNow(key) ?? key });
}

function forEvent(advising: Advising, event: Event): Advice[] {
  if (event.fate === 'deleted') return [forDeleted(advising, event)];
  if (event.fate === 'reused') return [forReused(advising, event)];
  if (event.fate === 'ended') return [];
  const { key, was, now } = event;
  const list = { version: 'version_aliases', key: 'was' }[event.what as 'version'] ?? 'was';
  const back = list === 'was' ? `\`was: [${key}]\` on ${was}` : `\`${was}: [${key}]\` under version_aliases`;
  const found =
    now === undefined
      ? `${key} was read as ${was}, and is read as nothing now.`
      : `${key} was read as ${was}, and is read as ${now} now.`;
  return [{ about: key, say: `${found} Put back ${back}${now === undefined ? '' : `, and give ${now} another id`}.` }];
}

function forDeleted(advising: Advising, { key }: Event): Advice {
  const version = advising.before.versions[key]!;
  const plan = advising.pairs.planNow(version.plan);
  const retire = `When nobody holds ${key} any more, write it under retired_ids.`;
  if (plan === undefined) {
    const say = `The plan ${version.plan} is gone with its version ${key}. Keep the plan with \`sale: legacy\` for its holders. ${retire}`;
    return { about: key, say };
  }
  const now = advising.after.versions[advising.after.plans[plan]!.version]!;
  const ids = sharesIds(version, now) ? `, and give ${now.name} (plans.${plan}) price ids of its own` : '';
  return {
    about: key,
    say: `${retire} Until then keep it under past_versions${ids}:`,
    past_version: entryOf(advising, version, plan),
  };
}

function forReused(advising: Advising, { key, now, was }: Event): Advice {
  const { before, pairs } = advising;
  const new_version = nextId(key, advising.taken);
  advising.taken.add(new_version);
  const version = before.versions[key];
  if (!version) {
    const say = `${key} stands under retired_ids, and an id is never used again. Write ${new_version} instead.`;
    return { about: key, say, new_version };
  }
  const plan = pairs.planNow(version.plan);
  const say = `${key} is a version of ${was}, and its contracts would now be read as ${now}. Write ${new_version} for ${now}, or \`was: [${was}]\` where ${was} is only renamed.`;
  const advice = { about: key, say, new_version };
  return plan === undefined ? advice : { ...advice, past_version: entryOf(advising, version, plan) };
}

/** A term may be lost from one number to another in each contract, and it is one term. */
function forTerms(lost: readonly Holding[]): Advice[] {
  const all = lost.map(forTerm);
  return all.filter(({ about }, i) => all.findIndex((one) => one.about === about) === i);
}

/** Terms that hold for all contracts cannot be left to a new version. */
function forTerm({ about, name }: Holding): Advice {
  const key = [about.key, about.facet].filter(Boolean).join('.');
  const say = `${name.replace(/:$/, '')}: this holds for every contract, so no new version keeps it for those who have one. Put back what stood there, or settle it with the holders before.`;
  return { about: `${about.kind} ${key}`, say };
}

function forAddon({ before, after }: Advising, key: string): Advice {
  const next = nextId(key, new Set([...Object.keys(before.addons), ...Object.keys(after.addons)]));
  const gone = `The add-on ${key} is gone, and was sold to some. Put it back, \`for\` the plans of those who have it.`;
  const less = `The add-on ${key} was sold as it stood. Put that back, and sell the new one as ${next}.`;
  return { about: key, say: after.addons[key] ? less : gone };
}
