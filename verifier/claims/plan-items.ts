/** A plan's name in a sentence goes in; whom the words around it make it speak of comes out. */
import { type PlansItem, type Scan, spanning, type Taken } from './items.ts';
import type { Token } from './tokens.ts';

/** "Relay", "Relay and above", "Relay+", "only Relay"; a name used to compare, or inside another name, is none of these. */
export function planAt(scan: Scan, at: number, { versions, length }: { versions: string[]; length: number }): Taken {
  const { tokens } = scan;
  if (insideOther(scan, at, length)) return { item: spanning(scan, at, length, { kind: 'other_name' }), length };
  const aside = asideBefore(scan, at);
  if (aside === 'skip') return { length };
  if (aside === 'base' || isBase(scan, at, length))
    return { item: spanning(scan, at, length, { kind: 'base', versions }), length };
  const above = aboveAfter(scan, at, length);
  const only = onlyBefore(tokens, at) || onlyAfter(scan, at + length);
  const relation: PlansItem['relation'] =
    above || startsBefore(tokens, at) ? 'and_above' : only ? 'only_from' : undefined;
  const possessive = /['’]s?$/.test(tokens[at + length - 1]!.raw);
  const rest = { kind: 'plans' as const, versions, ...(relation && { relation }), ...(possessive && { possessive }) };
  const total = length + Math.max(above, 0);
  return { item: spanning(scan, at, above > 0 ? total : length, rest), length: total };
}

const ABOVE = /^(?:and|or) (?:above|up|upward|upwards|higher|later|beyond|newer|onward|better)$/;

/** Tokens that "and above" takes after a name; -1 when a plus sign says it. */
function aboveAfter({ tokens, words, reading }: Scan, at: number, length: number): number {
  const end = at + length;
  const skip = tokens[end]?.folded === 'plan' ? 1 : 0;
  const [one, two] = [tokens[end + skip]?.folded ?? '', tokens[end + skip + 1]?.folded ?? ''];
  if (ABOVE.test(`${one} ${two}`)) return skip + 2;
  if (/^(?:upward|upwards|onward|onwards)$/.test(one)) return skip + 1;
  if (one === 'up' && startsBefore(tokens, at)) return skip + 1;
  if (!tokens[end - 1]!.folded.endsWith('+')) return 0;
  const name = words.slice(tokens[at]!.from, tokens[end - 1]!.to);
  return reading.vocabulary.names.some((known) => known.words === name) ? 0 : -1;
}

/** "available from Relay", "included from the Relay plan", "starting at Relay". */
function startsBefore(tokens: readonly Token[], at: number): boolean {
  const before = foldedBefore(tokens, at, 3);
  return /\b(?:included|available|offered|starting|start|beginning|begin|upward) from(?: the)?$/.test(before);
}

/** "only Pro", "only customers on Pro". */
function onlyBefore(tokens: readonly Token[], at: number): boolean {
  return /(?:^| )only(?: (?:customer|user|team|account|subscriber|people|those) (?:on|with|of)(?: the)?)?$/.test(
    foldedBefore(tokens, at, 5),
  );
}

/** "Pro only", but not "Pro only includes". */
function onlyAfter({ tokens, words }: Scan, end: number): boolean {
  const token = tokens[end];
  return token?.folded === 'only' && /^\s*(?:$|[.,;:)\]])/.test(words.slice(token.to));
}

/** "unlike Community", "than Relay": named only to compare. "everything in Relay": named as the base of another. */
function asideBefore({ tokens, words }: Scan, at: number): 'skip' | 'base' | undefined {
  const before = foldedBefore(tokens, at, 4);
  if (
    /(?:everything|all) (?:that )?(?:in|from|of|that)(?: the)?$|everything(?: the)?$|(?:on top of|built on|build on)(?: the)?$/.test(
      before,
    )
  )
    return 'base';
  if (
    /(?:unlike|than|compared (?:to|with)|versu|vs|instead of|rather than|opposed to|away from|twice|double|above|below)(?: the| on| in| with)?$/.test(
      before,
    )
  )
    return 'skip';
  if (/\bfrom(?: the)?$/.test(before)) return startsBefore(tokens, at) ? undefined : 'skip';
  const glued = words[tokens[at]!.from - 1] ?? ' ';
  // "Community/Relay" is a list, "docs/Relay" a path.
  if (glued === '/' && /^\p{Lu}/u.test(tokens[at - 1]?.raw ?? '')) return undefined;
  return '-@#/'.includes(glued) ? 'skip' : undefined;
}

