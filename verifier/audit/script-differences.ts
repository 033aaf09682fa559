/** `page/differs-with-script`: what a page claims as it is sent and once its scripts have run go in; a finding for each claim that differs comes out. */
import type { Value } from '../../matrix/types.ts';
import { hash } from '../judge/hash.ts';
import { quoted } from '../judge/quoted.ts';
import { valueWords } from '../report/value-words.ts';
import type { Mention, Observation, Side } from '../types.ts';
import type { Found } from './forbidden-requests.ts';
import { makeFinding } from './make-finding.ts';

export interface TwoReadings {
  surface: string;
  address: string;
  sent: readonly Observation[];
  rendered: readonly Observation[];
}

interface Claims {
  about: Mention;
  sent: Observation[];
  rendered: Observation[];
}

export function scriptDifferences(readings: TwoReadings): Found[] {
  const claims = new Map<string, Claims>();
  for (const side of ['sent', 'rendered'] as const)
    for (const seen of readings[side]) {
      if (!('words' in seen.about) || seen.outcome.kind !== 'read' || !seen.about.certain) continue;
      const { subject, plans, relation, offer } = seen.about;
      const id = hash([subject, plans, relation ?? null, offer ?? null]);
      const one = claims.get(id) ?? { about: seen.about, sent: [], rendered: [] };
      claims.set(id, one);
      one[side].push(seen);
    }
  return [...claims.values()].filter(isDifferent).map((one) => foundOf(readings, one));
}

function isDifferent({ sent, rendered }: Claims): boolean {
  return words(sent).join('\0') !== words(rendered).join('\0');
}

function foundOf({ surface, address }: TwoReadings, { about, sent, rendered }: Claims): Found {
  const { subject, offer, plans } = about;
  const versions = 'known' in plans ? [...plans.known].sort() : [];
  const who = versions.length ? ` of ${versions.join(' and ')}` : '';
  const told = (all: readonly Observation[]) => words(all).join(' and ') || 'nothing';
  const sides = [...sidesOf('without JavaScript', sent), ...sidesOf('with JavaScript', rendered)];
  const finding = makeFinding(
    {
      rule: 'page/differs-with-script',
      level: 'error',
      direction: 'contradiction',
      about: { surface, subject, versions, ...(offer && { offer }) },
      says: `${address} says ${told(sent)} about ${subject.key}${who} without JavaScript, and ${told(rendered)} with it.`,
      sides,
      fix: 'Let the server send what the script shows, or let the script leave it as it is.',
    },
    address,
  );
  const evidence = [...sent, ...rendered].map((one) => ({
    request: `GET ${address}`,
    answer: `“${(one.about as Mention).words}”`,
  }));
  return { finding, evidence: evidence.slice(0, MOST_EVIDENCE) };
}

const MOST_EVIDENCE = 5;

function sidesOf(who: string, all: readonly Observation[]): Side[] {
  const byWords = new Map<string, Side>();
  for (const one of all) {
    const value = valueRead(one);
    const before = byWords.get(valueWords(value));
    byWords.set(valueWords(value), { who, value, at: [...(before?.at ?? []), ...quoted(one)] });
  }
  return byWords.size ? [...byWords.values()] : [{ who, value: { kind: 'unknown' }, at: [] }];
}

function words(all: readonly Observation[]): string[] {
  return [...new Set(all.map((one) => valueWords(valueRead(one))))].sort();
}

function valueRead({ outcome }: Observation): Value {
  return outcome.kind === 'read' ? outcome.value : { kind: 'unknown' };
}
