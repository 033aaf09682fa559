/** An entry that is added to a waiver file: every other byte stays, and it is read back as what was waived. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWaivers } from '../../../scripts/decisions/add-waivers.ts';
import { oneLine } from '../../../verifier/report/terminal-text.ts';
import { applyWaivers } from '../../../verifier/waivers/apply-waivers.ts';
import { readWaivers } from '../../../verifier/waivers/read-waivers.ts';
import { drawnReport } from '../../verifier/report/drawn-report.ts';
import { sampleReport } from '../../verifier/report/sample-report.ts';

const [one, two] = sampleReport('drift').findings;
const WORDS = { owner: 'docs team', reason: 'Printed: in March # really', until: '2027-03-31' };

const read = (text: string) => readWaivers(new TextEncoder().encode(text), 'w.yaml');

/** Lines that stand in one and not in the other, in order. */
function isKept(before: string, after: string): boolean {
  const lines = after.split(/\r?\n/);
  let at = 0;
  return before.split(/\r?\n/).every((line) => {
    const found = lines.indexOf(line, at);
    at = found + 1;
    return found >= 0;
  });
}

it('begins a file that editors explain, and adds to it', () => {
  const first = addWaivers(undefined, [one!], WORDS)!;
  expect(first).toMatch(/^# yaml-language-server: \$schema=.*waivers\.schema\.json\n/);
  const second = addWaivers(first, [two!], { ...WORDS, owner: 'Bo' })!;
  expect(second.startsWith(first.trimEnd())).toBe(true);
  expect(read(second).waivers.map((entry) => [entry.key, entry.owner])).toEqual([
    [one!.key, 'docs team'],
    [two!.key, 'Bo'],
  ]);
});

describe('keeps', () => {
  const first = addWaivers(undefined, [one!], WORDS)!;
  const forms: [string, string][] = [
    ['comments, blank lines and an end without a line feed', `${first.trimEnd()}\n\n  # a note at the end`],
    ['Windows line breaks', first.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${first}`],
    ['a list that is not indented', first.replace(/^ {2}/gm, '')],
    ['an empty list with a comment', 'waivers: []   # none yet\nplanproof: 1\n'],
    ['what follows the list', `${first.replace('planproof: 1\n\n', '')}planproof: 1\n`],
    ['single quotes', first.replace(/"/g, "'")],
  ];
  it.each(forms)('%s', (_, before) => {
    const after = addWaivers(before, [two!], WORDS)!;
    expect(read(after).problems).toEqual([]);
    expect(read(after).waivers.at(-1)).toMatchObject({ key: two!.key, until: '2027-03-31' });
    const kept = before.includes('[]') ? before.replace(' []', '').replace(/^waivers:.*\n/, '') : before.trimEnd();
    expect(isKept(kept, after)).toBe(true);
    if (before.includes('\r')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(after.startsWith('\uFEFF')).toBe(before.startsWith('\uFEFF'));
  });
});

it('refuses a list in brackets that holds something, and no list at all', () => {
  expect(addWaivers('{ planproof: 1, waivers: [] }', [one!], WORDS)).toBeUndefined();
  expect(addWaivers('planproof: 1\n', [one!], WORDS)).toBeUndefined();
});

it('covers what it was written for, whatever that is', () => {
  fc.assert(
    fc.property(drawnReport(3), fc.string({ unit: 'grapheme', minLength: 1 }), ({ findings }, said) => {
      const those = findings.filter((finding) => finding.direction !== 'unread');
      if (!those.length) return;
      const text = addWaivers(undefined, those, { ...WORDS, reason: `x${said}` })!;
      const { waivers, problems } = read(text);
      expect(problems).toEqual([]);
      expect(waivers[0]!.reason).toBe(oneLine(`x${said}`));
      const { open, wrong } = applyWaivers(those, { waivers, date: '2027-01-01', looked: new Set() });
      expect([open, wrong.filter((finding) => finding.rule !== 'waiver/repeated')]).toEqual([[], []]);
    }),
    { numRuns: 25 },
  );
});
