/** A token goes in; the same comes out in a form that nobody may take for it, or nothing where it has no such form. */

/** A JSON Web Token (RFC 7519) has three parts; anything else is spoilt as a text. */
export function spoiltToken(facet: string, token: string): string | undefined {
  switch (facet) {
    case 'altered_token':
      return altered(token);
    case 'cut_token':
      return token.length > 1 ? token.slice(0, Math.floor((token.length * 3) / 4)) : undefined;
    case 'unsigned_token':
      return unsigned(token);
    default:
      return undefined;
  }
}

/** One character, in the middle of the last part: the last one of base64 may hold bits that mean nothing. */
function altered(token: string): string | undefined {
  const from = token.lastIndexOf('.') + 1;
  const at = from + Math.floor((token.length - from) / 2);
  const before = token[at];
  return before === undefined ? undefined : `${token.slice(0, at)}${before === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}

/** The claims as they are, said to need no signature (RFC 7519, section 6). */
function unsigned(token: string): string | undefined {
  const [header = '', claims, signature] = token.split('.');
  if (claims === undefined || signature === undefined) return undefined;
  try {
    const stated: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    const none = JSON.stringify({ ...(stated as object), alg: 'none' });
    return `${Buffer.from(none).toString('base64url')}.${claims}.`;
  } catch {
    return undefined;
  }
}
