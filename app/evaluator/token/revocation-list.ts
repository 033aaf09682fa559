/** Whatever a revocation list was fetched as enters; the list leaves, laid out to be asked. */

import { own } from '../own.ts';

/** As it is fetched, parsed or as JSON text. Both fields must be there: an empty list says so. */
export interface RevocationList {
  /** Tokens that count no more, by `jti`. */
  readonly revoked_tokens: readonly string[];
  /** The lowest version (`ver`) that counts for a holder, by `sub`: whole numbers of 0 or more. */
  readonly minimum_versions: Readonly<Record<string, number>>;
}

export interface Revoked {
  readonly list: RevocationList;
  readonly tokens: ReadonlySet<string>;
  readonly versions: ReadonlyMap<string, number>;
}

const LONGEST_TEXT = 64_000_000;
const MOST = 1_000_000;

/** Throws on any other shape, in part too: what is left out of a list counts again. Messages hold nothing of it. */
export function parseRevocations(answer: unknown): Revoked {
  const fields = record(typeof answer === 'string' ? parsed(answer) : answer);
  const [revoked_tokens, minimum_versions] = [own(fields, 'revoked_tokens'), own(fields, 'minimum_versions')];
  if (!Array.isArray(revoked_tokens) || revoked_tokens.length > MOST || !revoked_tokens.every(isName))
    throw new TypeError(`revoked_tokens: expected a list of at most ${MOST} texts`);
  const versions = Object.entries(record(minimum_versions));
  if (versions.length > MOST || !versions.every(([, version]) => Number.isSafeInteger(version) && Number(version) >= 0))
    throw new TypeError(`minimum_versions: expected at most ${MOST} whole numbers of 0 or more, by holder`);
  const list = { revoked_tokens, minimum_versions } as RevocationList;
  return { list, tokens: new Set(revoked_tokens), versions: new Map(versions as [string, number][]) };
}

function parsed(text: string): unknown {
  if (text.length > LONGEST_TEXT) throw new TypeError(`expected at most ${LONGEST_TEXT} characters`);
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError('expected JSON, and all of it');
  }
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new TypeError('expected a map with revoked_tokens (a list) and minimum_versions (a map)');
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
