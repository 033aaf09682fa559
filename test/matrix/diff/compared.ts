/** A matrix before and after, as text, goes in; what `planproof diff` makes of the two comes out. */
import { adviseOn } from '../../../matrix/diff/advise.ts';
import { diffMatrices } from '../../../matrix/diff/diff-matrices.ts';
import { tell } from '../../../matrix/diff/print/tell.ts';
import { terminalDiff } from '../../../matrix/diff/print/terminal.ts';
import type { Advice, MatrixDiff } from '../../../matrix/diff/types.ts';
import { matrixOf } from '../matrix-of.ts';

export interface Compared {
  diff: MatrixDiff;
  advice: Advice[];
  /** Lines of the terminal text up to the advice, without its titles. */
  lines: string[];
}

export function compared(before: string, after: string): Compared {
  const [was, is] = [matrixOf(before).matrix, matrixOf(after).matrix];
  const diff = diffMatrices(was, is);
  const advice = adviseOn(diff, was, is);
  const text = terminalDiff(tell(diff, []), (words) => words);
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim());
  return { diff, advice, lines };
}

/** Text that must stand there exactly once, replaced by another. */
export function edited(text: string, ...edits: [from: string, to: string][]): string {
  return edits.reduce((now, [from, to]) => {
    const parts = now.split(from);
    if (parts.length !== 2) throw new Error(`“${from}” stands there ${parts.length - 1} times, not once`);
    return parts.join(to);
  }, text);
}

/** Three plans that build on one another, a past version, an add-on, and one plan that nobody can buy yet. */
export const TIDE = `planproof: 1
level: lifecycle
product: Tide
units:
  seat: { one: seat, other: seats }
  call: { one: call, other: calls }
capabilities:
  sso: { name: SSO, was: [single_sign_on] }
  audit: { name: Audit log }
  export: { name: Export }
  support: { name: Support }
  beta_search: { name: Search, maturity: waitlist }
  inner: { name: Inner flag, audience: internal }
limits:
  seats: { name: Seats, unit: seat, soft: 80%, hard: 100% }
  history: { name: History, unit: day, soft: 100%, hard: 100% }
  calls: { name: Calls, unit: call, per: hour, soft: 100%, hard: 100% }
meters:
  traffic: { name: Traffic, unit: call }
plans:
  free:
    name: Free
    version: free_v1
    price: free
    has: [sso]
    limits: { seats: 3, history: 7, calls: 10 }
    states: [active]
  team:
    name: Team
    version: team_v1
    everything_in: free
    was: [crew]
    price: { USD: { month: 10, year: 100 } }
    has: [export]
    details: { support: E-mail }
    limits: { seats: 10, history: 30 }
  pro:
    name: Pro
    version: pro_v6
    everything_in: team
    price: { USD: { month: 20 } }
    has: [beta_search]
    meters: [traffic]
    limits: { history: 90, calls: unlimited }
  next:
    name: Next
    version: next_v1
    sale: before_launch
    everything_in: pro
addons:
  vault:
    name: Vault
    for: [team, pro]
    price: { USD: { month: 5 } }
    has: [audit]
past_versions:
  pro_v5:
    of: pro
    until: never
    price: { USD: { month: 15 } }
    has: [sso, export]
    limits: { seats: 5, history: 90 }
    digest: sha256-db80dc072688ff7f
version_aliases:
  pro_v6: [pro_old]
retired_ids: [pro_v1]
states:
  trial: { keeps: paid, lasts: 14 days }
  active: { keeps: paid }
  grace: { keeps: paid, warns: true, lasts: 7 days }
  expired: { keeps: fallback, falls_back_to: free }
trials:
  all: { length: 14 days, gives: pro }
gates:
  - { key: audit, api: GET /audit, refusal: { status: 402, code: upgrade } }
`;
