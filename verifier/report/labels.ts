/** The closed unions of a report, each with the words that a reader sees; a forgotten member does not compile. */
import type { CellStatus, Direction, Level, ReleaseVerdict, Verdict } from '../types.ts';

interface VerdictWords {
  title: string;
  says: string;
  shout: string;
  tone: 'good' | 'warn' | 'bad';
}

const verdict: Record<Verdict, VerdictWords> = {
  clean: {
    title: 'Clean',
    says: 'Every fact that had to be found was found, and agrees with the matrix.',
    shout: 'CLEAN',
    tone: 'good',
  },
  drift: {
    title: 'Drift',
    says: 'Something that customers meet differs from the matrix.',
    shout: 'DRIFT',
    tone: 'bad',
  },
  could_not_look: {
    title: 'Could not look',
    says: 'Part of what had to be looked at was not seen, so nothing is known about it.',
    shout: 'COULD NOT LOOK',
    tone: 'warn',
  },
};

const release: Record<ReleaseVerdict, VerdictWords> = {
  GO: {
    title: 'Go',
    says: 'Every surface says and does what the matrix promises.',
    shout: 'GO',
    tone: 'good',
  },
  GO_WITH_CONDITIONS: {
    title: 'Go, with conditions',
    says: 'Every surface says and does what the matrix promises, but for what somebody answers for until a day.',
    shout: 'GO_WITH_CONDITIONS',
    tone: 'warn',
  },
  NO_GO: {
    title: 'No go',
    says: 'What customers meet is not known to be what the matrix promises.',
    shout: 'NO_GO',
    tone: 'bad',
  },
};

const direction: Record<Direction, string> = {
  over_promise: 'Promises more than the matrix',
  under_promise: 'Promises less than the matrix',
  unenforced: 'Allows more than was sold',
  unpublished: 'Nowhere stated',
  contradiction: 'Two places contradict each other',
  unread: 'Could not be looked at',
};

const level: Record<Level, { one: string; other: string }> = {
  error: { one: 'error', other: 'errors' },
  warning: { one: 'warning', other: 'warnings' },
  note: { one: 'note', other: 'notes' },
};

const status: Record<CellStatus, { title: string; means: string }> = {
  same: { title: 'Same', means: 'agrees with the matrix' },
  differs: { title: 'Differs', means: 'says or does something else' },
  absent: { title: 'Absent', means: 'had to be stated and is not' },
  unread: { title: 'Unread', means: 'could not be looked at' },
  unknown: { title: 'Unknown', means: 'the matrix does not say' },
  excluded: { title: 'Excluded', means: 'left out on purpose' },
};

/** What stands where something should have been seen, for directions and statuses that have nothing to show. */
const gap: Partial<Record<Direction | CellStatus, string>> = {
  unpublished: 'not stated',
  absent: 'not stated',
  unread: 'could not be looked at',
  excluded: 'left out on purpose',
};

/** Words for verdicts, directions, levels and cell statuses. */
export const labels = { verdict, release, direction, level, status, gap } as const;
