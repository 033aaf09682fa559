/** A report and how its command was called go in; the report, each finding of it with the command that looks for just it again, comes out. */
import type { SurfaceConfig } from '../config/types.ts';
import type { Finding, Report } from '../types.ts';

export interface Called {
  command: 'check' | 'audit';
  /** What the command line said; left out where it said nothing. */
  date?: string | undefined;
  sandbox?: string | undefined;
  env?: string | undefined;
  baseline?: string | undefined;
  /** Of `check`: also what is only likely to be meant. */
  guesses?: boolean | undefined;
  /** Addresses of what ran already, by kind of surface. */
  urls?: Partial<Record<SurfaceConfig['kind'], string | undefined>>;
  surfaces: readonly SurfaceConfig[];
}

/** More holders than these are not named: all of them are asked again, at this gate alone. */
const MOST_HOLDERS = 4;

/** Everywhere in the report. A finding keeps its key and fingerprint. */
export function withReplay(report: Report, called: Called): Report {
  const told = (finding: Finding): Finding => ({ ...finding, replay: replayOf(finding, called) });
  return {
    ...report,
    findings: report.findings.map(told),
    waivers: report.waivers.map((one) => ({ ...one, finding: told(one.finding) })),
    ...(report.known && { known: report.known.map(told) }),
  };
}

function replayOf(finding: Finding, called: Called): string {
  const { date, baseline } = called;
  const surfaces = called.command === 'check' ? [] : surfacesOf(finding, called);
  const words = surfaces.length
    ? [
        'audit',
        ...surfaces.flatMap(({ id }) => ['--only', id]),
        ...narrowed(finding, surfaces),
        ...how(surfaces, called),
      ]
    : ['check', ...(called.guesses ? ['--guesses'] : [])];
  const said = [...(date ? ['--date', date] : []), ...(baseline ? ['--baseline', baseline] : [])];
  return ['planproof', ...words, ...said].map(quoted).join(' ');
}

/** Those of both sides: a contradiction is seen only where both are looked at. */
function surfacesOf({ about, sides }: Finding, { surfaces }: Called): SurfaceConfig[] {
  const named = new Set([about.surface, ...sides.map((side) => side.who)]);
  return surfaces.filter((one) => named.has(one.id));
}

/** Only what was asked at a gate can be asked of one holder and key; words of a page stand where they stand. */
function narrowed({ about }: Finding, surfaces: readonly SurfaceConfig[]): string[] {
  const { subject, holders = [] } = about;
  if (!holders.length || !surfaces.some((one) => one.kind === 'api' || one.kind === 'app')) return [];
  const named = holders.length > MOST_HOLDERS ? [] : holders;
  const atGate =
    (subject.kind === 'capability' && subject.facet !== undefined) ||
    (subject.kind === 'limit' && surfaces.some((one) => one.kind === 'api'));
  return [
    ...named.flatMap(({ version, state }) => ['--holder', `${version}.${state}`]),
    ...(atGate ? ['--key', subject.key] : []),
  ];
}

function how(surfaces: readonly SurfaceConfig[], { sandbox, env, urls = {} }: Called): string[] {
  const kinds = [...new Set(surfaces.map((one) => one.kind))];
  // A way to become a customer may write as well.
  const writes = surfaces.some((one) => one.kind === 'api' || (one.kind === 'app' && one.holders !== undefined));
  return [
    ...(env !== undefined ? ['--env', env] : []),
    ...(sandbox !== undefined && writes ? ['--sandbox', sandbox] : []),
    ...kinds.flatMap((kind) => (urls[kind] ? [`--${kind}`, urls[kind]] : [])),
  ];
}

/** As a POSIX shell reads it back. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
