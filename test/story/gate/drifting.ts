/** A stranger's workspace goes in; the same with two wrong sentences, and the command line on a fixed day, come out. */
import type { Report } from '../../../verifier/types.ts';
import { type Copy, copyStranger, type Ran } from '../copied-workspace.ts';

export const DAY = '2026-11-21';

export interface Drifting extends Copy {
  check(args?: readonly string[], env?: Record<string, string>): Promise<Ran>;
  /** With its JSON. */
  report(args?: readonly string[]): Promise<Ran & { report: Report }>;
}

/** Forms of Studio are 30 instead of 25, and its team members 6 instead of 5. */
export function drifting(): Drifting {
  const copy = copyStranger();
  copy.edit('README.md', 'up to 25 forms', 'up to 30 forms');
  copy.edit('README.md', 'Studio includes 5 team members', 'Studio includes 6 team members');
  const check: Drifting['check'] = (args = [], env = {}) => copy.run(['check', '--date', DAY, ...args], env);
  return {
    ...copy,
    check,
    report: async (args = []) => {
      const ran = await check(['--json', ...args]);
      return { ...ran, report: JSON.parse(ran.stdout) as Report };
    },
  };
}

/** Keys of what is open. */
export function keysOf({ findings }: Report): string[] {
  return findings.map((one) => one.key);
}

export function rulesOf({ findings }: Report): string[] {
  return findings.map((one) => one.rule);
}
