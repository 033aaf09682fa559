/** Data goes in; JSON that may stand inside a script element comes out. */

/** No `<`, so nothing can end the element or open a comment; a parser reads the same data back. */
export function embeddedJson(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
