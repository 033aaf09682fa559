/** The HTML file: nothing crawled becomes markup, nothing is fetched, same report same bytes. */
import { createHash } from 'node:crypto';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../verifier/report/html.ts';
import type { Report } from '../../../verifier/types.ts';
import { finding, largeReport, sampleReport } from './sample-report.ts';

const HOSTILE = `</script><script>alert(1)</script><img src=x onerror="alert('2')"><!--\u202e\u2028`;

/** Every string of a report but those that the format fixes, replaced by hostile words. */
function hostileReport(): Report {
  const report = sampleReport('drift');
  const side = (who: string) => ({
    who,
    value: { kind: 'words' as const, text: HOSTILE },
    at: [
      { kind: 'page' as const, url: HOSTILE, selector: HOSTILE, words: HOSTILE },
      { kind: 'file' as const, path: HOSTILE, line: 1, column: 1, length: 1 },
      { kind: 'call' as const, method: HOSTILE, path: HOSTILE, pointer: HOSTILE },
    ],
  });
  const holders = Array.from({ length: 5 }, (_, at) => ({
    version: `${HOSTILE}${at}`,
    state: 'active' as const,
    role: HOSTILE,
  }));
  const about = {
    surface: HOSTILE,
    subject: { kind: 'gate' as const, key: HOSTILE, facet: HOSTILE },
    versions: [HOSTILE],
    holders,
  };
  const one = (at: number) =>
    finding({
      rule: HOSTILE,
      about,
      says: HOSTILE,
      fix: HOSTILE,
      sides: [side('matrix'), side(HOSTILE)],
      key: `${HOSTILE}${at}`,
      fingerprint: `${at}`,
    });
  return {
    ...report,
    product: HOSTILE,
    date: HOSTILE,
    matrix: { path: HOSTILE, digest: HOSTILE },
    reasons: [HOSTILE],
    plans: [{ key: HOSTILE, name: HOSTILE, line: HOSTILE, version: HOSTILE, offered: true, status: 'current' }],
    keys: [{ key: HOSTILE, name: HOSTILE, kind: 'capability', advertised: false }],
    cells: [
      { about: { ...about, offer: { market: HOSTILE } }, status: 'differs', sides: [side('matrix'), side(HOSTILE)] },
    ],
    findings: Array.from({ length: 60 }, (_, at) => one(at)),
    coverage: [{ surface: HOSTILE, asked: 1, read: 1, absent: 0, unread: 0, claims: 0, documents: 1 }],
    excluded: [{ surface: HOSTILE, what: HOSTILE, count: 1, reason: HOSTILE, owner: HOSTILE }],
    evidence: { 0: [{ request: HOSTILE, answer: HOSTILE }], 59: [{ request: HOSTILE, answer: HOSTILE }] },
    run: { took_ms: 1, started: HOSTILE, base_urls: { [HOSTILE]: HOSTILE }, versions: { [HOSTILE]: HOSTILE } },
  };
}

interface Seen {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

function elements(html: string): Seen[] {
  const seen: Seen[] = [];
  const visit = (node: { children?: unknown[]; name?: string; attribs?: Record<string, string>; data?: string }) => {
    const text = (node.children as { data?: string }[] | undefined)?.map((child) => child.data ?? '').join('') ?? '';
    if (node.name) seen.push({ name: node.name, attributes: node.attribs ?? {}, text });
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(parseDocument(html) as unknown as Parameters<typeof visit>[0]);
  return seen;
}

interface Data {
  findings: string[][];
  /** HTML that is shown later. */
  cards: string[];
  spots: Record<string, string>;
}

function dataOf(html: string): Data {
  const blocks = elements(html).filter((one) => one.attributes.type === 'application/json');
  const read = (name: RegExp) =>
    blocks.filter((one) => name.test(one.attributes.id ?? '')).map((one) => JSON.parse(one.text));
  return {
    findings: read(/^data$/)[0].findings,
    cards: read(/^cards-\d+$/).flat(),
    spots: Object.assign({}, ...read(/^spots-\d+$/)),
  };
}

function expectTame(html: string): void {
  for (const { name, attributes } of elements(html)) {
    expect(['img', 'iframe', 'link', 'object', 'base']).not.toContain(name);
    for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^src$|^style$/);
    if (attributes.href) expect(attributes.href).toMatch(/^#/);
  }
}

describe('hostile words', () => {
  const html = htmlReport(hostileReport());
  const data = dataOf(html);

  it('stay words in the page', () => {
    expectTame(html);
    expect(elements(html).filter((one) => one.name === 'script' && !one.attributes.type)).toHaveLength(1);
    expect(html.includes(HOSTILE)).toBe(false);
    expect(/[\u202e\u2028]/.test(html)).toBe(false);
    expect(html.includes('&lt;/script&gt;&lt;script&gt;alert(1)')).toBe(true);
  });
  it('stay words in what the script adds later', () => {
    const later = [...data.cards, ...Object.values(data.spots)];
    expect(later.length).toBeGreaterThan(10);
    for (const piece of later) {
      expectTame(piece);
      expect(elements(piece).some((one) => one.name === 'script')).toBe(false);
    }
  });
});

describe('the file', () => {
  const html = htmlReport(sampleReport('drift'));

  it('is the same for the same report', () => {
    expect(htmlReport(sampleReport('drift')) === html).toBe(true);
  });
  it('forbids the network and runs only its own script and style', () => {
    const all = elements(html);
    const policy = all.find((one) => one.attributes['http-equiv'] === 'Content-Security-Policy')!.attributes.content;
    const seal = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const script = all.find((one) => one.name === 'script' && !one.attributes.type)!.text;
    const style = all.find((one) => one.name === 'style')!.text;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${seal(script)};`);
    expect(policy).toContain(`style-src ${seal(style)};`);
    expectTame(html);
  });
  it('says the verdict in words', () => {
    const titles = (['clean', 'drift', 'could_not_look'] as const).map(
      (one) => /<h1>(.*?)<\/h1>/.exec(htmlReport(sampleReport(one)))![1],
    );
    expect(titles).toEqual(['Clean', 'Drift', 'Could not look']);
  });
  it('names each square of the map, the worst status first', () => {
    expect(html.includes('aria-label="Metric history, Relay: Differs"')).toBe(true);
    expect(html.includes('aria-label="Price per month, Pro: Differs"')).toBe(true);
    expect(html.includes('aria-label="Client workspaces, Cloud Starter: Unread"')).toBe(true);
    const id = /data-spot="([\d-]+)" aria-label="Audit Logging, Relay: Differs"/.exec(html)![1]!;
    expect(dataOf(html).spots[id]).toContain('relay_v6 (active, grace, expired, suspended)');
  });
  it('holds every finding once', () => {
    const large = htmlReport(largeReport(120));
    const data = dataOf(large);
    expect(data.findings).toHaveLength(120);
    expect(data.cards).toHaveLength(80);
    expect(
      elements(large).filter((one) => one.name === 'li' && one.attributes.id?.startsWith('finding-')),
    ).toHaveLength(40);
  });
});
