/** Words of a string that stands alone in a program go in; whether people are meant to read them comes out. */

const MACHINE =
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|query|mutation|fragment|subscription)\b|^[\w.-]*:\/\/|^\s*[.#@][\w-]+\s*[{,>]|^use (?:strict|client|server)$|=>|[{};]\s*$/;

/** Two words at least, one of them a name, number or price: what says less claims nothing. */
export function isProse(words: string): boolean {
  return (
    words.length < 100_000 &&
    /\p{L}.{0,3}\s.{0,3}[\p{L}\p{N}]|\d.{0,3}\s.{0,3}\p{L}/su.test(words) &&
    /[\p{Lu}\d$€£]/u.test(words) &&
    !MACHINE.test(words)
  );
}

export function isMarkup(words: string): boolean {
  return /<(?:!doctype|html|body|head|table|tr|td|th|div|section|p|h[1-6]|ul|ol|li|span|strong|b|em|a|br)\b[^<>]*>/i.test(
    words,
  );
}

/** A word, number or sign that can stand in a card: not an id, address or class. */
export function isCopy(words: string): boolean {
  return (
    /[\p{L}\p{N}✓✔✗✘–—∞]/u.test(words) &&
    !/^(?:[\w.-]*\/\/|[./#@][\w/.-]*$|[a-z][a-z0-9]*(?:[A-Z_-][a-z0-9]*)+$|[a-z]+$)/u.test(words)
  );
}

/** "25", "Unlimited", "✓": says nothing without the name that it stands under. */
export function isValue(words: string): boolean {
  return /^\s*(?:[~≈<>]?\s*\d[\d.,\s]*[kKmM]?\+?|unlimited|no limit|∞|yes|no|✓|✔|✗|✘|–|—|-|included|not included)\s*$/iu.test(
    words,
  );
}
