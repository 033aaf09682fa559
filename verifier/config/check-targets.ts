/** A configuration of the right shape, and its own path, go in; places to print to that would destroy something come out. */
import { posix } from 'node:path';
import type { Problem } from '../../matrix/problem.ts';
import { placeOf, type Source } from '../../matrix/read/source.ts';
import { BASELINE_FILE } from '../baseline/baseline.ts';
import { WAIVER_FILE } from '../waivers/waiver.ts';
import type { Config } from './types.ts';

export function checkTargets(source: Source, config: Config): Problem[] {
  const taken = takenBy(config, source.path);
  return (config.generate ?? []).flatMap(({ to }, nth): Problem[] => {
    if (to === undefined) return [];
    const path = normal(to);
    const what = whatIsThere(path, taken);
    if (what === undefined) {
      taken.set(path, `what \`generate.${nth}\` prints`);
      return [];
    }
    const at = placeOf(source, ['generate', nth, 'to']);
    const found = `\`generate.${nth}.to\` is \`${to}\`, ${what}.`;
    return [{ rule: 'config/malformed', level: 'error', at, found, write: 'a file of its own in this folder.' }];
  });
}

/** By the path of each. */
function takenBy({ matrix, waivers, baseline, report = 'report' }: Config, own: string): Map<string, string> {
  return new Map([
    [normal(`${report}/report.json`), 'the report of an audit'],
    [normal(`${report}/report.html`), 'the report of an audit'],
    [normal(baseline ?? BASELINE_FILE), 'the baseline'],
    [normal(waivers ?? WAIVER_FILE), 'the waiver file'],
    [normal(own), 'this configuration'],
    [normal(matrix), 'the matrix'],
  ]);
}

function whatIsThere(path: string, taken: ReadonlyMap<string, string>): string | undefined {
  if (path === '.' || path.endsWith('/')) return 'a folder';
  if (path === '..' || path.startsWith('../') || /^(?:\/|[a-z]:)/i.test(path)) return 'outside of this folder';
  const what = taken.get(path);
  return what && `where ${what} stands`;
}

function normal(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/'));
}
