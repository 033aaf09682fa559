/** A configuration and the name of a server go in; the pages on which its customers sign in come out. */
import type { Config } from '../../verifier/config/types.ts';

export function signInPages({ surfaces, holders = {} }: Config, server: string): string[] {
  return surfaces.flatMap((one) => {
    if (one.kind !== 'app' || one.server !== server) return [];
    const page = (one.sign_in ?? holders[one.holders ?? '']?.sign_in_page)?.page;
    return page === undefined ? [] : [page];
  });
}
