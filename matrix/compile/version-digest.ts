/** The seal that `past_versions.*.digest` must bear: everything its holders were sold. */
import type { Version } from '../types.ts';
import { digestOf } from './digest.ts';

const HEX_DIGITS = 16;

export function versionDigest(version: Version): string {
  const { plan, until, sunset_at } = version;
  const capabilities = Object.entries(version.capabilities);
  const held = capabilities.flatMap(([key, { value }]) => (value.kind === 'included' ? [key] : []));
  const details = capabilities.flatMap(([key, { value }]) => (value.kind === 'words' ? [[key, value.text]] : []));
  const meters = Object.entries(version.meters).flatMap(([key, { value }]) => (value.kind === 'included' ? [key] : []));
  const stated = Object.entries(version.limits).flatMap(([key, { value, enforced }]) =>
    value.kind === 'unknown' ? [] : [[key, value, ...(enforced ? [enforced] : [])]],
  );
  // Where a price stands, and by which ids it is charged, is not what was sold.
  const prices = version.prices.map(({ at: _at, from: _from, ids: _ids, ...price }) => price);
  const more = {
    ...(details.length && { details }),
    ...(meters.length && { meters }),
    ...(sunset_at && { sunset_at }),
  };
  return digestOf({ plan, held, stated, prices, until, ...more }).slice(0, 'sha256-'.length + HEX_DIGITS);
}
