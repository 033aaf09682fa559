/** What a person reads in a terminal: the last line of each verdict, places, short lists, and nothing that steers it. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { holderWords } from '../../../verifier/report/holder-words.ts';
import { terminalReport } from '../../../verifier/report/terminal.ts';
import type { Report } from '../../../verifier/types.ts';
import { finding, sampleReport } from './sample-report.ts';

const plain = (report: Report) => terminalReport(report, { color: false });
const lastLine = (report: Report) => plain(report).trimEnd().split('\n').at(-1);

describe('the verdict line', () => {
  it('counts what was read when all is well', () => {
    expect(lastLine(sampleReport('clean'))).toBe('planproof: CLEAN — 1,638 facts read on 4 surfaces, 0 findings');
  });
  it('counts claims where nothing but copy was read', () => {
    const copy = { surface: 'site', asked: 0, read: 0, absent: 0, unread: 0, claims: 12, documents: 3 };
    const report: Report = { ...sampleReport('clean'), coverage: [copy], findings: [] };
    expect(lastLine(report)).toBe('planproof: CLEAN — 12 claims read on 1 surface, 0 findings');
  });
  it('counts findings by level', () => {
    expect(lastLine(sampleReport('drift'))).toBe('planproof: DRIFT — 5 findings (3 errors, 1 warning, 1 note)');
  });
  it('names the surfaces that were not seen', () => {
    expect(lastLine(sampleReport('could_not_look'))).toBe(
      'planproof: COULD NOT LOOK — api: 80 of 80 questions unread; 1 finding',
    );
  });
  it('names a surface on which nothing was asked and nothing found', () => {
    const nothing = { surface: 'site', asked: 0, read: 0, absent: 0, unread: 0, claims: 0, documents: 3 };
    const report: Report = { ...sampleReport('could_not_look'), coverage: [nothing], findings: [] };
    expect(lastLine(report)).toBe('planproof: COULD NOT LOOK — site: nothing asked and nothing found; 0 findings');
  });
  it('falls back to the reasons', () => {
    const report: Report = { ...sampleReport('could_not_look'), coverage: [], reasons: ['docs/**: no file matches.'] };
    expect(lastLine(report)).toBe('planproof: COULD NOT LOOK — docs/**: no file matches; 1 finding');
  });
});

describe('the body', () => {
  it('shows both places, the values and the fix', () => {
    const text = plain(sampleReport('drift'));
    for (const words of [
      'matrix/entitlements.yaml:165:5',
      'site/content/docs/docs/history.md:12:31',
      '14 days (matrix)',
      '30 days (docs)',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('/pricing/ #pro .price');
    expect(text).toContain('GET /api/audit');
    expect(text).toContain('Guard GET /api/audit with the gate of `audit_logging`.');
    expect(text).toContain('community_v6 (active, grace) and 13 more');
    expect(text).toContain('not stated (docs)');
  });
  it('lists what was left out, with reason and owner', () => {
    expect(plain(sampleReport('clean'))).toContain('Shown by the desktop client only — product@pulse.example');
  });
  it('colours only when asked to', () => {
    const report = sampleReport('drift');
    const coloured = terminalReport(report, { color: true });
    expect(plain(report)).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[31m');
    expect(stripVTControlCharacters(coloured)).toBe(plain(report));
  });
  it('keeps to the width, apart from what is there to be copied', () => {
    const lines = terminalReport(sampleReport('drift'), { color: false, width: 60 }).split('\n');
    for (const line of lines.filter((one) => one.length > 60))
      expect(line).toMatch(/planproof: |:\d+:\d+|main table| · |surface {2}|docs {2}/);
  });
  it('shows controls from crawled words instead of obeying them', () => {
    const about = { surface: 'docs', subject: { kind: 'words' as const, key: 'x' }, versions: [] };
    const says = 'Red \u001b[31m\u001b]0;title\u0007 and \u202egnorw\nsecond line';
    const report = {
      ...sampleReport('drift'),
      findings: [finding({ rule: 'words/forbidden', about, says, sides: [] })],
    };
    const text = plain(report);
    expect(text).toContain('Red ‹U+001B›[31m‹U+001B›]0;title‹U+0007› and ‹U+202E›gnorw second line');
    expect(text).not.toContain('\u001b');
  });
});

describe('holderWords', () => {
  const holders = ['a', 'b', 'c', 'd'].map((version) => ({ version, state: 'active' as const }));
  it('shortens a long list', () => {
    expect(holderWords(holders)).toBe('a (active), b (active) and 2 more');
  });
  it('does not shorten by one', () => {
    expect(holderWords(holders.slice(0, 3))).toBe('a (active), b (active), c (active)');
  });
  it('tells add-ons, role and deployment apart', () => {
    const holder = { version: 'pro', state: 'grace' as const, addons: ['seats'], role: 'viewer', deployment: 'cloud' };
    expect(holderWords([holder])).toBe('pro with seats as viewer on cloud (grace)');
  });
});
