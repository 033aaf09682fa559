/** A clause goes in; which plans it says have or lack which capabilities comes out. */
import type { Claim } from './claim.ts';
import type { Item } from './items.ts';
import { turnedGroup } from './negation.ts';
import type { Clause } from './sentence-claims.ts';

type Plans = Extract<Item, { kind: 'plans' }>;
type Key = Extract<Item, { kind: 'key' }>;
type Word = Extract<Item, { kind: 'word' }>;
type Said = Pick<Claim, 'plans' | 'relation' | 'certain'> & { not: boolean; span: readonly Item[] };

export function capabilityClaims(clause: Clause): Claim[] {
  // Which key belongs to which plan is not read from two lists.
  if (/\brespectively\b/i.test(clause.words)) return [];
  return clause.items.flatMap((item): Claim[] => {
    if (item.kind !== 'key' || item.subject.kind !== 'capability') return [];
    const said =
      ofBadge(clause, item) ??
      ofLicence(clause, item) ??
      ofPlansBefore(clause, item) ??
      ofPlansAfter(clause, item) ??
      ofContext(clause, item);
    if (!said) return [];
    const { plans, relation, not, span } = said;
    const certain = said.certain && !isLoose(clause, said, item);
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

/** Words so far apart that something else may stand between them, and examples of what several plans have among them. */
const FAR = 300;
const FAR_DENIED = 140;

function isLoose({ words, items }: Clause, { span, not, plans }: Said, key: Key): boolean {
  const [from, to] = [Math.min(...span.map((one) => one.from)), Math.max(...span.map((one) => one.to))];
  if (to - from > (not ? FAR_DENIED : FAR) && !/^[^.;:]*$/.test(words.slice(from, to))) return true;
  if (not && to - from > FAR_DENIED) return true;
  const several = 'known' in plans && plans.known.length > 1;
  const group = items.findLast((item) => item.kind === 'plans' && item.to <= key.from);
  return (
    several && group !== undefined && /\b(?:such as|like|for example|including)\b/.test(words.slice(group.to, key.from))
  );
}

/** "Requires: Pro or Cloud license with the audit log", "Enterprise licence with roles" under "License". */
function ofLicence({ items, words, context }: Clause, key: Key): Said | undefined {
  const group = items.filter((item): item is Plans => item.kind === 'plans' && item.to <= key.from).at(-1);
  if (!group || group.possessive) return undefined;
  const before = items.slice(0, items.indexOf(group));
  const between = items.slice(items.indexOf(group) + 1, items.indexOf(key));
  if (has([...before, ...between], 'not') || between.some((item) => item.kind === 'plans')) return undefined;
  const link = words.slice(group.to, key.from);
  const gated = /\bgated\b/.test(words.slice(key.from));
  const joint =
    /^(?:\/custom)? ?(?:licen[cs]es?|plans?|tiers?|subscriptions?)?(?: is| are)? ?(?:with (?:the |an? )?|for |to use |[—–:-] )(?:\p{Ll}+ )?[(`]?$/iu;
  if (!joint.test(link)) return undefined;
  const head = words.slice(0, group.from);
  const asks = has(before, 'requires') || context.gate || LABEL.test(head) || (gated && /^\W*$/.test(head));
  if (!asks) return undefined;
  return { plans: { known: group.versions }, relation: 'only_from', certain: true, not: false, span: [group, key] };
}

/** "Tier:", "Available on:", "Requires:". */
const LABEL =
  /^\W*(?:requires?|requirements?|licen[cs]es?|(?:required |minimum )?(?:plans?|tiers?|editions?)|available (?:on|in|to|for)|availability|offering)\s*:?\W*$/i;

/** "Relay adds push notifications", "Community does not include the audit log", "Only Pro has roles". */
function ofPlansBefore({ items, words }: Clause, key: Key): Said | undefined {
  const group = items.filter((item): item is Plans => item.kind === 'plans' && item.to <= key.from).at(-1);
  if (!group) return undefined;
  const between = items.slice(items.indexOf(group) + 1, items.indexOf(key));
  const comes = COMES.test(words.slice(group.to, key.from));
  const binds = comes || has(between, 'has') || has(between, 'not');
  const wanted = WANTED.test(words.slice(group.to, key.from)) && items.indexOf(group) === 0;
  const turned = (has(between, 'requires') && !wanted) || (has(between, 'part') && !comes);
  const listed =
    (group.versions.length === 1 && FEATURES_ARE.test(words.slice(group.to, key.from))) ||
    (listedBehind(words, group, key) && items.indexOf(group) === 0 && !has(between, 'not'));
  if (!(binds || listed || wanted) || turned) return undefined;
  const denied = deniedBehind(words, items, key) ? 'denied' : turnedGroup(words, items, group);
  if (denied === 'unclear' || endsBefore(words, between, key) || isManner(words, between)) return undefined;
  if (AT_SOME_TIME.test(words.slice(group.to, key.from))) return undefined;
  const only = items[items.indexOf(group) - 1];
  const relation = only?.kind === 'word' && only.class === 'only' ? 'only_from' : group.relation;
  return {
    plans: { known: group.versions },
    relation,
    certain: true,
    not: has(between, 'not') || denied === 'denied',
    span: [group, key],
  };
}

/** "Pro includes roles not": where a language puts the word at the end. */
function deniedBehind(words: string, items: readonly Item[], key: Key): boolean {
  const next = items[items.indexOf(key) + 1];
  return (
    next?.kind === 'word' &&
    next.class === 'not' &&
    words.slice(key.to, next.from) === ' ' &&
    /^\s*(?:$|[.,;!)])/.test(words.slice(next.to))
  );
}

/** "… before reporting is available", "… when relay is absent", "…, while roles remain paid": what follows is not said of the plan. */
const AT_SOME_TIME =
  /\b(?:before|until|unless|while|whereas|once|when|whenever|where|if|so|because|after|rather than|instead of)\b/i;

const COMES =
  /^(?: plans?)? (?:also |always |now )?(?:(?:does not|doesn['’]t|do not|don['’]t) )?(?:comes?|ships?|arrives?) with\b/i;

/** "Team signs in without SAML": how, and not what it lacks. */
function isManner(words: string, between: readonly Item[]): boolean {
  const not = between.findLast((item) => item.kind === 'word' && item.class === 'not');
  if (!not || !/^without$/i.test(words.slice(not.from, not.to))) return false;
  return !/(?:\b(?:is|are|comes?|ships?|but|and|or|plan|plans)|[,–—(-])\s*$/i.test(words.slice(0, not.from));
}

/** "no branding, custom domains, webhooks": how far the "no" reaches cannot be told. */
function endsBefore(words: string, between: readonly Item[], key: Key): boolean {
  const no = between.find((item) => item.kind === 'word' && item.class === 'not');
  return (
    no !== undefined &&
    /^(?:no|without)$/i.test(words.slice(no.from, no.to)) &&
    words.slice(no.to, key.from).includes(',')
  );
}

/** "Pro features (roles, audit log) are …". */
const FEATURES_ARE = /^ (?:plan )?(?:capabilities|features) \([^();:]{0,200}$/;

/** "Team: you need point-in-time restore": whom a plan is for. */
const WANTED = /^\s*[:–—-]\s+(?:(?:for|if|when) )?(?:(?:you|teams|those who|people who) )?(?:also )?needs? [^.;:]*$/i;

/** "Relay – $4.99, 14 days of history, push notifications": a member of the list that a plan's name opens. */
function listedBehind(words: string, group: Plans, key: Key): boolean {
  const opens = words.slice(0, group.from).trim() === '' && /^\s*(?:\([^)]*\)\s*)?[:–—-]\s/.test(words.slice(group.to));
  return (
    opens &&
    /(?:[,;:&–—-]|\bplus|\band)\s*(?:and\s+|plus\s+)?$/.test(words.slice(group.to, key.from)) &&
    /^\s*(?:$|[,;.&+]|(?:and|plus|or|with|for|from|in|to)\b)/.test(words.slice(key.to))
  );
}

/**
 * "Audit log (Pro)", "Push notifications – Relay and above": a name with the plans it belongs to. Where the name is all
 * there is, those below are left out; "RBAC / Role management (Pro)" may be about a part of it.
 */
function ofBadge({ items, words }: Clause, key: Key): Said | undefined {
  const behind = items[items.indexOf(key) + 1];
  const group = isClass(behind, 'only') ? items[items.indexOf(key) + 2] : behind;
  const other = items[0]?.kind === 'plans' && /^ \/ (?:\p{L}+ )?$/u.test(words.slice(items[0].to, key.from)) ? 1 : 0;
  if (group?.kind !== 'plans' || items.indexOf(key) !== other) return undefined;
  const [before, between, after] = [words.slice(0, key.from), words.slice(key.to, group.from), words.slice(group.to)];
  if (!/^(?: only| plans?| tiers?| licen[cs]e)?\s*(?:[)\].]*\s*$|[)\]]\s*[:–—-]\s)/.test(after)) return undefined;
  const whole =
    /^[^\p{L}\p{N}]*$/u.test(before) &&
    /^\s*(?:\([A-Z]{2,6}\)\s*)?(?:(?:are |is )?licensed\s*)?[([:–—-]\s*(?:(?:only|starting from|available from)\s+(?:the )?)?$/.test(
      between,
    );
  const part =
    /^[^\p{L}\p{N}]*(?:[\p{L}\p{N}]+ ?\/? ?){0,3}$/u.test(before) &&
    /^(?:[ /]+[\p{L}\p{N}]+){0,4}\s*[([]\s*(?:admin,? ?)?$/iu.test(between) &&
    /[)\]]\s*(?:$|[:–—-]\s)/.test(after);
  if (!whole && !part) return undefined;
  const only = whole && /^\s*(?:\([A-Z]{2,6}\)\s*)?[([]/.test(between);
  const relation = only ? 'only_from' : group.relation;
  return { plans: { known: group.versions }, relation, certain: true, not: false, span: [key, group] };
}

/** "The audit log is part of Pro", "Roles require Pro", "X, Y and Z are available on Relay and above". */
function ofPlansAfter(clause: Clause, key: Key): Said | undefined {
  const { items, words } = clause;
  const group = items.find((item): item is Plans => item.kind === 'plans' && item.from >= key.to);
  if (!group) return onPlansBefore(clause, key);
  const between = items.slice(items.indexOf(key) + 1, items.indexOf(group));
  const next = items[items.indexOf(group) + 1];
  const then = items[items.indexOf(group) + 2];
  // "The audit log is in Pro not included."
  const turned =
    isClass(next, 'not') &&
    /^ (?:plan )?$/.test(words.slice(group.to, next.from)) &&
    isClass(then, 'part') &&
    then.from - next.to < 3;
  const feature =
    turned || (isClass(next, 'part') && /^ ?(?:(?:plan|tier|edition)s? ?)?$/.test(words.slice(group.to, next.from)));
  const requires = has(between, 'requires');
  const starts =
    has(between, 'starts') ||
    /^\s*(?:is|are)\s+(?:exclusive|reserved)\s+(?:to|for)\s+(?:the\s+)?$/i.test(words.slice(key.to, group.from));
  const unavailable = /^\s*(?:is|are)\s+unavailable\s+(?:on|in|for)\s+(?:the\s+)?$/.test(
    words.slice(key.to, group.from),
  );
  const upgrade =
    /\b(?:to|for) (?:(?:use|get|have|enable|unlock|access|see) )?(?:the )?$/i.test(words.slice(0, key.from)) &&
    /^,? (?:you (?:need|have) to |please )?(?:upgrade|subscribe|switch) to (?:the |our |an? )?$/.test(
      words.slice(key.to, group.from),
    );
  const licensed = /^ (?:(?:to be|are|is|be) )?licensed (?:for |in |with )?\(?$/.test(words.slice(key.to, group.from));
  const isIn =
    unavailable ||
    /^\s*(?:is|are)(?:n['’]t| not)(?: (?:in|on|for|part of))(?: the)? $/.test(words.slice(key.to, group.from));
  if (!(requires || starts || upgrade || licensed || feature || isIn || has(between, 'part'))) return undefined;
  const not = has(between, 'not') || turned;
  if (/\bnot\b[^.]*\bbut\b/.test(words.slice(key.to, group.from))) return undefined;
  if (AT_SOME_TIME.test(words.slice(key.to, group.from))) return undefined;
  if (requires && /^(?:['’]s?)? (?:support|account|sales|api|team|admin)\b/i.test(words.slice(group.to)))
    return undefined;
  const relation = requires || starts || upgrade || (has(between, 'only') && !not) ? 'only_from' : group.relation;
  return { plans: { known: group.versions }, relation, certain: !(requires && not), not, span: [key, group] };
}

/** "On Pro, the audit log is included." */
function onPlansBefore({ items, words }: Clause, key: Key): Said | undefined {
  const groups = items.filter((item): item is Plans => item.kind === 'plans');
  const after = items.slice(items.indexOf(key) + 1);
  const [group] = groups;
  if (groups.length !== 1 || !group || !has(after, 'part')) return undefined;
  if (AT_SOME_TIME.test(words.slice(group.to, key.from))) return undefined;
  return {
    plans: { known: group.versions },
    relation: group.relation,
    certain: true,
    not: has(after, 'not'),
    span: [group, key],
  };
}

const NEAR = 120;

/** Under a plan's heading, or for whoever is signed in: "It includes the audit log", or a list item that just names it. */
function ofContext({ items, words, context }: Clause, key: Key): Said | undefined {
  if (!context.plans || items.some((item) => item.kind === 'plans')) return undefined;
  const near = (item: Item) => {
    const between = item.to <= key.from ? words.slice(item.to, key.from) : words.slice(key.to, item.from);
    return between.length <= NEAR && !/[;:—]/.test(between);
  };
  const before = items.slice(0, items.indexOf(key)).filter(near);
  const after = items.slice(items.indexOf(key) + 1).filter(near);
  const not = has(before, 'not') || has(after, 'not');
  const bound = has(before, 'has') || has(before, 'not') || has(after, 'part');
  if (has([...before, ...after], 'requires')) return undefined;
  if (/\b(?:before|until|unless|once|when|whenever|if)\b[^,;.]*$/i.test(words.slice(0, key.from))) return undefined;
  if (context.cell && /\b(?:with|including|incl\.|plus)\s+$/i.test(words.slice(0, key.from)) && !has(items, 'not'))
    return { plans: context.plans, certain: true, not: false, span: [key] };
  if (!bound && (context.apart || !(alone(words, key) || onlyNames(words, items)))) return undefined;
  return { plans: context.plans, certain: true, not, span: [key] };
}

function alone(words: string, key: Key): boolean {
  return words.slice(0, key.from).trim().length <= 4 && /^\)?\s*(?:$|[.:;,(–—-])/.test(words.slice(key.to));
}

/** "Push notifications, mobile pairing and remote access": names, and what joins them. */
function onlyNames(words: string, items: readonly Item[]): boolean {
  let rest = '';
  let at = 0;
  for (const item of items) {
    if (item.kind !== 'key') return false;
    rest += `${words.slice(at, item.from)}|`;
    at = item.to;
  }
  return /^[^\p{L}\p{N}]*\|(?:\)?\s*(?:,|&|\+|,?\s*(?:and|plus))\s*\|)*\)?\s*[.;]?\s*$/u.test(rest + words.slice(at));
}

function isClass(item: Item | undefined, kind: Word['class']): item is Word {
  return item?.kind === 'word' && item.class === kind;
}

function has(items: readonly Item[], kind: Word['class']): boolean {
  return items.some((item) => item.kind === 'word' && item.class === kind);
}
