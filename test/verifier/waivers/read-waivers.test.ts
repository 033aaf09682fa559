/** Mistakes in a waiver file are told at their line and column, with what to write. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWaivers } from '../../../verifier/waivers/read-waivers.ts';

const ENTRY = `planproof: 1
waivers:
  - key: 0011223344aabbcc
    rule: limit/differs
    surface: docs
    sides:
      - { who: matrix, value: { kind: amount, n: 14, unit: day, bound: exactly } }
      - { who: docs, value: { kind: amount, n: 15, unit: day, bound: exactly } }
    owner: docs team
    reason: The handbook is printed in March.
    until: 2027-03-31
`;

const read = (text: string) => readWaivers(new TextEncoder().encode(text), 'w.yaml');

it('reads an entry with its place', () => {
  const { waivers, problems } = read(ENTRY);
  expect(problems).toEqual([]);
  expect(waivers).toMatchObject([
    { key: '0011223344aabbcc', owner: 'docs team', until: '2027-03-31', at: { path: 'w.yaml', line: 3, column: 10 } },
  ]);
});

describe('a mistake', () => {
  const wrong: [string, string, string, string, number, number, RegExp][] = [
    ['a key that is a number', '0011223344aabbcc', '1234567812345678', 'waiver/malformed', 3, 10, /in quotes/],
    ['no owner', '    owner: docs team\n', '', 'waiver/malformed', 3, 5, /`owner:` line/],
    ['an empty reason', 'The handbook is printed in March.', '" "', 'waiver/malformed', 10, 13, /why it may stay/],
    ['a field misspelt', 'owner:', 'ownr:', 'waiver/malformed', 9, 5, /`owner`/],
    ['a day that is none', '2027-03-31', '2027-02-30', 'waiver/malformed', 11, 12, /last day/],
    ['a day in words', '2027-03-31', 'next March', 'waiver/malformed', 11, 12, /2027-01-31/],
    ['a value of no kind', 'kind: amount, n: 15', 'kind: amont, n: 15', 'waiver/malformed', 8, 37, /`amount`/],
    ['a value that lacks its unit', 'n: 15, unit: day', 'n: 15', 'waiver/malformed', 8, 22, /`unit:` line/],
    ['no YAML', '    rule: limit/differs', '    rule: "limit/differs', 'waiver/unreadable', 12, 0, /./],
    ['a merge that was not resolved', 'waivers:', '<<<<<<< HEAD\nwaivers:', 'waiver/unreadable', 2, 1, /./],
  ];
  it.each(wrong)('%s', (_, from, to, rule, line, column, write) => {
    expect(ENTRY).toContain(from);
    const { waivers, problems } = read(ENTRY.replace(from, to));
    expect(waivers).toEqual([]);
    const told = problems.map((one) => [one.rule, one.at.line, column && one.at.column]);
    expect(told).toContainEqual([rule, line, column]);
    expect(problems.length).toBeLessThanOrEqual(2);
    expect(problems.some((one) => write.test(one.write))).toBe(true);
  });

  it('an empty file', () => {
    expect(read('').problems[0]).toMatchObject({ rule: 'waiver/unreadable', found: 'The file is empty.' });
  });
});

interface Branch {
  properties: { kind: { const?: string; enum?: string[] } };
}

it('describes values as a report does, each kind by itself so that a mistake is told once', () => {
  const definitions = (path: string) =>
    JSON.parse(readFileSync(new URL(`../../../verifier/${path}`, import.meta.url), 'utf8')).definitions;
  const [report, waivers] = [definitions('report/report.schema.json'), definitions('waivers/waivers.schema.json')];
  for (const name of ['period', 'interval', 'id']) expect(waivers[name]).toEqual(report[name]);
  const branches = (report.value.oneOf as Branch[]).map((branch) => {
    const { const: one, enum: all = [one!] } = branch.properties.kind;
    const then = { ...branch, properties: { ...branch.properties, kind: {} } };
    return { if: { properties: { kind: { enum: all } }, required: ['kind'] }, then };
  });
  expect(waivers.value.allOf).toEqual(branches);
  expect(waivers.value.properties.kind.enum).toEqual(branches.flatMap((one) => one.if.properties.kind.enum));
});
