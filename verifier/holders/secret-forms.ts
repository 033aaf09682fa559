/** A secret goes in; every form in which it could stand in what is printed comes out, the longest first. */

/** Shorter than this, a form would hide what is no secret. */
const SHORTEST = 4;

/** As it is, percent-encoded, as a form sends it, in JSON, in HTML, in hexadecimal, and in base64 wherever that begins. */
export function secretForms(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const all = [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    secret.replaceAll('/', '\\/'),
    percentEncoded(secret),
    new URLSearchParams([['', secret]]).toString().slice(1),
    inHtml(secret),
    Buffer.from(secret).toString('hex'),
    ...base64Forms(secret),
    ...linesOf(secret),
  ];
  return [...new Set(all)].filter((one) => one.length >= SHORTEST).sort((a, b) => b.length - a.length);
}

/** Half a character has no percent-encoding. */
function percentEncoded(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    return secret;
  }
}

function inHtml(secret: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return secret.replace(/[&<>"']/g, (one) => entities[one]!);
}

/** In base64 a text looks different by what stands before it, as a user's name does before a password. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const text = whole.toString('base64').replace(/=+$/, '');
    // Characters at both ends also hold bits of the neighbours.
    const core = text.slice(Math.ceil((before * 8) / 6), Math.floor((whole.length * 8) / 6));
    return core.length < 2 * SHORTEST ? [] : [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Of a key as PEM; one line of it tells enough. */
function linesOf(secret: string): string[] {
  const lines = secret.split(/\\n|\r?\n/);
  return lines.length < 2
    ? []
    : lines.map((one) => one.trim()).filter((one) => one.length >= 16 && !/^-----/.test(one));
}
