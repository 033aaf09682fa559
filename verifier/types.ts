/** The nouns of looking: what was seen, what it means, what is wrong, and the report that holds all of it. */
import type { Holder, Offer, Place, Question, Subject, Value } from '../matrix/types.ts';

/** What a probe that finds gives back: somebody wrote something about a subject and these plans. */
export interface Mention {
  /** The words of the claim, as written, white space folded. */
  words: string;
  subject: Subject;
  /** How sure the reader is of subject and plan. Only what is certain becomes an error. */
  certain: boolean;
  /** Plan keys that the words name; `own` is the plan of whoever is signed in. */
  plans: { known: string[] } | { unknown: string } | { own: Holder };
  /** `and_above`: also every plan built on these. `everything_in`: what these plans hold. `only_from`: these and above, nobody else. */
  relation?: 'and_above' | 'only_from';
  offer?: Offer;
  /** Nobody sees it before a click or a script shows it. */
  hidden?: true;
}

export type Outcome = { kind: 'read'; value: Value } | { kind: 'absent' } | { kind: 'unread'; reason: string };

/** What stands behind an observation, masked: one exchange, or the words around a claim. */
export interface Evidence {
  request?: string;
  answer?: string;
  picture?: EvidencePicture;
}

/** A picture of the part of a page in which the place is outlined. */
export interface EvidencePicture {
  /** Beside the report: `evidence/<fingerprint>-1.jpg`. */
  file: string;
  /** CSS pixels. */
  width: number;
  height: number;
}

export interface Observation {
  surface: string;
  about: Question | Mention;
  outcome: Outcome;
  at: Place[];
  evidence?: Evidence[];
  /** Who was signed in, where words of a page were read. */
  by?: Holder;
}

export interface Side {
  who: 'matrix' | string;
  value: Value;
  at: Place[];
}

export type Direction = 'over_promise' | 'under_promise' | 'unenforced' | 'unpublished' | 'contradiction' | 'unread';
export type Level = 'error' | 'warning' | 'note';

/** What a cell, question or finding is about, once pairing has resolved it. Versions, not plans: contracts are what is kept. */
export interface About {
  surface: string;
  subject: Subject;
  /** Versions concerned, sorted. Empty when the fact is about no plan. */
  versions: string[];
  /** Holders concerned, sorted by version and state, where somebody was asked for. */
  holders?: Holder[];
  offer?: Offer;
}

export interface Finding {
  /** Permanent id of the rule, `subject/verdict`. */
  rule: string;
  level: Level;
  direction: Direction;
  about: About;
  /** One sentence for a person. */
  says: string;
  /** The matrix, or the first copy, first; then what was seen. */
  sides: Side[];
  /** What to do about it. */
  fix: string;
  /** Survives a change of wording, line and values: 16 hex digits. */
  key: string;
  /** Changes with the values: 16 hex digits. Names the evidence. */
  fingerprint: string;
  /** The command that looks for just this again, for a POSIX shell in the folder of the configuration. */
  replay?: string;
}

export type CellStatus = 'same' | 'differs' | 'absent' | 'unread' | 'unknown' | 'excluded';

/** One fact on one surface. */
export interface CellReport {
  about: About;
  status: CellStatus;
  sides: Side[];
}

export interface Coverage {
  surface: string;
  /** Facts that had to be found: questions put, or the declared set. */
  asked: number;
  read: number;
  absent: number;
  unread: number;
  /** Claims found beyond the declared set, and pages or files looked at. */
  claims: number;
  documents: number;
  /** What could be asked: `asked`, what is excluded, and what a selection left out. Left out where that is all asked. */
  possible?: number;
  /** Left out where no selection was made. */
  selection?: Selection;
  /** Percent of what is possible that has to be answered; left out where the configuration says none. */
  floor?: number;
}

/** Of too many questions some are put that stand for the others. */
export interface Selection {
  left_out: number;
  /** `pairs`: every pair of contract, state, key and gate still occurs. `each`: every one of them does. */
  keeps: 'pairs' | 'each';
}

export interface Exclusion {
  surface: string;
  what: string;
  count: number;
  reason: string;
  owner: string;
  /** `question`: each of the count could have been asked, so that it is missing from the coverage. */
  of?: 'question';
}

/** A gate of which the answers seen so far cannot tell whether it opens for those who may and shuts for the others. */
export interface OneWay {
  surface: string;
  key: string;
  /** Operation or page of the gate. */
  gate: string;
  /** Who was asked: only holders who may, only such who may not, or none of whom the matrix says either. */
  asked: 'may' | 'may_not' | 'neither';
  /** `matrix`: it has no holder of the other kind. `left_out`: it has, and none of them was asked. */
  because: 'matrix' | 'left_out';
}

/** A finding that people decided to live with until a day: it does not fail the run, and stands in every report. */
export interface Waived {
  finding: Finding;
  owner: string;
  reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  until: string;
  /** Where the waiver stands. */
  at: Place;
}

/** What a run shows when it was asked for changes only. Everything is looked at either way. */
export interface Scope {
  /** What the files were compared with, in words. */
  since: string;
  /** Files that changed since. */
  changed: number;
  /** Findings that have no place in them, and are not in the report. */
  hidden: number;
}

/** Of an audit that was asked for less than everything: what it was not asked for could be wrong. */
export interface Part {
  /** What the command line said, such as `--only readme`. */
  said: string;
  /** Surfaces that were not looked at. */
  surfaces: string[];
}

export type Verdict = 'clean' | 'drift' | 'could_not_look';

export type ReleaseVerdict = 'GO' | 'GO_WITH_CONDITIONS' | 'NO_GO';

/** Somebody answers for a finding until a day: on this condition it may go out. */
export interface Condition {
  key: string;
  rule: string;
  surface: string;
  owner: string;
  reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  until: string;
}

/** What a whole audit decides about a release. */
export interface Release {
  verdict: ReleaseVerdict;
  reasons: string[];
  /** Of `GO_WITH_CONDITIONS`: one for each waiver. */
  conditions: Condition[];
}

export interface Report {
  $schema: string;
  planproof: 1;
  product: string;
  matrix: { path: string; digest: string };
  /** The judging date, `YYYY-MM-DD`. */
  date: string;
  verdict: Verdict;
  /** Reasons for the verdict, in words. */
  reasons: string[];
  /** Of an audit that was put whole; a check, or a part of an audit, decides nothing about a release. */
  release?: Release;
  plans: { key: string; name: string; line: string; version: string; offered: boolean; status: 'current' | 'past' }[];
  keys: { key: string; name: string; kind: 'capability' | 'limit' | 'price'; advertised: boolean }[];
  cells: CellReport[];
  findings: Finding[];
  coverage: Coverage[];
  excluded: Exclusion[];
  /** Gates that were asked one way only; left out where there is none. */
  one_way?: OneWay[];
  waivers: Waived[];
  /** Findings that the baseline holds; left out without a baseline. */
  known?: Finding[];
  /** Left out where everything was asked for. */
  part?: Part;
  /** Left out where everything is shown. */
  scope?: Scope;
  /** Evidence by fingerprint of its finding. Like `run`, left out when reports are compared. */
  evidence: Record<string, Evidence[]>;
  run: { took_ms: number; started: string; base_urls: Record<string, string>; versions: Record<string, string> };
}
