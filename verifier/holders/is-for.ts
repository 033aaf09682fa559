/** A cookie and a host go in; whether it is sent there (RFC 6265, 5.1.3) comes out. One without a domain is for every host that it is given to. */
import type { StoredCookie } from './start.ts';

export function isFor({ domain }: StoredCookie, host: string): boolean {
  const own = domain?.replace(/^\./, '').toLowerCase();
  return own === undefined || host === own || host.endsWith(`.${own}`);
}