/** "Community plus …", "all Pro features", "the full Team feature set": what another plan builds on. */
function isBase({ tokens, words }: Scan, at: number, length: number): boolean {
  const before = words.slice(Math.max(0, tokens[at]!.from - 60), tokens[at]!.from);
  const after = words.slice(tokens[at + length - 1]!.to);
  if ((ALL_OF.test(before) || STARTS.test(before)) && FEATURES.test(after)) return true;
  return OPENS.test(before) && PLUS.test(after) && !/^['’]/.test(after);
}

const ALL_OF = /\b(?:all|every|full|entire|complete|same|exactly)(?: of)?(?: the)?(?: standard| core)? $/i;
/** "Every Unlimited plan starts with Plus plan features". */
const STARTS = /\b(?:starts?|begins?) (?:with|from) (?:the )?$/i;
const FEATURES =
  /^(?: plan| tier)?(?:['’]s?)? (?:features?|capabilit(?:y|ies)|feature set|capability set|functionality|benefits|perks)\b(?! (?:such|like|are|is|except|but))/i;
const OPENS =
  /(?:^|[:–—(=]|\s-|\b(?:is|are|remains?|stays?|equals?|adds?|includes?|has|have|carr(?:y|ies)|gets?|offers?|gives? you|means))\s*(?:all |all of )?(?:the )?$/i;
const PLUS =
  /^(?: plan| tier)?,?(?: (?:features|capabilities|capability set|feature set|benefits))?,? (?:plus|and more|and also)(?=\s*(?:[:,]|$|\p{L}|`))(?! tax| vat| shipping)/u;

/** Whether the words from a token on make a name before them the base of another plan. */
export function baseAfter({ tokens, words }: Scan, next: number): boolean {
  return /^(?: capability set| feature set| features| capabilities)?,? plus\b/i.test(words.slice(tokens[next - 1]!.to));
}

const OTHER_THINGS = new Set(
  'tip forum server connection connectivity protocol daemon process container gateway industry market proxy node port slack discord chat page button tab badge icon logo label screen settings setting network host relationship leader manager guideline event call code key token address url'.split(
    ' ',
  ),
);

/** "Relay server", "Pro tip", "Visual Studio", "Typeform's Studio": a longer name of something else. */
function insideOther({ tokens, words, reading }: Scan, at: number, length: number): boolean {
  const [last, next, before] = [tokens[at + length - 1]!, tokens[at + length], tokens[at - 1]];
  const follows = next && words.slice(last.to, next.from) === ' ' && !/['’]/.test(last.raw);
  const required = /\b(?:require|need)(?: an?| the)?$/.test(foldedBefore(tokens, at, 2));
  if (follows && OTHER_THINGS.has(next.folded) && !required) return true;
  if (!before || !/^\s$/.test(words.slice(before.to, tokens[at]!.from))) return false;
  if (/^v\d+(?:\.\d+)*$/.test(before.raw)) return true;
  const ours =
    `${reading.vocabulary.product} ${reading.vocabulary.names.map((name) => name.words).join(' ')}`.toLowerCase();
  const foreign =
    /^\p{Lu}\p{Ll}/u.test(before.raw) && !new RegExp(`(?<!\\p{L})${before.folded}(?!\\p{L})`, 'u').test(ours);
  if (foreign && /['’]s$/.test(before.raw)) return true;
  return (
    foreign &&
    (at > 1 || /^\p{Lu}\p{Ll}+\p{Lu}/u.test(before.raw)) &&
    !/[.:!?–—•]\s*$/.test(words.slice(Math.max(0, before.from - 3), before.from)) &&
    !inTitleCase(tokens)
  );
}

function inTitleCase(tokens: readonly Token[]): boolean {
  const lower = tokens.slice(0, 40).filter(({ raw }) => raw.length > 3 && /^\p{Ll}/u.test(raw));
  return lower.length === 0;
}

function foldedBefore(tokens: readonly Token[], at: number, count: number): string {
  return tokens
    .slice(Math.max(0, at - count), at)
    .map((token) => token.folded)
    .join(' ');
}

const ALL = new Set(['every', 'all', 'each', 'any']);

/** "every plan but Community": whom that leaves is not read. */
const EXCEPT = /^(?:but|except|excluding|other|apart|beside|besides|save)$/;
/** "every plan above it": whom that means stands in another sentence. */
const RELATIVE = /^(?:above|below|from|than|built|that|which|with)$/;

/** The words of "every plan"; of "any MSP plan" the line's name is looked for in any case. */
export const PLAN_OF_ALL: readonly (readonly string[])[] = [...ALL].map((all) => [all, 'plan']);

/** Whether "every plan" may begin with a token that is folded so. */
export function beginsEvery(folded: string): boolean {
  return ALL.has(folded);
}

/** "every plan", "all self-hosted plans", "any MSP plan". */
export function everyPlan(scan: Scan, at: number): Taken | undefined {
  const { tokens, reading } = scan;
  if (!ALL.has(tokens[at]!.folded) || tokens[at - 1]?.folded === 'not') return undefined;
  const { offered } = reading.vocabulary;
  const named = reading.find(tokens, at + 1);
  if (named?.named.kind === 'line' && tokens[at + 1 + named.length]?.folded === 'plan') {
    const { line } = named.named;
    const length = named.length + 2;
    if (EXCEPT.test(tokens[at + length]?.folded ?? ''))
      return { item: spanning(scan, at, length, { kind: 'other_name' }), length };
    return { item: spanning(scan, at, length, { kind: 'plans', versions: offered[line] ?? [], line }), length };
  }
  if (tokens[at + 1]?.folded !== 'plan') return undefined;
  if (RELATIVE.test(tokens[at + 2]?.folded ?? '')) return { length: 2 };
  if (EXCEPT.test(tokens[at + 2]?.folded ?? ''))
    return { item: spanning(scan, at, 2, { kind: 'other_name' }), length: 2 };
  return { item: spanning(scan, at, 2, { kind: 'plans', versions: Object.values(offered).flat() }), length: 2 };
}
