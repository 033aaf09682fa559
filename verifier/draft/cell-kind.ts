/** The words of a table's cell go in; what sort of value they are comes out: enough to tell a capability from a limit. */
import { moneyIn } from '../claims/money.ts';
import { numberAt } from '../claims/numbers.ts';
import { TIME_WORDS } from '../claims/phrases.ts';
import { tokensOf } from '../claims/tokens.ts';

export type CellKind =
  | { kind: 'empty' | 'yes' | 'no' | 'addon' | 'unlimited' | 'price' | 'words' }
  /** `unit`: what follows the number; `of`: what a length of time is of ("14 days of history"). */
  | { kind: 'number'; unit: string; per?: Per; of?: string };

export type Per = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const MARK = /[*†‡¹²³⁴]+$/u;
const YES =
  /^(?:[✓✔✅☑●•⬤🟢]\uFE0F?|:(?:white_check_mark|heavy_check_mark|check|check_mark):)?\s*(?:yes|y|included|true|available|full|supported)?$/iu;
const NO =
  /^(?:[✗✘✕×❌✖🚫–—−-]\uFE0F?|:(?:x|no_entry|cross_mark):)?\s*(?:no|n|not included|not available|none|false|unavailable|n\/a)?$/iu;
const ADDON = /\badd-?on\b|sold separately/i;
const UNLIMITED = /^(?:unlimited|∞|no limits?|uncapped|unmetered)\b/i;
const PRICE =
  /^(?:free(?: forever)?|custom(?: pricing)?|contact (?:us|sales)|on request|negotiated|let['’]s talk)[.!]?$/i;
const BOUND = /^(?:up to|at most|at least|max(?:imum)?(?: of)?|about|from)\s+/i;

export function cellKind(cell: string): CellKind {
  const words = cell.trim().replace(MARK, '').trim();
  if (!words) return { kind: 'empty' };
  if (YES.test(words)) return { kind: 'yes' };
  if (NO.test(words)) return { kind: 'no' };
  if (/^(?:yes|no|included|not included)\b\s*[,;:.(–—-]/i.test(words))
    return { kind: /^no/i.test(words) ? 'no' : 'yes' };
  if (moneyIn(words).length) return { kind: 'price' };
  if (PRICE.test(words)) return { kind: 'price' };
  if (ADDON.test(words)) return { kind: 'addon' };
  if (UNLIMITED.test(words)) return { kind: 'unlimited' };
  return numberIn(words) ?? { kind: 'words' };
}

/** A number, what it counts and per what, and nothing else: `7`, `up to 25 forms`, `14 days of history`, `10 per hour`. */
export function numberIn(words: string): (CellKind & { kind: 'number' }) | undefined {
  const bare = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BOUND, '')
    .replace(/[.;,]$/, '');
  const tokens = tokensOf(bare);
  const number = numberAt(tokens, 0);
  if (!number || tokens[0]!.from !== 0 || /%/.test(bare)) return undefined;
  const rest = bare.slice(tokens[number.length - 1]!.to).replace(/^\+/, '');
  if (!/^(?:$|[ -]\p{L}|\s*\/|\p{L}{1,2}$)/u.test(rest)) return undefined;
  const [, counted = '', every] =
    /^[\s-]*(.*?)(?:\s*(?:\/|\b(?:per|an?|each|every)\b)\s*(minute|min|hour|hr|day|week|month|mo|year|yr))?$/i.exec(
      rest,
    )!;
  const per = every && (TIME_WORDS[every.toLowerCase()] as Per | undefined);
  const [, time = '', of] = /^(\p{L}+?)s?(?:[ -](?:of )?(.+))?$/iu.exec(counted) ?? [];
  const unit = TIME_WORDS[time.toLowerCase()];
  if (unit) return { kind: 'number', unit, ...(of && { of }) };
  if (counted && !/^\p{L}[\p{L}\p{N}'’-]*(?: [\p{L}][\p{L}\p{N}'’-]*){0,2}$/u.test(counted)) return undefined;
  return { kind: 'number', unit: counted, ...(per && { per }) };
}
