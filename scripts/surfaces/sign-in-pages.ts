/** A configuration and the name of a server go in; the pages on which its customers sign in come out. */
import type { Config } from '../../verifier/config/types.ts';

export function signInPages({ surfaces }: Config, server: string): string[] {
  return surfaces.flatMap((one) => (one.kind === 'app' && one.server === server ? [one.sign_in.page] : []));
}
