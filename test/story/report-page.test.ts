/** The report as people open it, in a real browser: alone, large, by keyboard, on a phone, on paper. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeReport } from '../../scripts/bench/report/large-report.ts';
import { releaseOf } from '../../verifier/audit/release.ts';
import { verdictOf } from '../../verifier/audit/verdict.ts';
import { startBrowser } from '../../verifier/probes/browser.ts';
import { htmlReport } from '../../verifier/report/html.ts';
import type { Report } from '../../verifier/types.ts';
import { sampleReport } from '../verifier/report/sample-report.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COUNT = 5000;
const large = largeReport(COUNT);
let browser: Browser;
let folder: string;

/** With something of every section: open, waived, left out, not seen, asked one way only. */
function fullReport(): Report {
  const [base, unseen] = [sampleReport('drift'), sampleReport('could_not_look')];
  const [first, ...others] = base.findings;
  const at = { kind: 'file' as const, path: 'planproof.waivers.yaml', line: 8, column: 10, length: 16 };
  const judged = {
    ...{
      findings: [...others, ...unseen.findings],
      coverage: unseen.coverage.map((one) => ({ ...one, possible: 3774, claims: 1481 })),
      excluded: base.excluded,
      date: base.date,
    },
    waivers: [{ finding: first!, owner: 'Ada', reason: 'Mended in January', until: '2027-01-31', at }],
  };
  const one_way = [{ surface: 'api', key: 'sso', gate: 'GET /api/sso', asked: 'may', because: 'matrix' } as const];
  return { ...base, ...judged, ...verdictOf(judged), release: releaseOf(judged), one_way };
}

