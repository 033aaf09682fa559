/** A plan and its new version go in; the steps that freeze the contract it has and give it the new id come out. */
import { addTo } from './add-entry.ts';
import { chainOf } from './chain.ts';
import { type Data, isList } from './data.ts';
import { findContract } from './find-contract.ts';
import { frozen } from './frozen.ts';
import type { AddVersion } from './matrix-edit.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { at, type Path, type Step } from './step.ts';

export function addVersion(data: Data, edit: AddVersion): Step[] | Refusal {
  const found = findContract(data, { plan: edit.plan });
  if (isRefusal(found)) return found;
  const path: Path = [...found.path, 'version'];
  const old = found.set.get('version');
  if (old === edit.version) return [];
  if (typeof old !== 'string')
    return {
      path: old === undefined ? found.path : path,
      part: old === undefined ? 'key' : undefined,
      found: `\`${edit.plan}\` has no version id to freeze it under.`,
      write: '`version:` with an id, in quotes where it looks like a number.',
    };
  const taken = [old, edit.version].map((id) => bearer(data, id, edit.plan)).find((one) => one);
  if (taken) return taken;
  const chain = chainOf(data, found.path);
  if (!chain.some((set) => isList(set.get('has'))))
    return {
      path: found.path,
      part: 'key',
      found: `\`${edit.plan}\` states no \`has\`, and a frozen contract has to.`,
      write: `\`has\` of \`${edit.plan}\` first.`,
    };
  const section = { section: 'past_versions', what: 'past version' };
  const added = addTo(data, { ...section, key: old, entry: frozen(chain, edit), after: edit.after });
  if (isRefusal(added)) return added;
  return [...added, { change: 'put', path, value: edit.version }];
}

/** A version id is never used again: not one of a plan or past version, a retired one, or an alias of another. */
function bearer(data: Data, id: string, own: string): Refusal | undefined {
  const where = [...uses(data, own)].find(([, used]) => used === id)?.[0];
  if (!where) return undefined;
  const part = where[0] === 'past_versions' ? { part: 'key' as const } : {};
  return { path: where, ...part, found: `The version \`${id}\` stands here already.`, write: UNUSED };
}

const UNUSED = 'an id that no contract bears yet.';

function* uses(data: Data, own: string): Generator<[Path, Data | undefined]> {
  for (const [key, plan] of entriesAt(data, 'plans'))
    if (key !== own) yield [['plans', key, 'version'], at(plan, ['version'])];
  for (const [key] of entriesAt(data, 'past_versions')) yield [['past_versions', key], key];
  for (const [index, id] of listAt(data, ['retired_ids'])) yield [['retired_ids', index], id];
  for (const [key] of entriesAt(data, 'version_aliases'))
    for (const [index, id] of listAt(data, ['version_aliases', key])) yield [['version_aliases', key, index], id];
}

function entriesAt(data: Data, section: string): readonly [string, Data][] {
  const entries = at(data, [section]);
  return entries instanceof Map ? [...entries] : [];
}

function listAt(data: Data, path: Path): readonly [number, Data][] {
  const list = at(data, path);
  return isList(list) ? [...list.entries()] : [];
}
