/** `limit/inverted`: a limit of which the product gives less than copy says, or of which two equal numbers are stated. */
import type { RawPlainLimit, RawSet } from '../../read/raw.ts';
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';
import { setsOf } from '../sets.ts';

export const limitInverted: MatrixRule = {
  id: 'limit/inverted',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    setsOf(raw).flatMap(({ name, path, set }) =>
      apart(set.limits).flatMap(([key, { advertised, enforced }]) => {
        const less = sizeOf(enforced) < sizeOf(advertised);
        if (!less && enforced !== advertised) return [];
        return [
          {
            at: placeOf(source, [...path, 'limits', key, 'enforced']),
            found: less
              ? `Copy says ${advertised} of \`${key}\` in \`${name}\`, and the product gives ${enforced}.`
              : `Copy says ${advertised} of \`${key}\` in \`${name}\`, and so does the product.`,
            write: less
              ? `${advertised === 'unlimited' ? '`enforced: unlimited`' : `an \`enforced\` of at least ${advertised}`}, or an \`advertised\` of at most ${enforced}.`
              : `\`${key}: ${advertised}\`: there is no difference to give a reason for.`,
          },
        ];
      }),
    ),
};

/** The limits of which copy says another number than the product gives. */
function apart(limits: RawSet['limits'] = {}) {
  type Apart = Extract<NonNullable<RawSet['limits']>[string], object>;
  const found: [key: string, Apart][] = [];
  for (const key of Object.keys(limits)) {
    const value = limits[key]!;
    if (typeof value === 'object') found.push([key, value]);
  }
  return found;
}

/** What is unknown is neither more nor less than anything. */
function sizeOf(value: RawPlainLimit): number {
  if (value === 'unknown') return Number.NaN;
  return value === 'unlimited' ? Number.POSITIVE_INFINITY : value;
}
