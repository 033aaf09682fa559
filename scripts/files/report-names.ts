/** The configured folder of reports and a path go in; whether the path is that of a file which an audit writes comes out. */
import { posix } from 'node:path';

/** Where it stands, all else is of the same audit. */
export const SEAL = 'report.json';
/** Each picture in it is named by the fingerprint of its finding. */
export const EVIDENCE = 'evidence';
/** One in each line, where anything was asked. */
export const REQUESTS = 'requests.jsonl';

const NAMES = [SEAL, 'report.html', REQUESTS];
const PICTURE = new RegExp(`^${EVIDENCE}/[0-9a-f]{16}-\\d+\\.jpg$`);

/** `path` is relative to the folder of reports. */
export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}

/** `path` is relative to the folder of the configuration, with `/`. */
export function isReportFile(folder: string | undefined, path: string): boolean {
  const name = posix.relative(posix.normalize(folder ?? 'report'), path);
  return NAMES.includes(name) || isPicture(name);
}
