/** Plain data goes in, in which an object may stand at several places; a text comes out, and from it the same data again. */

/** An object by its number, or `undefined` as an empty list; every other value stands for itself. */
type Written = string | number | boolean | null | [] | [number];
/** Names and values; nothing for the names of a list. The first says whether it lacks a prototype, so that `constructor` is no key. */
type WrittenObject = [bare: 0 | 1, names: string[] | 0, values: Written[]];

/** Strings, finite numbers, booleans, null, lists and objects; of an accessor, what it gives now. */
export function writeGraph(value: unknown): string {
  const numbers = new Map<object, number>();
  const objects: object[] = [];
  const write = (one: unknown): Written => {
    if (one === undefined) return [];
    if (one === null || typeof one !== 'object') return one as Written;
    const known = numbers.get(one);
    if (known !== undefined) return [known];
    numbers.set(one, objects.length);
    return [objects.push(one) - 1];
  };
  const root = write(value);
  const out: WrittenObject[] = [];
  // Those that are met on the way are written after it.
  for (let at = 0; at < objects.length; at += 1) {
    const one = objects[at]!;
    const names = Array.isArray(one) ? 0 : Object.keys(one);
    out.push([Object.getPrototypeOf(one) === null ? 1 : 0, names, Object.values(one).map(write)]);
  }
  return JSON.stringify([root, out]);
}

/** Every object comes out frozen. Throws where the text was not written by `writeGraph`. */
export function readGraph(text: string): unknown {
  const [root, written] = JSON.parse(text) as [Written, WrittenObject[]];
  const objects = written.map(([bare, names]): object => (names === 0 ? [] : bare ? Object.create(null) : {}));
  const read = (one: Written) => (!Array.isArray(one) ? one : one.length ? objects[one[0]] : undefined);
  written.forEach(([, names, values], at) => {
    const one = objects[at] as Record<string | number, unknown>;
    values.forEach((value, n) => {
      const name = names === 0 ? n : names[n]!;
      // An own key of that name, and no prototype.
      if (name === '__proto__') Object.defineProperty(one, name, { value: read(value), enumerable: true });
      else one[name] = read(value);
    });
    Object.freeze(one);
  });
  return read(root);
}