beforeAll(async () => {
  const started = await startBrowser();
  if (!started.browser) throw new Error(started.reason);
  browser = started.browser;
  folder = mkdtempSync(join(tmpdir(), 'planproof-report-'));
  writeFileSync(join(folder, 'large.html'), htmlReport(large));
  writeFileSync(join(folder, 'some.html'), htmlReport({ ...largeReport(500), cells: [] }));
  writeFileSync(join(folder, 'full.html'), htmlReport(fullReport()));
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const url = (name: string) => pathToFileURL(join(folder, `${name}.html`)).href;

/** With all requests but that for the file refused, and listed. */
async function open(
  name: string,
  look: Parameters<Browser['newPage']>[0] = {},
): Promise<{ page: Page; asked: string[]; wrong: string[] }> {
  const page = await browser.newPage(look);
  const [asked, wrong]: [string[], string[]] = [[], []];
  await page.route('**', (route) => {
    asked.push(route.request().url());
    return route.request().url() === url(name) ? route.continue() : route.abort();
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(url(name));
  await page.locator('#filters:not([hidden])').waitFor();
  return { page, asked, wrong };
}

const cards = (page: Page) => page.locator('#finding-list > li').count();
const said = (page: Page) => page.locator('#count').innerText();

describe(`a report of ${COUNT} findings`, () => {
  it('opens with forty of them, finds the others, and asks for nothing', async () => {
    const { page, asked, wrong } = await open('large');
    expect([await cards(page), await said(page)]).toEqual([40, `Showing 40 of 5,000 findings`]);
    // Everything but the map, whose size is that of the plans, is bounded.
    expect(await page.evaluate('document.querySelectorAll("body *:not(#map, #map *)").length')).toBeLessThan(4000);

    const count = (fits: (one: Report['findings'][number]) => boolean) =>
      large.findings.filter(fits).length.toLocaleString('en');
    const find = async (words: string) => {
      await page.getByLabel('Search').fill(words);
      return said(page);
    };
    expect(await find('/SITE/page-4321/')).toBe('1 of 5,000 findings matches');
    expect(await page.locator('#finding-list h3').innerText()).toContain('on page 4321 of');
    expect(await find('nobody wrote this')).toBe('None of 5,000 findings matches');
    expect(await find('guild 2022')).toBe(
      `${count((one) => one.says.includes('Guild 2022'))} of 5,000 findings match; showing 40`,
    );
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('combobox', { name: 'Surface' }).selectOption('api');
    await page.getByRole('combobox', { name: 'Level' }).selectOption('error');
    const fits = (one: Report['findings'][number]) => one.about.surface === 'api' && one.level === 'error';
    expect(await said(page)).toBe(`${count(fits)} of 5,000 findings match; showing 40`);
    await page.getByRole('button', { name: 'Show 40 more' }).click();
    expect(await cards(page)).toBe(80);

    // A link to one that is far down and filtered away.
    const far = large.findings.findLast((one) => one.level === 'note')!;
    await page.evaluate(`location.hash = 'finding-${far.fingerprint}'`);
    expect(await page.locator(`#finding-${far.fingerprint} h3`).innerText()).toBe(far.says);
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(far.says);
    expect([asked, wrong]).toEqual([[url('large')], []]);
    await page.close();
  });

  it('prints all of them', async () => {
    const { page } = await open('some');
    expect(await cards(page)).toBe(40);
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await cards(page)).toBe(500);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await cards(page)).toBe(40);
    await page.close();
  });
});

describe('the page', () => {
  it.each([
    [390, 'dark'],
    [1280, 'light'],
  ] as const)(
    'has no violation that axe knows, %i wide and %s, and never scrolls sideways, nor does the coverage',
    async (width, colorScheme) => {
      const { page } = await open('full', { viewport: { width, height: 844 }, colorScheme, bypassCSP: true });
      await page.addScriptTag({ content: axe });
      const violations = async (within: string) => {
        const { violations: all } = (await page.evaluate(`axe.run('${within}')`)) as {
          violations: { id: string; nodes: { target: unknown }[] }[];
        };
        return all.map(({ id, nodes }) => `${id} ${JSON.stringify(nodes[0]?.target)}`);
      };
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      expect(await violations('#spot')).toEqual([]);
      await page.locator('[data-spot].status-differs:visible').first().click();
      expect(await violations('#spot')).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
        0,
      );
      const coverage = page.locator('#coverage .scroll');
      expect(await coverage.evaluate((table) => table.scrollWidth - table.clientWidth)).toBe(0);
      await page.close();
    },
  );

  it('is read by keyboard alone: tabs, squares, both sides, the finding, and back', async () => {
    const { page, wrong } = await open('full');
    const focused = () =>
      page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');
    const press = (key: string) => page.keyboard.press(key);
    await page.getByRole('tab', { name: /docs/ }).focus();
    await press('ArrowRight');
    expect(await page.getByRole('tab', { selected: true }).innerText()).toMatch(/^site/);
    expect(await page.locator('.panel:visible').count()).toBe(1);
    await press('ArrowLeft');
    await page.locator('[data-spot][tabindex="0"]:visible').focus();
    await press('ArrowDown');
    await press('ArrowUp');
    await press('ArrowRight');
    expect(await focused()).toBe('Metric history, Relay: Differs');
    await press('Enter');
    expect(await page.getByRole('dialog', { name: 'Metric history, Relay' }).innerText()).toMatch(
      /Expected matrix\s+14 days[\s\S]+Seen docs\s+30 days/,
    );
    await press('Escape');
    expect(await focused()).toBe('Metric history, Relay: Differs');
    await press('Enter');
    await page.getByRole('dialog').getByRole('link').first().focus();
    await press('Enter');
    expect(await focused()).toMatch(/^The docs promise 30 days/);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('shows on paper every map and what is folded on a screen, and no control', async () => {
    const { page } = await open('full');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.panel:visible').count()).toBe(4);
    expect((await page.locator('#findings .evidence pre').first().boundingBox())?.height).toBeGreaterThan(10);
    expect(await page.locator('nav:visible, #filters:visible, .copy:visible, [role=tab]:visible').count()).toBe(0);
    await page.close();
  });

  it('says everything without JavaScript that it says with it, but for filters', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url('full'));
    expect(await page.locator('.panel:visible').count()).toBe(4);
    expect(await cards(page)).toBe(fullReport().findings.length);
    expect(await page.locator('#filters:visible, #map-bar:visible').count()).toBe(0);
    await context.close();
  });
});
