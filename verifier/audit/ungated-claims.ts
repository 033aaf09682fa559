/** `claim/ungated`: copy says who has a key and who has not, and no gate of the matrix refuses it to anybody. */
import { currentVersion, offeredPlans } from '../../matrix/public.ts';
import type { Capability, Limit, Matrix, Value, Version } from '../../matrix/types.ts';
import type { Pair } from '../pair/pair.ts';
import type { Finding, Side } from '../types.ts';
import { makeFinding } from './make-finding.ts';

/** Places of one claim that are shown. */
const MOST_SHOWN = 5;

/** Once for each key, at the copy. Below level `gates` a matrix states no gates, and nothing can be said. */
export function ungatedClaims(matrix: Matrix, pairs: readonly Pair[]): Finding[] {
  if (matrix.level === 'copy' || matrix.gates_from) return [];
  const gated = new Set(matrix.gates.map(({ key }) => key));
  const sold = offeredPlans(matrix).map((plan) => currentVersion(matrix, plan));
  const byKey = new Map<string, Pair[]>();
  for (const one of pairs) {
    if (one.kind !== 'copy' || !one.value || !isKey(one)) continue;
    const { key } = one.about.subject;
    const said = byKey.get(key);
    if (said) said.push(one);
    else byKey.set(key, [one]);
  }
  return [...byKey].sort(byName).flatMap(([key, said]) => {
    const declared = matrix.capabilities[key] ?? matrix.limits[key];
    if (!declared || gated.has(key) || !shouldRefuse(declared, sold)) return [];
    const [first] = said;
    const { surface, subject } = first!.about;
    return [
      makeFinding(
        {
          rule: 'claim/ungated',
          level: 'warning',
          direction: 'unenforced',
          about: { surface, subject, versions: [] },
          says: `Copy says who has ${declared.name}, and no gate in the matrix refuses it to anybody.`,
          sides: [{ who: 'matrix', value: { kind: 'unknown' }, at: [declared.at] }, seenSide(surface, said)],
          fix: `Add the gate at which the product refuses \`${key}\`; or say under \`ungated\` why it refuses nobody.`,
        },
        '',
      ),
    ];
  });
}

function isKey({ about: { subject } }: Pair): boolean {
  return subject.kind === 'capability' || subject.kind === 'limit';
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** A thing that everybody has, or that has no end for anybody, needs no gate; what is kept for old contracts has those of its successor. */
function shouldRefuse({ key, audience, maturity, ungated }: Capability | Limit, sold: readonly Version[]): boolean {
  if (ungated !== undefined || audience !== 'public' || maturity === 'waitlist') return false;
  const values = sold.flatMap(({ capabilities, limits }): Value[] => {
    const cell = capabilities[key] ?? limits[key];
    return cell ? [cell.enforced ?? cell.value] : [];
  });
  return values.some(({ kind }) => kind === 'excluded' || kind === 'addon' || kind === 'amount');
}

function seenSide(surface: string, said: readonly Pair[]): Side {
  const at = said.filter((one) => one.about.surface === surface).flatMap((one) => one.seen.at);
  const places = [...new Map(at.map((place) => [JSON.stringify(place), place])).values()];
  return { who: surface, value: said[0]!.value!, at: places.slice(0, MOST_SHOWN) };
}
