/** `npm run bench:crawl`: a built site goes in; how an audit of it compares with only fetching and parsing its pages, and with checking its links, comes out. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathOf } from './crawl/built-site.ts';
import { type Measured, median } from './measured.ts';
import { commandLine, type Ran, ROOT, runNode, withFolder, writeScript } from './node-runs.ts';
import { tellMeasured } from './tell-measured.ts';

const PAGES = 5000;
const MORE_PAGES = 10_000;
const ROUNDS = 3;
const AT_ONCE = 8;
const MOST_MEMORY = 400;
/** As `npm run audit` does. */
const SMALL = { NODE_OPTIONS: '--max-semi-space-size=8' };

tellMeasured(await crawlSite());

/** Everything runs as a process of its own; the site is served by another. */
async function crawlSite(): Promise<Measured[]> {
  const measured = await served(PAGES, againstOthers);
  const megabytes = await served(MORE_PAGES, (url) => withFolder((folder) => audit(folder, url).megabytes));
  console.log(`audit of ${MORE_PAGES} pages: peak memory ${megabytes.toFixed(0)} MB`);
  const what = `audit of ${MORE_PAGES} distinct pages: peak memory, as a multiple of ${MOST_MEMORY} MB`;
  return [...measured, { what, ratio: megabytes / MOST_MEMORY, target: 1 }];
}

function againstOthers(url: string): Measured[] {
  return withFolder((folder) => {
    const bare = writeScript(folder, 'bare', bareLoop(url));
    const others = linkinator();
    const rounds = Array.from({ length: ROUNDS }, () => ({
      bare: runNode(bare, { cwd: folder }).ms,
      audit: audit(folder, url).ms,
    }));
    const links = others && runNode(writeScript(folder, 'links', linkCheck(others, url)), { cwd: folder }).ms;
    const ms = (name: 'bare' | 'audit') => median(rounds.map((round) => round[name]));
    const rate = (taken: number) => `${((PAGES * 1000) / taken).toFixed(0)} pages a second`;
    console.log(`audit of ${PAGES} pages: ${rate(ms('audit'))} (bare loop ${rate(ms('bare'))})`);
    if (links) console.log(`linkinator: ${rate(links)}`);
    else console.log('SKIPPED: linkinator is not installed, so nothing was held against it');
    const ratio = median(rounds.map((round) => round.audit / round.bare));
    return [
      {
        what: `audit of ${PAGES} pages, as a multiple of fetching them with undici and parsing them`,
        ratio,
        target: 2,
      },
      ...(links
        ? [
            {
              what: 'the same, as a multiple of checking their links with linkinator',
              ratio: ms('audit') / links,
              target: 0.5,
            },
          ]
        : []),
    ];
  });
}

async function served<T>(pages: number, measure: (url: string) => T): Promise<T> {
  const server: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'scripts/bench/crawl/serve-built.ts'), String(pages)],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const [url] = await once(server.stdout!, 'data');
    return measure(String(url).trim());
  } finally {
    server.kill();
  }
}

function audit(folder: string, url: string): Ran {
  cpSync(join(ROOT, 'matrix/entitlements.yaml'), join(folder, 'entitlements.yaml'));
  const site = [
    'id: site',
    'kind: site',
    'server: none',
    'start: [/]',
    `crawl: { at_once: ${AT_ONCE}, most_pages: 20000 }`,
  ];
  const config = [
    'planproof: 1',
    'matrix: entitlements.yaml',
    'servers: { none: { url: "http://127.0.0.1" } }',
    'surfaces:',
  ];
  writeFileSync(
    join(folder, 'planproof.config.yaml'),
    [...config, ...site.map((line, n) => `${n ? '    ' : '  - '}${line}`), ''].join('\n'),
  );
  const check = writeScript(folder, 'audit', commandLine());
  return runNode(check, { cwd: folder, args: ['audit', '--site', url], env: SMALL });
}

function bareLoop(url: string): string[] {
  const resolve = createRequire(import.meta.url).resolve;
  return [
    `import { Pool } from ${JSON.stringify(resolve('undici'))};`,
    `import { parseDocument } from ${JSON.stringify(resolve('htmlparser2'))};`,
    `const paths = ${JSON.stringify(Array.from({ length: PAGES }, (_, n) => pathOf(n)))};`,
    `const pool = new Pool(${JSON.stringify(url)}, { connections: ${AT_ONCE} });`,
    'const worker = async () => {',
    "  for (let path = paths.pop(); path; path = paths.pop()) { const { body } = await pool.request({ path, method: 'GET' }); parseDocument(await body.text()); }",
    '};',
    `await Promise.all(Array.from({ length: ${AT_ONCE} }, worker));`,
    'await pool.close();',
  ];
}

/** Where it is installed. */
function linkinator(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('linkinator');
  } catch {
    return undefined;
  }
}

function linkCheck(linkinatorPath: string, url: string): string[] {
  return [
    `import { check } from ${JSON.stringify(linkinatorPath)};`,
    `const { links } = await check({ path: ${JSON.stringify(`${url}/`)}, recurse: true });`,
    `if (new Set(links.map((one) => one.url)).size < ${PAGES}) throw new Error('pages were left out');`,
  ];
}
