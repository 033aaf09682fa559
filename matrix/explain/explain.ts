/** A read and compiled matrix, a version and a key go in; all that there is to know of that one value comes out. */
import { chainOf } from '../compile/resolve.ts';
import { type Statement, statementsOf } from '../compile/statements.ts';
import { edgeOf, effectiveVersion } from '../expect/enforced.ts';
import type { RawMatrix } from '../read/raw.ts';
import { type Path, placeOf, type Source } from '../read/source.ts';
import type { Cell, Key, Limit, Matrix, Value, Version } from '../types.ts';
import type { Explanation, Kind, Link, Told } from './types.ts';

export const PARTS = { capability: 'capabilities', limit: 'limits', meter: 'meters' } as const;

export interface Read {
  raw: RawMatrix;
  source: Source;
  matrix: Matrix;
}

export interface Spot {
  version: Version;
  kind: Kind;
  key: Key;
}

export function explain(read: Read, spot: Spot): Explanation {
  const { matrix } = read;
  const { version, kind, key } = spot;
  const cell = version[PARTS[kind]][key.key]!;
  const { sale = version.sale, name = version.name } = matrix.plans[version.plan] ?? {};
  const { audience, maturity, lifecycle } = key;
  const edges = kind === 'limit' ? edgesOf(key as Limit, cell) : undefined;
  return {
    plan: { key: version.plan, name, sale, aliases: aliasesOf(matrix.aliases.plans, version.plan) },
    version: {
      key: version.key,
      name: version.name,
      status: version.status,
      aliases: aliasesOf(matrix.aliases.versions, version.key),
    },
    subject: {
      kind,
      key: key.key,
      name: key.name,
      aliases: aliasesOf(matrix.aliases.keys, key.key),
      audience,
      ...(maturity && { maturity }),
      ...(lifecycle && { lifecycle }),
    },
    ...toldBy(cell),
    at: cell.at,
    unstated: cell.unstated === true,
    chain: chainFor(read, spot),
    states: statesFor(matrix, spot, cell),
    ...(edges && { edges }),
    gates: matrix.gates.filter((gate) => gate.key === key.key),
    prices: version.prices,
    addons: addonsFor(matrix, spot),
    past_versions: pastOf(matrix, spot),
  };
}

/** What a cell says, without where. */
export function toldBy({ value, enforced, because }: Cell | Statement): Told {
  return { value, ...(enforced && { enforced }), ...(because !== undefined && { because }) };
}

function aliasesOf(aliases: Readonly<Record<string, string>>, key: string): string[] {
  return Object.keys(aliases).filter((alias) => aliases[alias] === key);
}

/** What each set of the chain says by itself. The nearest that says something decides. */
function chainFor({ raw, source, matrix }: Read, { version, kind, key }: Spot): Link[] {
  const past = version.status === 'past';
  const path: Path = past ? ['past_versions', version.key] : ['plans', version.plan];
  const set = past ? raw.past_versions?.[version.key] : raw.plans[version.plan];
  if (!set) return [];
  let decided = false;
  return chainOf(raw, path, set).map((link): Link => {
    const statement = statementsOf(source, matrix, link.path, link.set, matrix.locale)[PARTS[kind]].get(key.key);
    const decides = statement !== undefined && !decided;
    decided ||= decides;
    const part = { plans: 'plan', bundles: 'bundle', past_versions: 'past version' }[
      String(link.path[0])
    ] as Link['kind'];
    const name = matrix.plans[link.name]?.name ?? (part === 'past version' ? version.name : link.name);
    const at = statement?.at ?? placeOf(source, link.path, 'key');
    return { key: link.name, name, kind: part, at, ...(statement && { says: toldBy(statement) }), decides };
  });
}

function statesFor(matrix: Matrix, { version, kind, key }: Spot, cell: Cell): Explanation['states'] {
  return version.states.map((state) => {
    const effective = effectiveVersion(matrix, { version: version.key, state });
    if (!effective) {
      const refusal = matrix.states[state]?.refusal;
      return { state, value: refusal ? { kind: 'refusal', ...refusal } : { kind: 'excluded' } };
    }
    if (effective.key === version.key) return { state, value: cell.enforced ?? cell.value };
    const other = effective[PARTS[kind]][key.key]!;
    return { state, value: other.enforced ?? other.value, falls_back_to: effective.key };
  });
}

function edgesOf(limit: Limit, cell: Cell): Explanation['edges'] {
  const value = cell.enforced ?? cell.value;
  const [soft, hard] = [edgeOf(limit, value, 'soft'), edgeOf(limit, value, 'hard')];
  return soft.kind === 'amount' && hard.kind === 'amount' ? { soft: soft.n, hard: hard.n } : undefined;
}

/** Add-ons for the plan that give it, or change its number. */
function addonsFor(matrix: Matrix, { version, kind, key }: Spot): Explanation['addons'] {
  return matrix.order.addons.flatMap((name) => {
    const addon = matrix.addons[name]!;
    const [gives, adds] = [addon[PARTS[kind]][key.key], kind === 'limit' ? addon.adds[key.key] : undefined];
    if (!addon.for.includes(version.plan) || (!gives && !adds)) return [];
    const values: { gives?: Value; adds?: Value } = {
      ...(gives && { gives: gives.value }),
      ...(adds && { adds: adds.value }),
    };
    return [{ key: name, name: addon.name, ...values, at: (gives ?? adds)!.at }];
  });
}

function pastOf(matrix: Matrix, { version, kind, key }: Spot): Explanation['past_versions'] {
  return matrix.order.versions.flatMap((id) => {
    const past = matrix.versions[id]!;
    if (past.status !== 'past' || past.plan !== version.plan || id === version.key) return [];
    const cell = past[PARTS[kind]][key.key]!;
    return [{ key: id, name: past.name, ...(past.until && { until: past.until }), at: cell.at, ...toldBy(cell) }];
  });
}
