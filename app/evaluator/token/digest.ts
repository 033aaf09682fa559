/** A text enters; its SHA-256 leaves: at once where the runtime can do that, as a promise elsewhere. */

export type Digest = (text: string) => string | Promise<string>;

type OneShot = (algorithm: string, text: string, encoding: 'hex') => string;

/**
 * Different texts that are both not well-formed Unicode may share a digest: they share replacement characters. A token is
 * ASCII, and shares its digest with no other text.
 */
export const digest: Digest = oneShot() ?? webDigest;

/** Node's own, asked for in a way that no other runtime and no bundler stumbles over. */
function oneShot(): Digest | undefined {
  try {
    const { hash } = (globalThis.process?.getBuiltinModule?.('node:crypto') ?? {}) as { hash?: OneShot };
    return hash?.('sha256', '', 'hex').startsWith('e3b0c442') ? (text) => hash('sha256', text, 'hex') : undefined;
  } catch {
    return undefined;
  }
}

export async function webDigest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
