/** What a story about a rule is, and what most of them share. */

export interface Story {
  rule: string;
  name: string;
  text: string;
  /** `line:column`, lines counted from the first line of `text`; empty for a file that passes. */
  finds: string[];
}

/** Six lines that every story opens with, so that its own lines count from 7. */
const TIDE = `planproof: 1
level: lifecycle
product: Tide
capabilities:
  audit_logging: { name: Audit log, was: [audit], ungated: Everybody may read it. }
  fixtures: { name: Fixtures, audience: internal }
`;

export const PRO = `plans:
  pro: { name: Pro, version: pro_v1, has: [audit_logging] }
`;

/** Seals of a contract that holds nothing, until never, by the plan it was of. */
export const SEAL = { pro: 'sha256-121f2ca9cac57423', team: 'sha256-fc16a35bd3445cbd' };

export const story = (rule: string, name: string, text: string, ...finds: string[]): Story => ({
  rule,
  name,
  text: TIDE + text,
  finds,
});
