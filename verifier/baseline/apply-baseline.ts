/** Findings and a baseline go in; what is new, what is known, and what is in the baseline but gone come out. */
import { FILES } from '../audit/file-findings.ts';
import { makeFinding } from '../audit/make-finding.ts';
import type { Finding } from '../types.ts';
import type { ReadEntry } from './baseline.ts';

export interface KnownApart {
  open: Finding[];
  known: Finding[];
  /** About entries whose finding is gone: a baseline only shrinks when they leave. */
  wrong: Finding[];
}

export interface Comparing {
  entries: readonly ReadEntry[];
  /** Surfaces that were looked at in full: only there a finding that is missing is gone. */
  looked: ReadonlySet<string>;
  /** Found as well, and decided on elsewhere. */
  waived: readonly Finding[];
}

/** Never hides what could not be looked at. */
export function applyBaseline(findings: readonly Finding[], { entries, looked, waived }: Comparing): KnownApart {
  const listed = new Set(entries.map((entry) => entry.fingerprint));
  const isKnown = (one: Finding) => isKnowable(one) && listed.has(one.fingerprint);
  const known = findings.filter(isKnown);
  const open = findings.filter((one) => !isKnown(one));
  const found = new Set([...known, ...waived].map((one) => one.fingerprint));
  const changed = new Set(open.map((one) => one.key));
  const gone = entries.filter(
    (entry) => looked.has(entry.surface) && !found.has(entry.fingerprint) && !changed.has(entry.key),
  );
  return { open, known, wrong: gone.map(vanished) };
}

/** Nobody knows what could not be looked at, and decisions that lapsed are told until somebody decides again. */
export function isKnowable({ direction, rule }: Finding): boolean {
  return direction !== 'unread' && !/^(waiver|baseline)\//.test(rule);
}

function vanished({ key, rule, surface, place, at }: ReadEntry): Finding {
  const about = { surface: FILES, subject: { kind: 'words' as const, key, facet: rule }, versions: [] };
  return makeFinding(
    {
      rule: 'baseline/vanished',
      level: 'error',
      direction: 'contradiction',
      about,
      says: `The baseline still lists ${rule} on ${surface}${place ? ` (${place})` : ''}, which is found no more.`,
      sides: [
        { who: 'baseline', value: { kind: 'words', text: 'known' }, at: [at] },
        { who: surface, value: { kind: 'unknown' }, at: [] },
      ],
      fix: 'Run `planproof check --update-baseline` and commit what it takes out.',
    },
    at.path,
  );
}
