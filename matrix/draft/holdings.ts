/** A draft with keys goes in; what is said of each plan, and what each inherits, come out. */
import type { Place } from '../types.ts';
import type { DraftKeys } from './draft-keys.ts';
import type { Draft, DraftCell, Said } from './types.ts';

/** `conflict`: said in several ways, or in a way that the matrix has no room for. */
export type CellState = 'included' | 'excluded' | 'conflict';

export interface CapabilityCell {
  state: CellState;
  said: Said[];
}

export interface PlanCells {
  base?: { plan: string; at: Place[] };
  capabilities: Map<string, CapabilityCell>;
  limits: Map<string, { state: 'stated' | 'conflict'; said: Said[] }>;
  prices: (DraftCell & { kind: 'price' })[];
}

export interface Holdings {
  /** What a plan would have of a key without saying anything of it itself; nothing where it is built on nothing. */
  inherited(key: string): 'included' | 'excluded' | 'unknown' | undefined;
}

export function planCells({ cells, bases }: Draft, { plans }: DraftKeys): Map<string, PlanCells> {
  const all = new Map<string, PlanCells>();
  for (const { version } of plans) {
    const own = cells.filter((one) => one.version === version);
    const base = bases.find((one) => one.version === version);
    const plan = plans.find((one) => one.version === base?.base);
    all.set(version, {
      ...(base && plan && { base: { plan: plan.key, at: base.at } }),
      capabilities: new Map(
        own.flatMap((one) => (one.kind === 'capability' ? [[one.key, capabilityCell(one.said)]] : [])),
      ),
      limits: new Map(
        own.flatMap((one) =>
          one.kind === 'limit'
            ? [[one.key, { state: one.said.length > 1 ? 'conflict' : 'stated', said: one.said }]]
            : [],
        ),
      ),
      prices: own.filter((one) => one.kind === 'price'),
    });
  }
  return all;
}

function capabilityCell(said: Said[]): CapabilityCell {
  const [first, other] = said;
  const kind = first!.value.kind;
  return { said, state: !other && (kind === 'included' || kind === 'excluded') ? kind : 'conflict' };
}

/** Follows `everything_in`: what the nearest plan says counts; the closed list of any excludes what nobody says. */
export function holdingsOf(version: string, all: ReadonlyMap<string, PlanCells>, { plans }: DraftKeys): Holdings {
  const chain: PlanCells[] = [];
  const next = (cells: PlanCells | undefined) =>
    all.get(plans.find(({ key }) => key === cells?.base?.plan)?.version ?? '');
  for (let cells = next(all.get(version)); cells && !chain.includes(cells); cells = next(cells)) chain.push(cells);
  return {
    inherited(key) {
      if (!chain.length) return undefined;
      const decided = chain.map((cells) => cells.capabilities.get(key)?.state).find((state) => state !== undefined);
      return decided === 'included' || decided === 'excluded' ? decided : 'unknown';
    },
  };
}
