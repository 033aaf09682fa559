/** The seal that `past_versions.*.digest` must bear: everything its holders were sold. */
import type { Version } from '../types.ts';
import { digestOf } from './digest.ts';

const HEX_DIGITS = 16;

export function versionDigest(version: Version): string {
  const { plan, capabilities, limits, prices, until } = version;
  const held = Object.entries(capabilities).flatMap(([key, cell]) => (cell.value.kind === 'included' ? [key] : []));
  const stated = Object.entries(limits).flatMap(([key, cell]) =>
    cell.value.kind === 'unknown' ? [] : [[key, cell.value]],
  );
  return digestOf({ plan, held, stated, prices, until }).slice(0, 'sha256-'.length + HEX_DIGITS);
}
