/** Two matrices go in; what only those see who build the product comes out: gates, flags, price ids, aliases, markers. */
import type { Capability, Gate, Key, Limit, Matrix, Meter, Role, State, Version } from '../types.ts';
import { isPromised } from './cells.ts';
import { gather, valueKey } from './gather.ts';
import { KINDS, PARTS, type Pairs } from './pair.ts';
import type { Wording } from './types.ts';
import { type Fields, lined, ownWordings, wordings } from './wordings.ts';

export function engineersChanges(before: Matrix, after: Matrix, pairs: Pairs): Wording[] {
  const { capabilities, limits, meters } = pairs.keys;
  return [
    ...wordings('matrix', MATRIX, [before, after], { key: 'matrix', name: 'matrix' }),
    ...gateChanges(before, after, pairs),
    ...capabilities.flatMap((pair) =>
      ownWordings('capability', CAPABILITY, pair.before as Capability, pair.after as Capability),
    ),
    ...limits.flatMap((pair) => ownWordings('limit', LIMIT, pair.before as Limit, pair.after as Limit)),
    ...meters.flatMap((pair) => ownWordings('meter', METER, pair.before as Meter, pair.after as Meter)),
    ...Object.keys({ ...before.roles, ...after.roles }).flatMap((key) =>
      roleChanges(before.roles[key], after.roles[key]),
    ),
    ...Object.values(after.states).flatMap((state) => stateChanges(before.states[state.name], state)),
    ...pairs.versions.flatMap((pair) => priceIds(pair.before, pair.after)),
    ...unpromised(pairs),
    ...newAliases(before, after),
  ];
}

const MATRIX: Fields<Matrix> = [
  ['level', ({ level }) => level],
  ['currency', ({ currency }) => currency],
  ['retired ids', ({ retired_ids }) => lined([...retired_ids].sort())],
];

const CAPABILITY: Fields<Capability> = [
  ['needs', ({ needs }) => lined(needs)],
  ['ungated', ({ ungated }) => ungated],
];

const LIMIT: Fields<Limit> = [
  ['unit', ({ unit }) => unit],
  ['counts', ({ counts }) => counts],
  ['soft edge', ({ soft }) => percent(soft)],
  ['hard edge', ({ hard }) => percent(hard)],
  ['rounding', ({ rounding }) => rounding],
  ['lines', ({ lines }) => lined(lines)],
  ['ungated', ({ ungated }) => ungated],
];

const METER: Fields<Meter> = [
  ['unit', ({ unit }) => unit],
  ['aggregates', ({ aggregates }) => aggregates],
];

function percent(share: number | undefined): string | undefined {
  return share === undefined ? undefined : `${Math.round(share * 100)}%`;
}

function roleChanges(before: Role | undefined, after: Role | undefined): Wording[] {
  const { key, name } = (after ?? before)!;
  const fields: Fields<Role | undefined> = [
    ['name', (role) => role?.name],
    ['names', (role) => lined(role?.names)],
    ['synonyms', (role) => lined(role?.also)],
  ];
  return wordings('role', fields, [before, after], { key, name });
}

const STATE: Fields<State> = [
  ['refusal', ({ refusal }) => refusalWords(refusal)],
  ['locked page', ({ locked }) => locked],
];

function stateChanges(before: State | undefined, after: State): Wording[] {
  return before ? wordings('state', STATE, [before, after], { key: after.name, name: after.name }) : [];
}

/** A gate is known by its key and by where it stands. */
function gateChanges(before: Matrix, after: Matrix, { keyNow }: Pairs): Wording[] {
  const was = new Map(before.gates.map((gate) => [`${keyNow(gate.key) ?? gate.key} ${whereOf(gate)}`, gate]));
  const is = new Map(after.gates.map((gate) => [`${gate.key} ${whereOf(gate)}`, gate]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((id) => {
    const [a, b] = [was.get(id), is.get(id)];
    const gate = (b ?? a)!;
    const at = { ...(a && { before: a.at }), ...(b && { after: b.at }) };
    const fields = a && b ? GATE : GATE.slice(0, 1);
    return wordings('gate', fields, [a, b], { key: b?.key ?? keyNow(gate.key) ?? gate.key, name: whereOf(gate), at });
  });
}

const GATE: Fields<Gate | undefined> = [
  ['gate', (gate) => gate && whereOf(gate)],
  ['refusal', (gate) => refusalWords(gate?.refusal)],
  ['shows', (gate) => gate?.shows && `${gate.shows.role} “${gate.shows.name}”`],
  ['locked page', (gate) => gate?.locked],
  ['role of the locked control', (gate) => gate?.locked_role],
  ['roles', (gate) => lined(gate?.roles)],
];

function whereOf({ api, app, job, key }: Gate): string {
  return api ?? app ?? job ?? key;
}

function refusalWords(refusal: Gate['refusal']): string | undefined {
  return refusal && [refusal.status, refusal.code].filter(Boolean).join(' ');
}

/** By which ids the payment provider charges. */
function priceIds(before: Version, after: Version): Wording[] {
  const fields: Fields<Version> = [['price ids', ({ prices }) => lined(prices.flatMap(({ ids }) => ids).sort())]];
  return ownWordings('price', fields, before, after);
}

/** Keys that nobody was promised, before or now, in contracts. */
function unpromised({ keys, versions }: Pairs): Wording[] {
  return PARTS.flatMap((part) =>
    keys[part].flatMap(({ before, after }) => {
      if ((before && isPromised(before)) || (after && isPromised(after)) || !before || !after) return [];
      const met = versions.flatMap((pair) => {
        const [was, is] = [pair.before[part][before.key]?.value, pair.after[part][after.key]?.value];
        if (valueKey(was) === valueKey(is)) return [];
        return [{ holder: pair.before.key, effect: 'differs' as const, before: was, after: is, breaks: false, at: {} }];
      });
      return gather({ kind: 'capability', key: after.key }, after.name, 'versions', met).map((one) =>
        held(part, after, one),
      );
    }),
  );
}

function held(
  part: (typeof PARTS)[number],
  key: Key,
  { holders, before, after }: ReturnType<typeof gather>[number],
): Wording {
  const words = (value: typeof before) =>
    !value || value.kind === 'excluded' ? 'not held' : value.kind === 'included' ? 'held' : valueKey(value).trim();
  const shown = key.maturity === 'waitlist' ? 'waiting-list' : key.audience;
  const field = `${shown} key in ${holders.join(', ')}`;
  return {
    what: KINDS[part],
    key: key.key,
    name: key.name,
    field,
    before: words(before),
    after: words(after),
    at: { before: key.at },
  };
}

const KEPT = { versions: 'version', plans: 'plan', addons: 'add-on', keys: 'key' } as const;

function newAliases(before: Matrix, after: Matrix): Wording[] {
  const spaces = ['versions', 'plans', 'addons', 'keys'] as const;
  return spaces.flatMap((space) =>
    Object.entries(after.aliases[space]).flatMap(([alias, of]): Wording[] =>
      before.aliases[space][alias] === undefined
        ? [{ what: 'alias', key: alias, name: alias, field: `earlier id of the ${KEPT[space]}`, after: of, at: {} }]
        : [],
    ),
  );
}
