/** Two compiled matrices go in; what the change from one to the other means for those who have a contract comes out. */
import type { Matrix } from '../types.ts';
import { addonHoldings } from './addons.ts';
import { aliasEvents } from './alias-events.ts';
import { cellHoldings } from './cells.ts';
import { contractOf } from './contract.ts';
import { copyChanges } from './copy.ts';
import { engineersChanges } from './engineers.ts';
import { keptEvents } from './events.ts';
import { keyTermHoldings } from './key-terms.ts';
import { namesIn, unitsIn } from './names.ts';
import { offeredIn } from './offered.ts';
import { pairMatrices } from './pair.ts';
import { priceHoldings } from './prices.ts';
import { stateHoldings, trialHoldings } from './states.ts';
import { termHoldings } from './terms.ts';
import type { MatrixDiff } from './types.ts';
import { versionEvents } from './version-events.ts';

/** Same input, same output; linear in the number of cells. Throws nothing. */
export function diffMatrices(before: Matrix, after: Matrix): MatrixDiff {
  const pairs = pairMatrices(before, after);
  const sides = { before, after, pairs };
  const contracts = pairs.versions.map((pair) => contractOf(pair, pairs.planNow));
  const holdings = [
    ...cellHoldings(contracts, pairs.keys),
    ...keyTermHoldings(contracts, pairs.keys),
    ...priceHoldings(contracts, 'versions'),
    ...termHoldings(contracts),
    ...stateHoldings(sides, contracts),
    ...trialHoldings(sides, contracts),
    ...addonHoldings(after, pairs),
  ];
  const events = [...versionEvents(sides, holdings), ...aliasEvents(before, after, pairs), ...keptEvents(pairs)];
  const offered = offeredIn(sides);
  const told = [...holdings, ...offered.flatMap(({ changes }) => changes)];
  return {
    product: after.product,
    before: { digest: before.digest },
    after: { digest: after.digest },
    breaks: holdings.some((one) => one.breaks) || events.some((one) => one.breaks),
    holdings,
    offered,
    events,
    copy: copyChanges(before, after, pairs),
    engineers: engineersChanges(before, after, pairs),
    names: namesIn(before, after, told, offered),
    units: unitsIn(before, after, told),
  };
}
