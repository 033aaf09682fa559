/** A report of 5,000 findings in a real browser: until it can be read, until a filter answers, how large, how much memory. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBrowser } from '../../verifier/probes/browser.ts';
import { htmlReport } from '../../verifier/report/html.ts';
import { type Measured, median } from './measured.ts';
import { largeReport } from './report/large-report.ts';
import { type Opened, opened } from './report/opened.ts';

const FINDINGS = 5000;
const RUNS = 5;
const MOST = { openMs: 2000, filterMs: 100, megabytes: 100, fileMegabytes: 50 };

/** Nothing is measured where there is no browser. */
export async function largeReports(): Promise<Measured[]> {
  const started = await startBrowser();
  if (!started.browser) {
    console.log(`SKIPPED: the report in a browser was not measured: ${started.reason}`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'planproof-bench-'));
  try {
    const path = join(folder, 'report.html');
    const html = htmlReport(largeReport(FINDINGS));
    writeFileSync(path, html);
    const runs: Opened[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await opened(started.browser, pathToFileURL(path).href));
    for (const { openMs, filterMs } of runs)
      console.log(
        `report of ${FINDINGS} findings: open in ${openMs.toFixed(0)} ms, filters answer in ${filterMs.toFixed(0)} ms`,
      );
    return measuredOf(runs, Buffer.byteLength(html) / 1e6);
  } finally {
    await started.browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function measuredOf(runs: readonly Opened[], fileMegabytes: number): Measured[] {
  const of = (name: keyof Opened) => median(runs.map((run) => run[name])) / MOST[name];
  const what = `report of ${FINDINGS} findings in Chromium`;
  return [
    {
      what: `${what}: until the first are read and filters are ready, of ${MOST.openMs} ms`,
      ratio: of('openMs'),
      target: 1,
    },
    {
      what: `${what}: until the slowest filter or search is painted, of ${MOST.filterMs} ms`,
      ratio: of('filterMs'),
      target: 1,
    },
    { what: `${what}: memory of its script, of ${MOST.megabytes} MB`, ratio: of('megabytes'), target: 1 },
    { what: `${what}: its file, of ${MOST.fileMegabytes} MB`, ratio: fileMegabytes / MOST.fileMegabytes, target: 1 },
  ];
}
