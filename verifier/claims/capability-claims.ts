/** A clause goes in; which plans it says have or lack which capabilities comes out. */
import type { Claim } from './claim.ts';
import type { Item } from './items.ts';
import type { Clause } from './sentence-claims.ts';

type Plans = Extract<Item, { kind: 'plans' }>;
type Key = Extract<Item, { kind: 'key' }>;
type Said = Pick<Claim, 'plans' | 'relation' | 'certain'> & { not: boolean; span: readonly Item[] };

export function capabilityClaims(clause: Clause): Claim[] {
  return clause.items.flatMap((item): Claim[] => {
    if (item.kind !== 'key' || item.subject.kind !== 'capability') return [];
    const said = ofPlansBefore(clause, item) ?? ofPlansAfter(clause, item) ?? ofContext(clause, item);
    if (!said) return [];
    const { plans, relation, certain, not, span } = said;
    return [
      {
        subject: item.subject,
        value: { kind: not ? 'excluded' : 'included' },
        plans,
        ...(relation && { relation }),
        certain,
        from: Math.min(...span.map((one) => one.from)),
        to: Math.max(...span.map((one) => one.to)),
      },
    ];
  });
}

/** "Relay adds push notifications", "Community does not include the audit log", "Only Pro has roles". */
function ofPlansBefore({ items }: Clause, key: Key): Said | undefined {
  const group = items.filter((item): item is Plans => item.kind === 'plans' && item.to <= key.from).at(-1);
  if (!group) return undefined;
  const between = items.slice(items.indexOf(group) + 1, items.indexOf(key));
  const binds = has(between, 'has') || has(between, 'not');
  const turned = has(between, 'requires') || has(between, 'part');
  if (!binds || turned) return undefined;
  const only = items[items.indexOf(group) - 1];
  const relation = only?.kind === 'word' && only.class === 'only' ? 'only_from' : group.relation;
  return { plans: { known: group.versions }, relation, certain: true, not: has(between, 'not'), span: [group, key] };
}

/** "The audit log is part of Pro", "Roles require Pro", "X, Y and Z are available on Relay and above". */
function ofPlansAfter({ items }: Clause, key: Key): Said | undefined {
  const group = items.find((item): item is Plans => item.kind === 'plans' && item.from >= key.to);
  if (!group) return onPlansBefore(items, key);
  const between = items.slice(items.indexOf(key) + 1, items.indexOf(group));
  const next = items[items.indexOf(group) + 1];
  const feature = next?.kind === 'word' && next.class === 'part' && next.from - group.to < 3;
  const requires = has(between, 'requires');
  const starts = has(between, 'starts');
  if (!(requires || starts || feature || has(between, 'part'))) return undefined;
  const not = has(between, 'not');
  const relation = requires || starts || (has(between, 'only') && !not) ? 'only_from' : group.relation;
  return { plans: { known: group.versions }, relation, certain: !(requires && not), not, span: [key, group] };
}

/** "On Pro, the audit log is included." */
function onPlansBefore(items: Item[], key: Key): Said | undefined {
  const groups = items.filter((item): item is Plans => item.kind === 'plans');
  const after = items.slice(items.indexOf(key) + 1);
  const [group] = groups;
  if (groups.length !== 1 || !group || !has(after, 'part')) return undefined;
  return { plans: { known: group.versions }, relation: group.relation, certain: true, not: has(after, 'not'), span: [group, key] };
}

/** Under a plan's heading, or for whoever is signed in: "It includes the audit log", or a list item that just names it. */
function ofContext({ items, words, context }: Clause, key: Key): Said | undefined {
  if (!context.plans || items.some((item) => item.kind === 'plans')) return undefined;
  const before = items.slice(0, items.indexOf(key));
  const after = items.slice(items.indexOf(key) + 1);
  const not = has(before, 'not') || has(after, 'not');
  const bound = has(before, 'has') || has(before, 'not') || has(after, 'part');
  if (has([...before, ...after], 'requires')) return undefined;
  const alone = words.slice(0, key.from).trim().length <= 4 && /^\s*(?:$|[.:;,(–—-])/.test(words.slice(key.to));
  if (!bound && !alone) return undefined;
  return { plans: context.plans, certain: true, not, span: [key] };
}

function has(items: readonly Item[], kind: Extract<Item, { kind: 'word' }>['class']): boolean {
  return items.some((item) => item.kind === 'word' && item.class === kind);
}
