/** A report and the formats that are wanted go in; each is printed, or its file written whole. */
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FormatOptions } from '../../verifier/report/format.ts';
import { FORMATS, type FormatName } from '../../verifier/report/formats.ts';
import type { Report } from '../../verifier/types.ts';
import { Failure } from '../failure.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Wanted } from './wanted-formats.ts';

export interface Printing {
  root: string;
  command: 'check' | 'audit';
  pictures?: ReadonlyMap<string, Uint8Array>;
}

/** Formats whose places are looked up in the repository, and not in the workspace. */
const OF_REPOSITORY: readonly FormatName[] = ['sarif', 'github'];
const SUMMARY_BYTES = 1024 * 1024;

export async function printReport(
  report: Report,
  wanted: readonly Wanted[],
  { root, command, pictures }: Printing,
): Promise<void> {
  const ofRepository = wanted.some((one) => OF_REPOSITORY.includes(one.name));
  const options: FormatOptions = {
    command,
    pageOf,
    ...(pictures && { pictures }),
    ...(ofRepository && { prefix: await prefixOf(root) }),
  };
  const failed: unknown[] = [];
  // Where one cannot be written, the others are nevertheless of this run.
  for (const one of wanted) await printFormat(report, one, { root, options }).catch((error) => failed.push(error));
  if (failed.length) throw failed[0];
}

async function printFormat(
  report: Report,
  { name, file }: Wanted,
  { root, options }: { root: string; options: FormatOptions },
): Promise<void> {
  const format = await FORMATS[name]();
  const summary = name === 'summary' && file === undefined ? process.env.GITHUB_STEP_SUMMARY : undefined;
  if (summary) addSummary(summary, format(report, { ...options, bytes: SUMMARY_BYTES - bytesIn(summary) }));
  else if (file !== undefined) writeFormat(resolve(root, file), file, format(report, options));
  else process.stdout.write(format(report, { ...options, color: process.stdout.isTTY && !process.env.NO_COLOR }));
}

function writeFormat(path: string, file: string, contents: string): void {
  told(file, () => writeWhole(path, contents));
}

function addSummary(file: string, contents: string): void {
  told(`GITHUB_STEP_SUMMARY (${file})`, () => appendFileSync(file, contents));
}

function told(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** What a step said before counts against the same limit. */
function bytesIn(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Where the workspace stands in its repository; nothing where there is none. */
async function prefixOf(root: string): Promise<string> {
  const { gitLine } = await import('../git/run-git.ts');
  return (await gitLine(root, ['rev-parse', '--show-prefix'])) ?? '';
}

/** Rules about the matrix have a page each, in a clone and in the package alike. */
function pageOf(rule: string): string | undefined {
  if (!/^[a-z]+\/[a-z-]+$/.test(rule)) return undefined;
  try {
    return readFileSync(new URL(`../../matrix/check/pages/${rule.replace('/', '-')}.md`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}
