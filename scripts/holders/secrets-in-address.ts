/** An address as somebody wrote it goes in; what of it nobody else may see comes out. */

/** Of a parameter whose value opens a door: `?token=…`, `?x-vercel-protection-bypass=…`. */
const DOOR = /token|secret|key|auth|pass|pwd|sig|code|bypass|session|credential|jwt/i;
/** Nobody types so much by hand. */
const LONG = 20;

/** Nothing of what is no address. A user name is a secret where it stands without a password. */
export function secretsInAddress(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { username, password, searchParams } = new URL(address);
  const values = [...searchParams].flatMap(([name, value]) => (DOOR.test(name) || value.length >= LONG ? [value] : []));
  return [password || username, ...values].flatMap((one) => (one ? [...new Set([one, decoded(one)])] : []));
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
