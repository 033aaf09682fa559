/** Every rule that can make a finding says what it finds and how to mend it: in a page of its own, or here. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RULE_HELP, ruleHelp } from '../../../verifier/report/rule-help.ts';
import { RULES } from '../../../verifier/rules/rules.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PAGES = join(ROOT, 'matrix/check/pages');

/** Ids as sources outside the rooms of rules write them. */
function written(): string[] {
  const files = globSync('{matrix/read,verifier,scripts}/**/*.ts', { cwd: ROOT });
  const ids = files.flatMap((file) =>
    Array.from(
      readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:rule: |named\(\w+, )'([a-z]+\/[a-z-]+)'/g),
      ([, id = '']) => id,
    ),
  );
  return [...new Set(ids)];
}

const composed = [
  ...['modified', 'missing', 'stale'].map((how) => `generated/${how}`),
  ...['outdated', 'expired', 'unread', 'repeated', 'unused'].map((is) => `waiver/${is}`),
];

it('is the case', () => {
  const ids = [...RULES.map((rule) => rule.id), ...written(), ...composed];
  expect(ids.length).toBeGreaterThan(35);
  const silent = ids.filter((id) => !RULE_HELP[id] && !existsSync(join(PAGES, `${id.replace('/', '-')}.md`)));
  expect(silent).toEqual([]);
});

it('a page is read for its first two paragraphs', () => {
  const page = readFileSync(join(PAGES, 'limit-inverted.md'), 'utf8');
  expect(ruleHelp('limit/inverted', page).finds).toMatch(
    /^Finds a limit of which the product gives less than copy says/,
  );
  expect(ruleHelp('limit/inverted', page).mend).toMatch(/^Enforce at least what is advertised/);
  expect(ruleHelp('thing/not-known').finds).toBe('Of thing: not known.');
});
