/** A workspace goes in; its waivers and its baseline, or what is wrong with them, come out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../matrix/problem.ts';
import { BASELINE_FILE, type ReadEntry } from '../../verifier/baseline/baseline.ts';
import type { Config } from '../../verifier/config/types.ts';
import { WAIVER_FILE, type Waiver } from '../../verifier/waivers/waiver.ts';
import { Failure } from '../failure.ts';

export interface OpenDecisions {
  waivers: Waiver[];
  /** Left out where there is none. */
  baseline?: ReadEntry[];
  problems: Problem[];
  /** Where they stand, or would. */
  paths: { waivers: string; baseline: string };
}

export interface NamedDecisions {
  /** The baseline that the command line names. */
  baseline?: string | undefined;
  /** It is about to be written, so it need not be there. */
  writes?: 'baseline' | 'waivers' | undefined;
}

/** Each is read only where it is. Throws `Failure` when one is named and is not there. */
export async function openDecisions(root: string, config: Config, named: NamedDecisions = {}): Promise<OpenDecisions> {
  const waivers = config.waivers ?? WAIVER_FILE;
  const baseline = named.baseline ?? config.baseline ?? BASELINE_FILE;
  const waiverBytes = bytesAt(root, waivers);
  const baselineBytes = bytesAt(root, baseline);
  if (!waiverBytes && config.waivers !== undefined && named.writes !== 'waivers')
    throw new Failure(`There is no waiver file at ${waivers}: correct \`waivers:\` in the configuration.`);
  if (!baselineBytes && (named.baseline ?? config.baseline) !== undefined && named.writes !== 'baseline')
    throw new Failure(
      `There is no baseline at ${baseline}: \`planproof check --baseline ${baseline} --update-baseline\` writes it.`,
    );
  const decided =
    waiverBytes && (await import('../../verifier/waivers/read-waivers.ts')).readWaivers(waiverBytes, waivers);
  const known =
    baselineBytes && (await import('../../verifier/baseline/read-baseline.ts')).readBaseline(baselineBytes, baseline);
  return {
    waivers: decided?.waivers ?? [],
    ...(known && { baseline: known.entries }),
    problems: [...(decided?.problems ?? []), ...(known?.problems ?? [])],
    paths: { waivers, baseline },
  };
}

function bytesAt(root: string, path: string): Uint8Array | undefined {
  const file = join(root, path);
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new Failure(`${path} ${why}: name the file itself, as \`waivers:\` or \`baseline:\` in the configuration.`);
  }
}
