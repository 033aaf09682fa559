/** Words that readers of YAML stumble over, by where they come from. Nothing goes in. */

/** Marks of YAML itself. */
export const MARKS: readonly string[] = [
  ...['*alias', '*some', '&anchor ', '&some ', '<<: ', '<<: *some\n', '? ', '- ', ': ', ':', ',', '{', '}', '[', ']'],
  ...['|', '>', '|2-\n', '>+\n', '"', "'", '\\', '\t', '\n', '\r', '\r\n', ' ', '  ', '\n\n', '#', ' # ', '%', '@', '`'],
  ...['---\n', '--- ', '...\n', '%YAML 1.1\n---\n', '%TAG ! tag:x,2027:\n', '!!str ', '!!binary ', '!!set ', '!!int '],
  ...['!!float ', '!!map ', '!!seq ', '!!null ', '!!bool ', '!!omap ', '!!timestamp ', '!foo ', '!', '! ', '!<tag:x> '],
  ...['{{ name }}', '{% if %}', '<<<<<<< HEAD\n', '=======\n', '\n\t', '\n  ', '\n        ', '- - - ', '[[[[', '{a: {b: '],
];

/** Values of every type, and text that looks like another type. */
export const VALUES: readonly string[] = [
  ...['1e400', '-1e400', '.nan', '.inf', '-.inf', '0', '-0', '-1', '0.1', '1e3', '0x10', '0o17', '1_000', '9007199254740993'],
  ...['123456789012345678901234567890', '4.999', '4.', '.5', '+5', '00', '~', 'null', '', 'true', 'no', 'yes', 'off', '""'],
  ...["''", '"\\ud800"', '"\\0"', '"\\e[31m"', '"\\u2028"', '"a\\nb"', '2027-02-30', '2027-01-31', '2027-01-31T00:00:00Z'],
  ...['12:30:45', '[]', '{}', '[[]]', '[~]', '{ a: 1 }', '[1, a, true]', 'free', 'on_request', 'unlimited', 'unknown', '80%'],
  ...['100%', '1000%', '0 days', '7 days', '1 day', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'USD', 'XXX'],
  ...['usd', 'sha256-00', 'GET /x', '/x', '|\n  a\n', '>-\n  a\n', '😀', '👩‍👩‍👧', 'מנהלת', 'سحابة', '\u202Eabc', '\uFEFF', '\u2028', '\u0085'],
];

/** Names that mean something to the matrix, to JavaScript or to neither. */
export const NAMES: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'prototype', 'length', '1', '"1"', '0x10', '1e3', 'true', 'no'],
  ...['null', '~', '""', '"a b"', 'a.b', 'a/b', 'a~1b', '😀', 'שם', '<<', '"<<"', '? a', '[a]', '{a: b}', '*some', '&k k'],
  ...['planproof', 'product', 'plans', 'name', 'version', 'has', 'limits', 'price', 'everything_in', 'amount', 'tiers', 'USD'],
  ...['month', 'en', 'de', 'pt-BR', 'keeps', 'digest', 'of', 'pro', 'seats', 'audit', 'a', 'nmae', 'prise', '$ref', '$schema'],
];
