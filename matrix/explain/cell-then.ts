/** An earlier matrix and a value of today go in; what that value was then comes out. */
import { valueKey } from '../diff/gather.ts';
import type { Matrix } from '../types.ts';
import { PARTS, type Spot, toldBy } from './explain.ts';
import type { Told } from './types.ts';

/**
 * Of a plan, the value of the version that was sold then; of a past version, that of the same id. Earlier ids of plan and
 * key count. Nothing when one of them was not there.
 */
export function cellThen(then: Matrix, now: Matrix, { version, kind, key }: Spot): Told | undefined {
  const ids = (aliases: Readonly<Record<string, string>>, id: string) => [
    id,
    ...Object.keys(aliases).filter((alias) => aliases[alias] === id),
  ];
  const plan = ids(now.aliases.plans, version.plan)
    .map((id) => then.plans[id])
    .find((one) => one !== undefined);
  const was = then.versions[version.status === 'past' ? version.key : (plan?.version ?? '')];
  const name = ids(now.aliases.keys, key.key).find((id) => then[PARTS[kind]][id]);
  const cell = was && name !== undefined ? was[PARTS[kind]][name] : undefined;
  return cell && toldBy(cell);
}

export function saysSame(a: Told | undefined, b: Told | undefined): boolean {
  return valueKey(a?.value) === valueKey(b?.value) && valueKey(a?.enforced) === valueKey(b?.enforced);
}
