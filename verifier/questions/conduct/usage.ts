/** The matrix, limits and `meters` go in; the questions whether what is used is what is shown come out. */

import { roomiest } from '../../../matrix/expect/stand-ins.ts';
import type { Holder } from '../../../matrix/types.ts';
import { edgeProbe } from '../../probes/limits/edge-probe.ts';
import { type About, type Conduct, type ConductPart, joined, listed, NOTHING } from './conduct.ts';

export function usageConduct(about: About): ConductPart {
  const { matrix, surface } = about;
  const counted = Object.entries(surface.limits ?? {}).filter(([, one]) => edgeProbe(one)?.by === 'count');
  return joined([
    ...counted.map(([key]) => shownOf(about, key, surface.entitlements?.usage && surface.entitlements.request)),
    ...Object.keys(matrix.meters).map((key) => shownOf(about, key, surface.meters?.[key]?.shown.request)),
  ]);
}

function shownOf(about: About, key: string, request: string | undefined): ConductPart {
  const [holder, ...others] = roomiest(about.matrix, key);
  if (!holder) return NOTHING;
  const reason = 'the configuration does not say where it is shown';
  if (!request) return listed(about, `usage of ${key} as shown`, 1, reason);
  const once = `it was recorded for ${holder.version} alone, which stands for all contracts`;
  return joined([
    { asks: [askOf(about, key, holder, request)], left: [] },
    listed(about, `usage of ${key} as shown to other contracts`, others.length, once),
  ]);
}

function askOf({ matrix }: About, key: string, holder: Holder, request: string): Conduct {
  const { unit, at } = (matrix.limits[key] ?? matrix.meters[key])!;
  return {
    question: { holder, subject: { kind: 'meter', key, facet: 'usage' } },
    promise: { who: 'matrix', value: { kind: 'amount', n: 1, unit, bound: 'exactly' }, at: [at] },
    request,
  };
}
