/** What somebody has who became a holder: all that a session or a browser needs to go on as them. */

/** In the field names of a storage state. `expires` in seconds since 1970; -1 or left out: with the session. */
export interface StoredCookie {
  name: string;
  value: string;
  domain?: string;
  path?: string;
  expires?: number;
  httpOnly?: boolean;
  secure?: boolean;
  sameSite?: 'Strict' | 'Lax' | 'None';
}

export interface StoredOrigin {
  origin: string;
  localStorage: { name: string; value: string }[];
}

export interface Start {
  /** What is filled in where the configuration says `{name}`: holder, secrets, and `token`. */
  variables: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  cookies: readonly StoredCookie[];
  origins: readonly StoredOrigin[];
}

/** What a way gives; the rest of a `Start` is the same for all. */
export type Got = Partial<Omit<Start, 'variables'>> & { token?: string };

/** Why somebody could not become a holder, in words that a report shows. */
export interface Refused {
  reason: string;
}

export function isRefused(result: object): result is Refused {
  return 'reason' in result;
}
